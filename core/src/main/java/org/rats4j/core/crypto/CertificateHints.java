package org.rats4j.core.crypto;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

/** Finds keys by the certificates that a message carries or means (RFC 9360). */
final class CertificateHints {
  private CertificateHints() {}

  static List<VerificationKey> byChain(KeyHints hints, TrustAnchors anchors, Instant at)
      throws VerificationException {
    List<Bytes> chain = hints.certificateChain();
    if (chain.isEmpty()) {
      return List.of();
    }
    checkAgreement(hints);
    return List.of(anchors.validate(chain, at).verificationKey());
  }

  static List<VerificationKey> byThumbprint(KeyHints hints, List<X509Certificate> certificates)
      throws VerificationException {
    Optional<CertificateThumbprint> thumbprint = hints.certificateThumbprint();
    if (thumbprint.isEmpty()) {
      return List.of();
    }
    checkAgreement(hints);
    for (X509Certificate certificate : certificates) {
      if (thumbprint.get().matches(der(certificate)).orElse(false)) {
        return List.of(ValidatedPath.keyOf(certificate));
      }
    }
    return List.of();
  }

  /** A message that names two signers names none. A hash that is not known cannot disagree. */
  private static void checkAgreement(KeyHints hints) throws VerificationException {
    if (hints.certificateChain().isEmpty() || hints.certificateThumbprint().isEmpty()) {
      return;
    }
    Bytes leaf = hints.certificateChain().get(0);
    if (!hints.certificateThumbprint().get().matches(leaf).orElse(true)) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "x5t is not the hash of the first certificate");
    }
  }

  private static Bytes der(X509Certificate certificate) {
    try {
      return Bytes.copyOf(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("certificate has no encoding", e);
    }
  }
}
