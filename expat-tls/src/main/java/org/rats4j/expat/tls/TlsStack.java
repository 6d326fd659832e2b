package org.rats4j.expat.tls;

/**
 * A TLS library that opens connections which can be attested: TLS 1.3 only, full handshakes only,
 * with an exporter.
 *
 * <p>There is one for each library, in the package named after it. A stack of your own needs these
 * two methods and a {@link TlsExporter}.
 */
public interface TlsStack {
  /**
   * Returns what opens connections to servers.
   *
   * @throws IllegalArgumentException if the stack cannot do what {@code settings} say
   */
  TlsConnector connector(TlsClientSettings settings);

  /**
   * Returns what answers clients.
   *
   * @throws IllegalArgumentException if the stack cannot do what {@code settings} say
   * @throws IllegalStateException if its servers would hand out session tickets, and nobody said
   *     that they may
   */
  TlsAcceptor acceptor(TlsServerSettings settings);
}
