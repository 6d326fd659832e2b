package org.rats4j.core;

/**
 * How narrow the CBOR encoding has to be (RFC 8949, section 4). Each rule contains the one before
 * it. Well-formedness, UTF-8, duplicate keys, limits and trailing data are checked under all.
 */
public enum EncodingRule {
  /** Any well-formed encoding. */
  ANY,
  /** No indefinite lengths. */
  DEFINITE,
  /** Also shortest heads, shortest floats, and no bignum where 64 bits suffice. */
  PREFERRED,
  /** Also map keys in bytewise order of their encodings (RFC 8949, section 4.2.1). */
  DETERMINISTIC,
}
