package org.rats4j.expat;

import java.util.Objects;
import java.util.function.Function;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsConnector;
import org.rats4j.expat.tls.TlsStack;

/**
 * Where to start: makes clients and servers whose connections attest before they are handed out.
 * Both are immutable and safe for use by several threads.
 */
public final class AttestedTls {
  private AttestedTls() {}

  /**
   * Returns a client.
   *
   * @param connector opens the TLS connections; a {@link TlsStack} has it
   * @param config what this side attests, and requires of every server alike
   */
  public static AttestedClient client(TlsConnector connector, AttestationConfig config) {
    Objects.requireNonNull(config, "config");
    return client(connector, host -> config);
  }

  /**
   * Returns a client that requires something else of each server, such as its own name in the
   * certificate of the authenticator.
   *
   * @param configs what this side attests and requires, by the host name that the connection is for
   */
  public static AttestedClient client(
      TlsConnector connector, Function<String, AttestationConfig> configs) {
    return new AttestedClient(connector, configs);
  }

  /**
   * Returns a server.
   *
   * @param acceptor answers TLS clients; a {@link TlsStack} has it
   * @param config what this side attests, and requires of clients
   */
  public static AttestedServer server(TlsAcceptor acceptor, AttestationConfig config) {
    return new AttestedServer(acceptor, config);
  }
}
