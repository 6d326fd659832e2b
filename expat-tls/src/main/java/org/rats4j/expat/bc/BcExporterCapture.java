package org.rats4j.expat.bc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsContext;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.expat.internal.ExportLimits;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/**
 * Takes the exporter out of a connection of the BouncyCastle TLS API. The library lets it go at one
 * moment only; call {@link #onHandshakeComplete} then, from your own client or server:
 *
 * <pre>{@code
 * final class MyClient extends DefaultTlsClient {
 *   final BcExporterCapture capture = new BcExporterCapture();
 *
 *   @Override
 *   public void notifyHandshakeComplete() throws IOException {
 *     super.notifyHandshakeComplete();
 *     capture.onHandshakeComplete(context);
 *   }
 * }
 * }</pre>
 *
 * <p>One object for one connection; safe for use by several threads.
 */
@SuppressWarnings("exports") // callers have the library
public final class BcExporterCapture {
  private static final List<String> AUTHENTICATOR_LABELS =
      List.of(
          "EXPORTER-client authenticator handshake context",
          "EXPORTER-server authenticator handshake context",
          "EXPORTER-client authenticator finished key",
          "EXPORTER-server authenticator finished key");

  private final List<BcTlsExporter.Request> wanted = new ArrayList<>();
  private @Nullable BcTlsExporter exporter;

  /** Creates a capture for one connection. */
  public BcExporterCapture() {}

  /**
   * Has something exported while the handshake ends. Only needed for a {@code TlsCrypto} that does
   * not let go of its secrets, such as one in an HSM: there the values of exported authenticators
   * are taken unasked, and those of binders only if they are named here.
   *
   * @throws IllegalArgumentException if a parameter is not in the range of {@link
   *     TlsExporter#export}
   */
  public synchronized void exportEarly(String label, byte[] context, int length) {
    ExportLimits.check(label, context, length);
    wanted.add(new BcTlsExporter.Request(label, Bytes.copyOf(context), length));
  }

  /**
   * Takes the exporter. Call it from {@code notifyHandshakeComplete()}; it throws nothing, so that
   * the handshake ends as it would.
   */
  public synchronized void onHandshakeComplete(TlsContext context) {
    TlsInfo info = infoOf(context);
    if (info.version() != TlsInfo.TLS_1_3) {
      exporter = BcTlsExporter.ofExported(context, info, Map.of()); // its version is refused later
      return;
    }
    try {
      exporter = BcTlsExporter.keeping(context, info);
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      exporter = BcTlsExporter.ofExported(context, info, exportNow(context, info));
    }
  }

  /**
   * Returns the exporter.
   *
   * @throws IllegalStateException before the handshake is complete
   */
  public synchronized BcTlsExporter exporter() {
    if (exporter == null) {
      throw new IllegalStateException("the handshake is not complete");
    }
    return exporter;
  }

  private Map<BcTlsExporter.Request, Bytes> exportNow(TlsContext context, TlsInfo info) {
    List<BcTlsExporter.Request> all = new ArrayList<>(wanted);
    for (String label : AUTHENTICATOR_LABELS) {
      all.add(new BcTlsExporter.Request(label, Bytes.EMPTY, BcTlsExporter.sizeOf(info)));
    }
    Map<BcTlsExporter.Request, Bytes> exported = new HashMap<>();
    for (BcTlsExporter.Request request : all) {
      exported.put(
          request,
          Bytes.copyOf(
              context.exportKeyingMaterial(
                  request.label(), request.context().toByteArray(), request.length())));
    }
    return exported;
  }

  private static TlsInfo infoOf(TlsContext context) {
    SecurityParameters parameters = context.getSecurityParametersConnection();
    ProtocolVersion version = parameters.getNegotiatedVersion();
    return new TlsInfo(
        context.isServer() ? TlsRole.SERVER : TlsRole.CLIENT,
        version.getFullVersion(),
        parameters.getCipherSuite(),
        parameters.isResumedSession() ? Resumption.RESUMED : Resumption.FULL);
  }
}
