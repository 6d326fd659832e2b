package org.rats4j.eat;

import org.rats4j.core.Encoding;

/** What protects the claims of a token. New constants may appear in minor releases. */
public enum EatEnvelope {
  /** COSE_Sign1: one signature. */
  COSE_SIGN1,
  /** COSE_Sign: several signatures. */
  COSE_SIGN,
  /** COSE_Mac0: a message authentication code. */
  COSE_MAC0,
  /** JWS in its compact form: a signature or a message authentication code. */
  JWS,
  /** Nothing: claims in CBOR, usually with tag 601 (RFC 9781). */
  UCCS,
  /** Nothing: claims in JSON (RFC 9781). */
  UJCS,
  /** Nothing: a compact JWS with alg none and an empty signature. */
  UNSECURED_JWS;

  /** Returns the encoding of the claims inside. */
  public Encoding encoding() {
    return switch (this) {
      case COSE_SIGN1, COSE_SIGN, COSE_MAC0, UCCS -> Encoding.CBOR;
      case JWS, UJCS, UNSECURED_JWS -> Encoding.JSON;
    };
  }

  /** Returns whether there is a signature or message authentication code. */
  public boolean isProtected() {
    return isCose() || this == JWS;
  }

  boolean isCose() {
    return this == COSE_SIGN1 || this == COSE_SIGN || this == COSE_MAC0;
  }
}
