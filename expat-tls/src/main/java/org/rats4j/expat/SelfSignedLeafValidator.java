package org.rats4j.expat;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.expat.tls.TlsRole;

/**
 * Takes any chain that is one self-signed certificate, valid now and for the role of its sender.
 *
 * <p>Such a certificate names nobody: whoever uses this validator knows the peer by its attestation
 * alone, and must demand one.
 */
public final class SelfSignedLeafValidator implements ChainValidator {
  private final Clock clock;

  private SelfSignedLeafValidator(Clock clock) {
    this.clock = clock;
  }

  /** Returns a validator. */
  public static SelfSignedLeafValidator of(Clock clock) {
    return new SelfSignedLeafValidator(Objects.requireNonNull(clock, "clock"));
  }

  @Override
  public void validate(List<X509Certificate> chain, TlsRole sender) throws VerificationException {
    X509Certificate leaf = chain.get(0);
    if (chain.size() != 1
        || !leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
      throw CertificateRules.rejected(
          Reason.UNTRUSTED_CHAIN, "chain is not one self-signed certificate");
    }
    Instant now = clock.instant();
    CertificateRules.checkStrength(leaf);
    CertificateRules.checkValidity(leaf, now);
    CertificateRules.checkPurpose(leaf, sender);
    try {
      leaf.verify(leaf.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw CertificateRules.rejected(
          Reason.UNTRUSTED_CHAIN, "certificate is not signed by its own key");
    }
  }
}
