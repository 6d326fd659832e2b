package org.rats4j.expat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.Bytes;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

/** A connection of which only the exporter_master_secret is there (RFC 8446, section 7.5). */
public final class FixedTlsExporter implements TlsExporter {
  private final TlsInfo info;
  private final SuiteHash hash;
  private final Bytes exporterMasterSecret;

  private FixedTlsExporter(TlsInfo info, SuiteHash hash, Bytes exporterMasterSecret) {
    this.info = info;
    this.hash = hash;
    this.exporterMasterSecret = exporterMasterSecret;
  }

  /** Returns one side of a full TLS 1.3 handshake. */
  public static FixedTlsExporter of(TlsRole role, int cipherSuite, Bytes exporterMasterSecret) {
    TlsInfo info = new TlsInfo(role, TlsInfo.TLS_1_3, cipherSuite, Resumption.FULL);
    return of(info, exporterMasterSecret);
  }

  /** Returns a side with these facts. */
  public static FixedTlsExporter of(TlsInfo info, Bytes exporterMasterSecret) {
    return new FixedTlsExporter(info, info.hash().orElse(SuiteHash.SHA256), exporterMasterSecret);
  }

  /** Returns the other side of the same connection. */
  public FixedTlsExporter peer() {
    TlsInfo other =
        new TlsInfo(info.role().peer(), info.version(), info.cipherSuite(), info.resumption());
    return new FixedTlsExporter(other, hash, exporterMasterSecret);
  }

  @Override
  public byte[] export(String label, byte[] context, int length) {
    byte[] secret =
        expandLabel(exporterMasterSecret.toByteArray(), label, digest(new byte[0]), hash.size());
    return expandLabel(secret, "exporter", digest(context), length);
  }

  @Override
  public TlsInfo info() {
    return info;
  }

  private byte[] digest(byte[] input) {
    return hash.messageDigest().digest(input);
  }

  private byte[] expandLabel(byte[] secret, String label, byte[] context, int length) {
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    info.write(length >> 8);
    info.write(length);
    info.write(name.length);
    info.writeBytes(name);
    info.write(context.length);
    info.writeBytes(context);
    return expand(secret, info.toByteArray(), length);
  }

  /** HKDF-Expand (RFC 5869, section 2.3). */
  private byte[] expand(byte[] secret, byte[] info, int length) {
    try {
      Mac mac = Mac.getInstance(hash.macAlgorithm());
      mac.init(new SecretKeySpec(secret, hash.macAlgorithm()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] block = new byte[0];
      for (int i = 1; out.size() < length; i++) {
        mac.update(block);
        mac.update(info);
        block = mac.doFinal(new byte[] {(byte) i});
        out.writeBytes(block);
      }
      return Bytes.copyOf(out.toByteArray(), 0, length).toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
