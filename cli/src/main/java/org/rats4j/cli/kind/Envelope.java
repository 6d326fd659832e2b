package org.rats4j.cli.kind;

/** How a message is signed. */
public enum Envelope {
  /** CBOR Web Token: a claims-set in a COSE_Sign1 or COSE_Mac0 (RFC 8392). */
  CWT,
  /** JSON Web Token: a claims-set in a compact JWS (RFC 7519). */
  JWT,
  /** COSE_Sign1 or COSE_Mac0 (RFC 9052). */
  COSE,
  /** Compact JWS (RFC 7515). */
  JWS,
  /** A signature of evidence or of a request for it (draft-ietf-rats-pkix-key-attestation). */
  PKIX,
  /** A certification request (PKCS #10) with the evidence in it, signed by the attested key. */
  CSR,
}
