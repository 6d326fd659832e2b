package org.rats4j.expat.internal;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsServerSettings;

/**
 * Opens connections with a provider of {@code javax.net.ssl}, each with an SSLContext of its own: a
 * context remembers sessions, and one that is used once has none to resume.
 */
public final class SslStack {
  private final Provider provider;
  private final Adapter adapter;

  /** What differs between the providers. */
  public interface Adapter {
    /** Returns the exporter of a socket after its handshake. */
    TlsExporter exporter(SSLSocket socket, Resumption resumption) throws VerificationException;

    /** Returns the exporter of an engine after its handshake. */
    TlsExporter exporter(SSLEngine engine, Resumption resumption) throws VerificationException;

    /** Makes what only this provider has, before the handshake. */
    default void prepare(SSLSocket socket) {}

    /** Makes what only this provider has, before the handshake. */
    default void prepare(SSLEngine engine) {}
  }

  /** Creates a stack. */
  public SslStack(Provider provider, Adapter adapter) {
    this.provider = provider;
    this.adapter = adapter;
  }

  /** Opens a connection to a server. */
  public TlsConnection connect(TlsClientSettings settings, Socket transport, String host, int port)
      throws IOException, VerificationException {
    return Transport.closedOnFailure(
        transport,
        () -> {
          ServerName name = ServerName.of(host);
          HandshakeTrust trust = trustOf(settings, name);
          SSLSocket socket =
              (SSLSocket)
                  context(settings.credentials(), trust, settings.options())
                      .getSocketFactory()
                      .createSocket(transport, name.text(), port, true);
          socket.setUseClientMode(true);
          socket.setSSLParameters(clientParameters(socket.getSSLParameters(), settings, name));
          adapter.prepare(socket);
          socket.startHandshake();
          return new SslConnection(socket, adapter.exporter(socket, askedOnce(trust)));
        });
  }

  /** Answers a client. */
  public TlsConnection accept(TlsServerSettings settings, Socket transport)
      throws IOException, VerificationException {
    return Transport.closedOnFailure(
        transport,
        () -> {
          SSLSocket socket =
              (SSLSocket)
                  context(
                          Optional.of(settings.credentials()),
                          trustOf(settings),
                          settings.options())
                      .getSocketFactory()
                      .createSocket(
                          transport,
                          transport.getInetAddress().getHostAddress(),
                          transport.getPort(),
                          true);
          socket.setUseClientMode(false);
          socket.setSSLParameters(serverParameters(socket.getSSLParameters(), settings));
          adapter.prepare(socket);
          socket.startHandshake();
          return new SslConnection(socket, adapter.exporter(socket, Resumption.FULL));
        });
  }

  /** Returns an engine for a connection to a server. */
  public TlsEngine clientEngine(TlsClientSettings settings, String host, int port) {
    ServerName name = ServerName.of(host);
    HandshakeTrust trust = trustOf(settings, name);
    SSLEngine engine =
        context(settings.credentials(), trust, settings.options())
            .createSSLEngine(name.text(), port);
    engine.setUseClientMode(true);
    engine.setSSLParameters(clientParameters(engine.getSSLParameters(), settings, name));
    adapter.prepare(engine);
    return engine(engine, trust);
  }

  /** Returns an engine that answers a client. */
  public TlsEngine serverEngine(TlsServerSettings settings) {
    SSLEngine engine =
        context(Optional.of(settings.credentials()), trustOf(settings), settings.options())
            .createSSLEngine();
    engine.setUseClientMode(false);
    engine.setSSLParameters(serverParameters(engine.getSSLParameters(), settings));
    adapter.prepare(engine);
    return engine(engine, null);
  }

  private TlsEngine engine(SSLEngine engine, @Nullable HandshakeTrust trust) {
    return new TlsEngine() {
      @Override
      public SSLEngine engine() {
        return engine;
      }

      @Override
      public TlsExporter exporter() throws VerificationException {
        return adapter.exporter(engine, trust == null ? Resumption.FULL : askedOnce(trust));
      }
    };
  }

  private static Resumption askedOnce(HandshakeTrust trust) {
    return trust.wasAsked() ? Resumption.FULL : Resumption.RESUMED;
  }

  private static HandshakeTrust trustOf(TlsClientSettings settings, ServerName name) {
    return new HandshakeTrust(
        HandshakeChain.ofServer(settings.trustAnchors(), settings.options().clock(), name), null);
  }

  private static HandshakeTrust trustOf(TlsServerSettings settings) {
    return new HandshakeTrust(
        null,
        settings
            .trustAnchors()
            .map(anchors -> HandshakeChain.ofClients(anchors, settings.options().clock()))
            .orElse(null));
  }

  private SSLContext context(
      Optional<TlsCredentials> credentials, HandshakeTrust trust, TlsOptions options) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3", provider);
      context.init(
          credentials.map(shown -> new KeyManager[] {HandshakeKeys.of(shown)}).orElse(null),
          new TrustManager[] {trust},
          options.random());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(provider.getName() + " has no TLS 1.3", e);
    }
  }

  private static SSLParameters clientParameters(
      SSLParameters parameters, TlsClientSettings settings, ServerName name) {
    name.dns().ifPresent(dns -> parameters.setServerNames(List.of(new SNIHostName(dns))));
    return with(parameters, settings.options());
  }

  private static SSLParameters serverParameters(
      SSLParameters parameters, TlsServerSettings settings) {
    parameters.setNeedClientAuth(settings.trustAnchors().isPresent());
    return with(parameters, settings.options());
  }

  private static SSLParameters with(SSLParameters parameters, TlsOptions options) {
    parameters.setProtocols(new String[] {"TLSv1.3"});
    if (!options.cipherSuites().isEmpty()) {
      parameters.setCipherSuites(
          options.cipherSuites().stream().map(CipherSuites::name).toArray(String[]::new));
      parameters.setUseCipherSuitesOrder(true);
    }
    parameters.setApplicationProtocols(options.applicationProtocols().toArray(String[]::new));
    return parameters;
  }
}
