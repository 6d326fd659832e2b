package org.rats4j.core;

/** The two encodings in which most RATS data models exist. */
public enum Encoding {
  /** CBOR (RFC 8949). */
  CBOR,
  /** JSON (RFC 8259). */
  JSON,
}
