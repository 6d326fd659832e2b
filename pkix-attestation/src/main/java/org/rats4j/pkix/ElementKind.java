package org.rats4j.pkix;

/** The elements of the draft; the number is the arc of the element and of its claims. */
enum ElementKind {
  TRANSACTION,
  PLATFORM,
  KEY
}
