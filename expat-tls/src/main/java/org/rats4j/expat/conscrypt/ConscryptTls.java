package org.rats4j.expat.conscrypt;

import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.conscrypt.Conscrypt;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.internal.SslStack;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnector;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsOptions;
import org.rats4j.expat.tls.TlsServerSettings;
import org.rats4j.expat.tls.TlsStack;

/**
 * Conscrypt, on each JDK and on the platforms for which it has a native library. It knows EC and
 * RSA keys, its own and those of peers, and no Ed25519. Each connection has an SSLContext of its
 * own, and session tickets are off.
 */
public final class ConscryptTls implements TlsStack {
  private final SslStack stack;

  private ConscryptTls(SslStack stack) {
    this.stack = stack;
  }

  /**
   * Returns the stack.
   *
   * @throws IllegalStateException if the library is not there, or has nothing for this platform;
   *     the message names the artifact
   */
  public static ConscryptTls stack() {
    try {
      return new ConscryptTls(new SslStack(Conscrypt.newProvider(), new Connections()));
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "Conscrypt is not there or not for this platform: add"
              + " org.conscrypt:conscrypt-openjdk-uber to the application",
          e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the settings name cipher suites, which Conscrypt chooses
   *     itself, or a key that is neither EC nor rsaEncryption
   */
  @Override
  public TlsConnector connector(TlsClientSettings settings) {
    check(settings.options());
    settings.credentials().ifPresent(ConscryptTls::check);
    return (transport, host, port) -> stack.connect(settings, transport, host, port);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the settings name cipher suites, which Conscrypt chooses
   *     itself, or a key that is neither EC nor rsaEncryption
   */
  @Override
  public TlsAcceptor acceptor(TlsServerSettings settings) {
    check(settings.options());
    check(settings.credentials());
    return transport -> stack.accept(settings, transport);
  }

  /**
   * Returns an engine for a connection to {@code host}, which is also the name of the server.
   *
   * @throws IllegalArgumentException as {@link #connector} does
   */
  public TlsEngine clientEngine(TlsClientSettings settings, String host, int port) {
    check(settings.options());
    settings.credentials().ifPresent(ConscryptTls::check);
    return stack.clientEngine(settings, host, port);
  }

  /**
   * Returns an engine that answers a client.
   *
   * @throws IllegalArgumentException as {@link #acceptor} does
   */
  public TlsEngine serverEngine(TlsServerSettings settings) {
    check(settings.options());
    check(settings.credentials());
    return stack.serverEngine(settings);
  }

  private static void check(TlsOptions options) {
    if (!Objects.requireNonNull(options, "options").cipherSuites().isEmpty()) {
      throw new IllegalArgumentException("Conscrypt chooses the cipher suite itself");
    }
  }

  private static void check(TlsCredentials credentials) {
    String algorithm = credentials.leaf().getPublicKey().getAlgorithm();
    if (!algorithm.equals("EC") && !algorithm.equals("RSA")) {
      throw new IllegalArgumentException(
          "Conscrypt signs with EC and rsaEncryption keys, not " + algorithm);
    }
  }

  private static final class Connections implements SslStack.Adapter {
    @Override
    public TlsExporter exporter(SSLSocket socket, Resumption resumption)
        throws VerificationException {
      return ConscryptTlsExporter.of(socket, resumption);
    }

    @Override
    public TlsExporter exporter(SSLEngine engine, Resumption resumption)
        throws VerificationException {
      return ConscryptTlsExporter.of(engine, resumption);
    }

    @Override
    public void prepare(SSLSocket socket) {
      Conscrypt.setUseSessionTickets(socket, false);
    }

    @Override
    public void prepare(SSLEngine engine) {
      Conscrypt.setUseSessionTickets(engine, false);
    }
  }

  @Override
  public String toString() {
    return "Conscrypt";
  }
}
