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
  JWS;

  /** Returns the encoding of the claims inside. */
  public Encoding encoding() {
    return this == JWS ? Encoding.JSON : Encoding.CBOR;
  }
}
