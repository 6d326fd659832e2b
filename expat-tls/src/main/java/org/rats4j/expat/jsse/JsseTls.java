package org.rats4j.expat.jsse;

import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.internal.SslStack;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsAcceptor;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsConnector;
import org.rats4j.expat.tls.TlsEngine;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.expat.tls.TlsServerSettings;
import org.rats4j.expat.tls.TlsStack;

/**
 * The TLS of the JDK, from JDK 25 on. Each connection has an SSLContext of its own, so that none
 * resumes a session of another.
 *
 * <p>A server of the JDK sends session tickets unless the virtual machine was started with one of
 * two options; servers are refused without. See {@link #ticketsTolerated()}.
 */
public final class JsseTls implements TlsStack {
  private static final String COUNT = "jdk.tls.server.newSessionTicketCount";
  private static final String EXTENSIONS = "jdk.tls.server.disableExtensions";
  private static final String PSK_MODES = "psk_key_exchange_modes";

  private final SslStack stack;
  private final boolean ticketsTolerated;

  private JsseTls(SslStack stack, boolean ticketsTolerated) {
    this.stack = stack;
    this.ticketsTolerated = ticketsTolerated;
  }

  /** Returns whether the JSSE of this JDK exports keying material. */
  public static boolean isAvailable() {
    return SessionExport.isAvailable();
  }

  /**
   * Returns the stack.
   *
   * @throws VerificationException with the code NO_EXPORTER on a JDK before 25
   */
  public static JsseTls stack() throws VerificationException {
    if (!isAvailable()) {
      throw TlsExporter.unavailable(Refusal.OLD_JDK);
    }
    return new JsseTls(new SslStack(provider(), new Sessions()), false);
  }

  /** The provider of the JDK, even where another one comes first. */
  private static Provider provider() {
    Provider ofJdk = Security.getProvider("SunJSSE");
    if (ofJdk != null) {
      return ofJdk;
    }
    try {
      return SSLContext.getInstance("TLSv1.3").getProvider();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("runtime has no TLS 1.3", e);
    }
  }

  /**
   * Returns a stack whose servers may send session tickets, which the draft forbids. The tickets
   * are of no use to a client, since no other connection knows their keys.
   */
  public JsseTls ticketsTolerated() {
    return new JsseTls(stack, true);
  }

  @Override
  public TlsConnector connector(TlsClientSettings settings) {
    Objects.requireNonNull(settings, "settings");
    return (transport, host, port) -> stack.connect(settings, transport, host, port);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the virtual machine was started without an option that turns
   *     session tickets off, and they are not tolerated
   */
  @Override
  public TlsAcceptor acceptor(TlsServerSettings settings) {
    Objects.requireNonNull(settings, "settings");
    checkTickets();
    return (Socket transport) -> stack.accept(settings, transport);
  }

  /** Returns an engine for a connection to {@code host}, which is also the name of the server. */
  public TlsEngine clientEngine(TlsClientSettings settings, String host, int port) {
    return stack.clientEngine(settings, host, port);
  }

  /**
   * Returns an engine that answers a client.
   *
   * @throws IllegalStateException as {@link #acceptor} does
   */
  public TlsEngine serverEngine(TlsServerSettings settings) {
    checkTickets();
    return stack.serverEngine(settings);
  }

  /** It cannot be proved that the option was there when JSSE was loaded: only that it is set. */
  private void checkTickets() {
    if (!ticketsTolerated
        && !"0".equals(System.getProperty(COUNT))
        && !System.getProperty(EXTENSIONS, "").contains(PSK_MODES)) {
      throw new IllegalStateException(
          "servers of this JDK send session tickets: start the virtual machine with -D"
              + COUNT
              + "=0 or -D"
              + EXTENSIONS
              + "="
              + PSK_MODES
              + ", or say ticketsTolerated()");
    }
  }

  private static final class Sessions implements SslStack.Adapter {
    @Override
    public TlsExporter exporter(SSLSocket socket, Resumption resumption)
        throws VerificationException {
      return JsseTlsExporter.of(
          socket.getSession(),
          socket.getUseClientMode() ? TlsRole.CLIENT : TlsRole.SERVER,
          resumption);
    }

    @Override
    public TlsExporter exporter(SSLEngine engine, Resumption resumption)
        throws VerificationException {
      return JsseTlsExporter.of(
          engine.getSession(),
          engine.getUseClientMode() ? TlsRole.CLIENT : TlsRole.SERVER,
          resumption);
    }
  }

  @Override
  public String toString() {
    return "JSSE";
  }
}
