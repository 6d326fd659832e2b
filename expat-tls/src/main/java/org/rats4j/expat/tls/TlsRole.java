package org.rats4j.expat.tls;

/** One of the two sides of a TLS connection. */
public enum TlsRole {
  /** The side that sent the ClientHello. */
  CLIENT,
  /** The side that answered it. */
  SERVER;

  /** Returns the other side. */
  public TlsRole peer() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
