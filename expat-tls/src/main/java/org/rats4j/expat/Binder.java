package org.rats4j.expat;

import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;

/**
 * Computes what binds evidence to a connection, a request and a key.
 *
 * <pre>{@code
 * exported     = TLS-Exporter("Attestation", certificate_request_context, 32)
 * binder       = Hash(public_key | exported)
 * AIK_pub_hash = Hash(public_key)
 * }</pre>
 *
 * <p>The hash is that of the cipher suite; the profile has the label, the length and what stands
 * for the key.
 */
public final class Binder {
  private Binder() {}

  /**
   * Returns the values for one request.
   *
   * @param context the certificate_request_context, 0 to 255 bytes
   * @param leaf the certificate whose key signs the authenticator
   * @throws VerificationException with the code {@link ExpatCodes#NO_EXPORTER} if the connection
   *     cannot export, {@link ExpatCodes#UNKNOWN_SUITE} if the suite is none of RFC 8446, {@link
   *     ExpatCodes#KEY_SCHEME_MISMATCH} if the certificate does not have what stands for the key
   */
  public static BinderValues compute(
      TlsExporter exporter, Bytes context, X509Certificate leaf, ExpatProfile profile)
      throws VerificationException {
    SuiteHash hash = suiteHash(exporter.info());
    Bytes exported = export(exporter, profile.binderLabel(), context, profile.exportLength());
    Bytes key = key(profile.keyEncoding(), leaf);
    return new BinderValues(hash(hash, key, exported), hash(hash, key), exported);
  }

  static SuiteHash suiteHash(TlsInfo info) throws VerificationException {
    return info.hash()
        .orElseThrow(
            () -> Fault.UNKNOWN_SUITE.verification("cipher suite is none of RFC 8446, B.4"));
  }

  static Bytes export(TlsExporter exporter, String label, Bytes context, int length)
      throws VerificationException {
    byte[] exported = exporter.export(label, context.toByteArray(), length);
    if (exported.length != length) {
      throw Fault.NO_EXPORTER.verification("exporter gave another number of bytes than asked for");
    }
    return Bytes.copyOf(exported);
  }

  private static Bytes key(KeyEncoding encoding, X509Certificate leaf)
      throws VerificationException {
    try {
      return encoding.encode(leaf);
    } catch (CertificateException e) {
      throw Fault.KEY_SCHEME_MISMATCH.verification("certificate has no key for the binder", e);
    }
  }

  private static Bytes hash(SuiteHash hash, Bytes... parts) {
    MessageDigest digest = hash.messageDigest();
    for (Bytes part : parts) {
      part.update(digest);
    }
    return Bytes.copyOf(digest.digest());
  }
}
