package org.rats4j.expat;

/** What binds an attestation result (the passport model of RFC 9334) to the connection. */
public enum PassportBinding {
  /** The nonce of the result is the binder, or its confirmed key is that of the leaf. */
  NONCE_OR_KEY,
  /** The nonce of the result is the binder. */
  NONCE,
  /** The confirmed key of the result is that of the leaf. */
  KEY,
  /**
   * Nothing: any good result of any device passes on any connection. The draft asks for no more;
   * whoever relays such results is not noticed.
   */
  UNBOUND,
}
