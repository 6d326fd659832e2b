package org.rats4j.pkix;

/** What a reader does with elements and claims of types that it does not know. */
public enum UnknownTypes {
  /** Keeps them, and remarks that they are there. */
  KEEP,
  /** Refuses the evidence. */
  REJECT
}
