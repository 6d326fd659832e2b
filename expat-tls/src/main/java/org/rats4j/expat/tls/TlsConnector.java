package org.rats4j.expat.tls;

import java.io.IOException;
import java.net.Socket;
import org.rats4j.core.VerificationException;

/** Opens TLS 1.3 connections to servers. Safe for use by several threads. */
public interface TlsConnector {
  /**
   * Returns the TLS connection over {@code transport}, after the handshake. The server's
   * certificate leads to an anchor and names {@code host}.
   *
   * @param transport a connected socket; it is closed when this method fails and with the
   *     connection
   * @param host the DNS name or IP address of the server; a DNS name is sent as server name
   * @param port the port, for stacks that name sessions after it
   * @throws IOException if the handshake fails
   * @throws VerificationException if the connection cannot be attested, with the code of {@link
   *     TlsExporter}
   */
  TlsConnection connect(Socket transport, String host, int port)
      throws IOException, VerificationException;
}
