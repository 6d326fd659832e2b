package org.rats4j.expat.jsse;

import java.util.Objects;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.internal.CipherSuites;
import org.rats4j.expat.internal.ExportLimits;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/** Exports from a session of JSSE, on JDK 25 and later. {@link TlsExporters} makes it. */
final class JsseTlsExporter implements TlsExporter {
  private final ExtendedSSLSession session;
  private final TlsInfo info;

  private JsseTlsExporter(ExtendedSSLSession session, TlsInfo info) {
    this.session = session;
    this.info = info;
  }

  /**
   * Returns the exporter of a session after its handshake.
   *
   * @throws VerificationException with NO_EXPORTER if there is none
   */
  static JsseTlsExporter of(SSLSession session, TlsRole role, Resumption resumption)
      throws VerificationException {
    Objects.requireNonNull(session, "session");
    String name = session.getClass().getName();
    if (!(session instanceof ExtendedSSLSession extended)
        || name.startsWith("org.bouncycastle.")
        || name.startsWith("org.conscrypt.")) {
      throw TlsExporter.unavailable(Refusal.of(name));
    }
    TlsInfo info =
        new TlsInfo(
            role,
            version(session.getProtocol()),
            CipherSuites.number(session.getCipherSuite()),
            resumption);
    JsseTlsExporter exporter = new JsseTlsExporter(extended, info);
    if (info.version() == TlsInfo.TLS_1_3) {
      exporter.export("EXPORTER-server authenticator handshake context", new byte[0], 32);
    } else if (!SessionExport.isAvailable()) {
      throw TlsExporter.unavailable(Refusal.OLD_JDK);
    }
    return exporter;
  }

  private static int version(String protocol) throws VerificationException {
    return switch (protocol) {
      case "TLSv1.3" -> TlsInfo.TLS_1_3;
      case "TLSv1.2" -> 0x0303;
      case "TLSv1.1" -> 0x0302;
      case "TLSv1" -> 0x0301;
      case "NONE" -> throw TlsExporter.unavailable("the handshake is not complete");
      default -> 0;
    };
  }

  @Override
  public byte[] export(String label, byte[] context, int length) throws VerificationException {
    ExportLimits.check(label, context, length);
    return SessionExport.export(session, label, context, length);
  }

  @Override
  public TlsInfo info() {
    return info;
  }

  @Override
  public String toString() {
    return "JsseTlsExporter[" + info + "]";
  }
}
