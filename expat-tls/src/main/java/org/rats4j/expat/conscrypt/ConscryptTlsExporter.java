package org.rats4j.expat.conscrypt;

import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.conscrypt.Conscrypt;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.internal.CipherSuites;
import org.rats4j.expat.internal.ExportLimits;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/** Exports from a socket or engine of Conscrypt, on each JDK. */
public final class ConscryptTlsExporter implements TlsExporter {
  private final Source source;
  private final TlsInfo info;

  private interface Source {
    byte[] export(String label, byte[] context, int length) throws SSLException;
  }

  private ConscryptTlsExporter(Source source, TlsInfo info) {
    this.source = source;
    this.info = info;
  }

  /**
   * Returns the exporter of {@code socket} after its handshake. Whether the session was resumed is
   * not known: Conscrypt does not say.
   *
   * @throws VerificationException with NO_EXPORTER if the handshake is not complete
   * @throws IllegalArgumentException if {@code socket} is not one of Conscrypt
   */
  public static ConscryptTlsExporter of(SSLSocket socket) throws VerificationException {
    return of(socket, Resumption.UNKNOWN);
  }

  /**
   * Returns the exporter of {@code engine} after its handshake. Whether the session was resumed is
   * not known: Conscrypt does not say.
   *
   * @throws VerificationException with NO_EXPORTER if the handshake is not complete
   * @throws IllegalArgumentException if {@code engine} is not one of Conscrypt
   */
  public static ConscryptTlsExporter of(SSLEngine engine) throws VerificationException {
    return of(engine, Resumption.UNKNOWN);
  }

  static ConscryptTlsExporter of(SSLSocket socket, Resumption resumption)
      throws VerificationException {
    if (!Conscrypt.isConscrypt(Objects.requireNonNull(socket, "socket"))) {
      throw new IllegalArgumentException("socket is not one of Conscrypt");
    }
    return checked(
        (label, context, length) -> Conscrypt.exportKeyingMaterial(socket, label, context, length),
        socket.getUseClientMode(),
        socket.getSession(),
        resumption);
  }

  static ConscryptTlsExporter of(SSLEngine engine, Resumption resumption)
      throws VerificationException {
    if (!Conscrypt.isConscrypt(Objects.requireNonNull(engine, "engine"))) {
      throw new IllegalArgumentException("engine is not one of Conscrypt");
    }
    return checked(
        (label, context, length) -> Conscrypt.exportKeyingMaterial(engine, label, context, length),
        engine.getUseClientMode(),
        engine.getSession(),
        resumption);
  }

  private static ConscryptTlsExporter checked(
      Source source, boolean client, SSLSession session, Resumption resumption)
      throws VerificationException {
    TlsInfo info =
        new TlsInfo(
            client ? TlsRole.CLIENT : TlsRole.SERVER,
            session.getProtocol().equals("TLSv1.3") ? TlsInfo.TLS_1_3 : 0,
            CipherSuites.number(session.getCipherSuite()),
            resumption);
    ConscryptTlsExporter exporter = new ConscryptTlsExporter(source, info);
    if (info.version() == TlsInfo.TLS_1_3 || session.getProtocol().equals("NONE")) {
      exporter.export("EXPORTER-server authenticator handshake context", new byte[0], 32);
    }
    return exporter;
  }

  @Override
  public byte[] export(String label, byte[] context, int length) throws VerificationException {
    ExportLimits.check(label, context, length);
    byte[] exported;
    try {
      exported = source.export(label, context, length);
    } catch (SSLException | NullPointerException e) { // the latter from an engine that is closed
      throw TlsExporter.unavailable("Conscrypt exports nothing: the connection is closed", e);
    }
    if (exported == null) {
      throw TlsExporter.unavailable("Conscrypt exports nothing: is the handshake complete?");
    }
    return exported;
  }

  @Override
  public TlsInfo info() {
    return info;
  }

  @Override
  public String toString() {
    return "ConscryptTlsExporter[" + info + "]";
  }
}
