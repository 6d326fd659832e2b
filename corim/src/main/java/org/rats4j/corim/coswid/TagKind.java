package org.rats4j.corim.coswid;

/**
 * In which state of its life a tag describes software (RFC 9393, section 1.1). The first that fits
 * counts, in this order.
 */
public enum TagKind {
  /** Names installed software. */
  PRIMARY,
  /** Adds to another tag. */
  SUPPLEMENTAL,
  /** Names software before it is installed. */
  CORPUS,
  /** Names a change of installed software. */
  PATCH,
}
