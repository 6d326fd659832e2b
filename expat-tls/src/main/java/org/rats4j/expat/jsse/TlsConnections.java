package org.rats4j.expat.jsse;

import java.io.IOException;
import javax.net.ssl.SSLSocket;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.internal.SslConnection;
import org.rats4j.expat.tls.TlsConnection;

/**
 * The connections of sockets that somebody else made, of JSSE or Conscrypt, for an {@link
 * org.rats4j.expat.AttestedConnection}. Whoever makes them answers for the certificates of the
 * peer.
 */
public final class TlsConnections {
  private TlsConnections() {}

  /**
   * Returns the connection of {@code socket} after {@link SSLSocket#startHandshake()}. Whether the
   * session was resumed is not known.
   *
   * @throws IOException if the socket is closed
   * @throws VerificationException as {@link TlsExporters#forSocket(SSLSocket)}
   */
  public static TlsConnection forSocket(SSLSocket socket)
      throws IOException, VerificationException {
    return new SslConnection(socket, TlsExporters.forSocket(socket));
  }

  /**
   * Returns the connection of {@code socket} after {@link SSLSocket#startHandshake()}.
   *
   * @param start taken before the socket was connected
   * @throws IOException if the socket is closed
   * @throws VerificationException as {@link TlsExporters#forSocket(SSLSocket, HandshakeStart)}
   */
  public static TlsConnection forSocket(SSLSocket socket, HandshakeStart start)
      throws IOException, VerificationException {
    return new SslConnection(socket, TlsExporters.forSocket(socket, start));
  }
}
