package org.rats4j.expat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.Bytes;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsRole;

/**
 * Makes authenticators that this library would not make, by the text of RFC 9261 and nothing of
 * this library but the exporter. Suites with SHA-256 only.
 */
final class Forger {
  private final TlsExporter exporter;
  private final TlsCredentials credentials;

  Forger(TlsExporter exporter, TlsCredentials credentials) {
    this.exporter = exporter;
    this.credentials = credentials;
  }

  /** Returns an extension of a certificate entry with this CMW. */
  static Bytes attestation(Bytes cmw) {
    return uint16(TestSide.PROFILE.extensionType()).concat(vector16(vector16(cmw)));
  }

  static Bytes vector16(Bytes content) {
    return uint16(content.size()).concat(content);
  }

  static Bytes uint16(int value) {
    return Bytes.of(value >> 8, value);
  }

  private static Bytes uint24(int value) {
    return Bytes.of(value >> 16, value >> 8, value);
  }

  /**
   * Returns an authenticator with one entry for each block of extensions, each with the same
   * certificate.
   */
  Bytes authenticator(AuthenticatorRequest request, int scheme, List<Bytes> extensions)
      throws Exception {
    Bytes der = Bytes.copyOf(credentials.leaf().getEncoded());
    Bytes entries = Bytes.EMPTY;
    for (Bytes block : extensions) {
      entries = entries.concat(uint24(der.size())).concat(der).concat(vector16(block));
    }
    Bytes context = Bytes.of(request.context().size()).concat(request.context());
    Bytes certificate = message(11, context.concat(uint24(entries.size())).concat(entries));
    Bytes begin = export("handshake context").concat(request.encoded()).concat(certificate);
    Bytes verify = message(15, uint16(scheme).concat(vector16(sign(hash(begin)))));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(export("finished key").toByteArray(), "HmacSHA256"));
    byte[] finished = mac.doFinal(hash(begin.concat(verify)));
    return certificate.concat(verify).concat(message(20, Bytes.copyOf(finished)));
  }

  private static Bytes message(int type, Bytes body) {
    return Bytes.of(type).concat(uint24(body.size())).concat(body);
  }

  private Bytes export(String what) throws Exception {
    String role = exporter.info().role() == TlsRole.CLIENT ? "client" : "server";
    return Bytes.copyOf(
        exporter.export("EXPORTER-" + role + " authenticator " + what, new byte[0], 32));
  }

  private static byte[] hash(Bytes bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
  }

  private Bytes sign(byte[] transcriptHash) throws Exception {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.write(" ".repeat(64).getBytes("US-ASCII"));
    signed.write("Exported Authenticator\0".getBytes("US-ASCII"));
    signed.write(transcriptHash);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(credentials.key());
    signature.update(signed.toByteArray());
    return Bytes.copyOf(signature.sign());
  }
}
