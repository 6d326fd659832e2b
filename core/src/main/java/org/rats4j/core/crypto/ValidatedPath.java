package org.rats4j.core.crypto;

import java.security.cert.X509Certificate;
import java.util.List;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.internal.BundledKeys;

/** A certification path that leads to one of the caller's {@link TrustAnchors}. */
public final class ValidatedPath {
  private final List<X509Certificate> certificates;
  private final X509Certificate anchor;

  ValidatedPath(List<X509Certificate> certificates, X509Certificate anchor) {
    this.certificates = List.copyOf(certificates);
    this.anchor = anchor;
  }

  /** Returns the certificates, the signer's first, without the anchor. */
  public List<X509Certificate> certificates() {
    return certificates;
  }

  /** Returns the signer's certificate. */
  public X509Certificate leaf() {
    return certificates.get(0);
  }

  /** Returns the anchor that the last certificate was issued by. */
  public X509Certificate anchor() {
    return anchor;
  }

  /**
   * Returns the signer's key.
   *
   * @throws VerificationException with KEY_MISMATCH if the certificate has a keyUsage without
   *     digitalSignature (RFC 5280, section 4.2.1.3), or a key that verifies nothing here
   */
  public VerificationKey verificationKey() throws VerificationException {
    return keyOf(leaf());
  }

  static VerificationKey keyOf(X509Certificate certificate) throws VerificationException {
    boolean[] keyUsage = certificate.getKeyUsage();
    if (keyUsage != null && !keyUsage[0]) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "certificate is not for signatures: keyUsage digitalSignature");
    }
    try {
      return VerificationKey.of(BundledKeys.publicKeyOf(certificate));
    } catch (IllegalArgumentException e) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "certificate has a key that verifies nothing here", e);
    }
  }

  @Override
  public String toString() {
    return "ValidatedPath[" + leaf().getSubjectX500Principal() + "]";
  }
}
