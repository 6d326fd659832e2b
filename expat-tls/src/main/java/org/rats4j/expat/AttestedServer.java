package org.rats4j.expat;

import java.io.IOException;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLServerSocketFactory;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsAcceptor;

/** Answers clients with attested connections. Made by {@link AttestedTls#server}. */
public final class AttestedServer {
  private final TlsAcceptor acceptor;
  private final AttestationConfig config;

  AttestedServer(TlsAcceptor acceptor, AttestationConfig config) {
    this.acceptor = Objects.requireNonNull(acceptor, "acceptor");
    this.config = Objects.requireNonNull(config, "config");
  }

  /**
   * Attests over a socket that was accepted, which belongs to the result and is closed if this
   * fails. Call it on a thread of the connection, not on the one that accepts.
   *
   * @throws IOException if the TLS handshake fails
   * @throws RatsException if the connection is not attested, with a code of {@link ExpatCodes}
   */
  public AttestedSocket accept(Socket transport) throws IOException, RatsException {
    AttestedConnection connection =
        Opening.attest(transport, config, () -> acceptor.accept(transport));
    return AttestedSocket.of(transport, false, connection);
  }

  /**
   * Returns a factory of server sockets that hand out attested connections only. Clients attest
   * side by side, so that a slow one delays no other.
   *
   * @param executor runs the exchanges; each may wait as long as the deadline
   * @param maxExchanges how many clients may attest or wait to be accepted at a time, at least 1
   */
  public SSLServerSocketFactory serverSocketFactory(Executor executor, int maxExchanges) {
    return new AttestedServerSocketFactory(this, executor, maxExchanges);
  }
}
