package org.rats4j.cli.kind;

/** How a message is written. */
public enum Notation {
  /** Deterministic CBOR (RFC 8949, section 4.2.1). */
  CBOR,
  /** JSON without white space, members in order of their names. */
  JSON,
  /** Diagnostic notation of CBOR. */
  DIAG,
}
