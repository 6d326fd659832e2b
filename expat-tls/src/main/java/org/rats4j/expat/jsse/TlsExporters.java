package org.rats4j.expat.jsse;

import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.conscrypt.ConscryptTlsExporter;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsRole;

/**
 * The exporters of sockets, engines and sessions of {@code javax.net.ssl} that somebody else made:
 * those of JSSE on JDK 25 and later, and those of Conscrypt.
 *
 * <p>All methods throw VerificationException with the code NO_EXPORTER for a connection that cannot
 * export, and the message names what to use: an older JDK, BCJSSE, OpenSSL in Netty. They also
 * throw it before the handshake is complete.
 *
 * <p>Whether the session was resumed is known of JSSE if the caller took a {@link HandshakeStart}
 * before the handshake, and of Conscrypt never. A connection of which it is not known is not
 * attested unless the caller vouches for it; {@link JsseTls} opens connections that need no such
 * word.
 */
public final class TlsExporters {
  private TlsExporters() {}

  /**
   * Returns the exporter of {@code socket} after {@link SSLSocket#startHandshake()}. Whether the
   * session was resumed is not known.
   *
   * @throws VerificationException with NO_EXPORTER if there is none
   */
  public static TlsExporter forSocket(SSLSocket socket) throws VerificationException {
    return forSocket(socket, session -> Resumption.UNKNOWN);
  }

  /**
   * Returns the exporter of {@code socket} after {@link SSLSocket#startHandshake()}.
   *
   * @param start taken before the socket was connected
   * @throws VerificationException with NO_EXPORTER if there is none
   */
  public static TlsExporter forSocket(SSLSocket socket, HandshakeStart start)
      throws VerificationException {
    return forSocket(socket, start::resumptionOf);
  }

  private static TlsExporter forSocket(
      SSLSocket socket, Function<SSLSession, Resumption> resumption) throws VerificationException {
    TlsRole role = socket.getUseClientMode() ? TlsRole.CLIENT : TlsRole.SERVER;
    if (isConscrypt(socket)) {
      return withConscrypt(() -> ConscryptTlsExporter.of(socket));
    }
    SSLSession session = socket.getSession();
    return JsseTlsExporter.of(session, role, resumption.apply(session));
  }

  /**
   * Returns the exporter of {@code engine} after {@code FINISHED}. Whether the session was resumed
   * is not known.
   *
   * @throws VerificationException with NO_EXPORTER if there is none
   */
  public static TlsExporter forEngine(SSLEngine engine) throws VerificationException {
    return forEngine(engine, session -> Resumption.UNKNOWN);
  }

  /**
   * Returns the exporter of {@code engine} after {@code FINISHED}.
   *
   * @param start taken before the engine began its handshake
   * @throws VerificationException with NO_EXPORTER if there is none
   */
  public static TlsExporter forEngine(SSLEngine engine, HandshakeStart start)
      throws VerificationException {
    return forEngine(engine, start::resumptionOf);
  }

  private static TlsExporter forEngine(
      SSLEngine engine, Function<SSLSession, Resumption> resumption) throws VerificationException {
    TlsRole role = engine.getUseClientMode() ? TlsRole.CLIENT : TlsRole.SERVER;
    if (isConscrypt(engine)) {
      return withConscrypt(() -> ConscryptTlsExporter.of(engine));
    }
    String name = engine.getClass().getName();
    if (name.startsWith("io.netty.") && !name.contains(".Jdk")) {
      throw TlsExporter.unavailable(Refusal.of(name));
    }
    SSLSession session = engine.getSession();
    return JsseTlsExporter.of(session, role, resumption.apply(session));
  }

  /**
   * Returns the exporter of a session of JSSE after the handshake. Whether it was resumed is not
   * known.
   *
   * @param role which side of the connection we are
   * @throws VerificationException with NO_EXPORTER if there is none
   */
  public static TlsExporter forSession(SSLSession session, TlsRole role)
      throws VerificationException {
    return JsseTlsExporter.of(session, role, Resumption.UNKNOWN);
  }

  /**
   * Returns the exporter of a session of JSSE after the handshake.
   *
   * @param role which side of the connection we are
   * @param start taken before the handshake
   * @throws VerificationException with NO_EXPORTER if there is none
   */
  public static TlsExporter forSession(SSLSession session, TlsRole role, HandshakeStart start)
      throws VerificationException {
    return JsseTlsExporter.of(session, role, start.resumptionOf(session));
  }

  private static boolean isConscrypt(Object connection) {
    return connection.getClass().getName().startsWith("org.conscrypt.");
  }

  private interface Making {
    TlsExporter make() throws VerificationException;
  }

  /** The library is there, but perhaps not where we can see it. */
  private static TlsExporter withConscrypt(Making making) throws VerificationException {
    try {
      return making.make();
    } catch (NoClassDefFoundError e) {
      throw TlsExporter.unavailable(
          "Conscrypt is loaded by somebody else: put org.conscrypt beside rats4j", e);
    }
  }
}
