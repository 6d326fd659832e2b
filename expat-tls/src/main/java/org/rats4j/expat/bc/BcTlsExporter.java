package org.rats4j.expat.bc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.TlsCryptoUtils;
import org.bouncycastle.tls.crypto.TlsHash;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.internal.ExportLimits;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;

/**
 * Exports from a connection of the BouncyCastle TLS API, at any time after the handshake. {@link
 * BcExporterCapture} makes it.
 *
 * <p>The library exports only while it says that the handshake is complete, and the context of a
 * binder comes later. So this object keeps the exporter_master_secret of the connection and does
 * the two steps of RFC 8446, section 7.5, itself. {@link #close()} destroys the secret.
 */
public final class BcTlsExporter implements TlsExporter, AutoCloseable {
  private final TlsInfo info;
  private final TlsCrypto crypto;
  private final int hash;
  private final @Nullable TlsSecret secret;
  private final Map<Request, Bytes> early;
  private boolean closed;

  private BcTlsExporter(
      TlsInfo info,
      TlsCrypto crypto,
      int hash,
      @Nullable TlsSecret secret,
      Map<Request, Bytes> early) {
    this.info = info;
    this.crypto = crypto;
    this.hash = hash;
    this.secret = secret;
    this.early = early;
  }

  /** What is exported. */
  record Request(String label, Bytes context, int length) {}

  /** Keeps the secret of {@code context}, which belongs to the exporter from now on. */
  static BcTlsExporter keeping(TlsContext context, TlsInfo info) {
    return new BcTlsExporter(
        info,
        context.getCrypto(),
        context.getSecurityParametersConnection().getPRFCryptoHashAlgorithm(),
        context
            .getCrypto()
            .adoptSecret(context.getSecurityParametersConnection().getExporterMasterSecret()),
        new HashMap<>());
  }

  /** Keeps nothing but {@code early}, because the crypto does not let go of secrets. */
  static BcTlsExporter ofExported(TlsContext context, TlsInfo info, Map<Request, Bytes> early) {
    return new BcTlsExporter(info, context.getCrypto(), 0, null, new HashMap<>(early));
  }

  @Override
  public TlsInfo info() {
    return info;
  }

  @Override
  public synchronized byte[] export(String label, byte[] context, int length)
      throws VerificationException {
    ExportLimits.check(label, context, length);
    Request request = new Request(label, Bytes.copyOf(context), length);
    if (closed) {
      throw TlsExporter.unavailable("the exporter is closed");
    }
    Bytes known = early.get(request);
    if (known != null) {
      return known.toByteArray();
    }
    if (secret == null) {
      throw TlsExporter.unavailable(
          "this TlsCrypto keeps its secrets to itself: use a TlsCrypto in software, or tell"
              + " BcExporterCapture before the handshake what will be exported");
    }
    return derive(secret, request);
  }

  private byte[] derive(TlsSecret master, Request request) throws VerificationException {
    try {
      int size = TlsCryptoUtils.getHashOutputSize(hash);
      TlsSecret forLabel =
          TlsCryptoUtils.hkdfExpandLabel(master, hash, request.label(), hashOf(Bytes.EMPTY), size);
      try {
        return TlsCryptoUtils.hkdfExpandLabel(
                forLabel, hash, "exporter", hashOf(request.context()), request.length())
            .extract();
      } finally {
        forLabel.destroy();
      }
    } catch (IOException e) {
      throw TlsExporter.unavailable("BouncyCastle failed to export", e);
    }
  }

  private byte[] hashOf(Bytes data) {
    TlsHash digest = crypto.createHash(hash);
    digest.update(data.toByteArray(), 0, data.size());
    return digest.calculateHash();
  }

  /** Destroys the secret: nothing can be exported any more. */
  @Override
  public synchronized void close() {
    closed = true;
    early.clear();
    if (secret != null) {
      secret.destroy();
    }
  }

  /** Returns how many bytes the values of exported authenticators have on this connection. */
  static int sizeOf(TlsInfo info) {
    return info.hash().map(SuiteHash::size).orElse(32);
  }

  @Override
  public String toString() {
    return "BcTlsExporter[" + info + "]";
  }
}
