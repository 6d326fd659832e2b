package org.rats4j.expat.tls;

/** Whether a connection began with a full handshake. */
public enum Resumption {
  /** The handshake was a full one, with certificates, and this is known. */
  FULL,
  /** The connection continues an earlier session. */
  RESUMED,
  /** The TLS stack does not say. */
  UNKNOWN,
}
