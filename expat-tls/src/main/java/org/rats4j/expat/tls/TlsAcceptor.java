package org.rats4j.expat.tls;

import java.io.IOException;
import java.net.Socket;
import org.rats4j.core.VerificationException;

/** Answers clients with TLS 1.3. Safe for use by several threads. */
public interface TlsAcceptor {
  /**
   * Returns the TLS connection over {@code transport}, after the handshake.
   *
   * @param transport a socket that was accepted; it is closed when this method fails and with the
   *     connection
   * @throws IOException if the handshake fails
   * @throws VerificationException if the connection cannot be attested, with the code of {@link
   *     TlsExporter}
   */
  TlsConnection accept(Socket transport) throws IOException, VerificationException;
}
