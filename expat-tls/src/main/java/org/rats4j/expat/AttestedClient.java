package org.rats4j.expat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsConnector;

/** Opens attested connections. Made by {@link AttestedTls#client}. */
public final class AttestedClient {
  private final TlsConnector connector;
  private final Function<String, AttestationConfig> configs;

  AttestedClient(TlsConnector connector, Function<String, AttestationConfig> configs) {
    this.connector = Objects.requireNonNull(connector, "connector");
    this.configs = Objects.requireNonNull(configs, "configs");
  }

  /**
   * Connects to {@code host}, and attests.
   *
   * @throws IOException if there is no TLS connection to the host
   * @throws RatsException if the connection is not attested, with a code of {@link ExpatCodes}; it
   *     is closed then
   */
  public AttestedSocket connect(String host, int port) throws IOException, RatsException {
    Socket transport = new Socket();
    try {
      transport.connect(new InetSocketAddress(host, port), Opening.millis(config(host).deadline()));
    } catch (IOException e) {
      AttestedConnection.closeQuietly(transport);
      throw e;
    }
    return connect(transport, host, port);
  }

  /**
   * Attests over a connected socket, which belongs to the result and is closed if this fails.
   *
   * @throws IOException if there is no TLS connection to the host
   * @throws RatsException if the connection is not attested, with a code of {@link ExpatCodes}
   */
  public AttestedSocket connect(Socket transport, String host, int port)
      throws IOException, RatsException {
    return AttestedSocket.of(transport, true, open(transport, host, port));
  }

  /**
   * Returns a factory of attested sockets, for whoever knows SSL sockets only: HTTP clients, JDBC
   * drivers. Its sockets attest when they are created, or else when they connect.
   */
  public SSLSocketFactory socketFactory() {
    return new AttestedSocketFactory(this);
  }

  AttestedConnection open(Socket transport, String host, int port)
      throws IOException, RatsException {
    return Opening.attest(transport, config(host), () -> connector.connect(transport, host, port));
  }

  private AttestationConfig config(String host) {
    return Objects.requireNonNull(configs.apply(host), "config");
  }
}
