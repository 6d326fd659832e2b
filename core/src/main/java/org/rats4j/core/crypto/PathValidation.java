package org.rats4j.core.crypto;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.Der;

/** Certificates and paths, as one provider reads and validates them. */
final class PathValidation {
  private final Provider provider;

  /**
   * @throws IllegalArgumentException if {@code provider} does not read certificates or does not
   *     validate paths
   */
  PathValidation(Provider provider) {
    if (provider.getService("CertificateFactory", "X.509") == null
        || provider.getService("CertPathValidator", "PKIX") == null) {
      throw new IllegalArgumentException(
          "provider " + provider.getName() + " does not validate certificate paths");
    }
    this.provider = provider;
  }

  /**
   * Parses exactly one certificate.
   *
   * @throws CertificateException if {@code der} is anything else, or not DER
   */
  X509Certificate parse(Bytes der) throws CertificateException {
    if (!Der.isOneSequence(der)) {
      // Some factories also take PEM, PKCS#7 and BER, and one of them recurses without end in it.
      throw new CertificateException("not exactly one SEQUENCE in DER");
    }
    byte[] encoded = der.toByteArray();
    try {
      Certificate certificate =
          CertificateFactory.getInstance("X.509", provider)
              .generateCertificate(new ByteArrayInputStream(encoded));
      if (!(certificate instanceof X509Certificate x509)
          || !Arrays.equals(x509.getEncoded(), encoded)) {
        throw new CertificateException("not exactly one certificate in DER");
      }
      readAll(x509);
      return x509;
    } catch (RuntimeException e) {
      // A parser that is not ours met bytes that are not ours either.
      throw new CertificateException("not a certificate", e);
    }
  }

  /** Bouncy Castle parses some fields when they are asked for, and throws ISE then. */
  private static void readAll(X509Certificate certificate) throws CertificateException {
    certificate.getNotBefore();
    certificate.getNotAfter();
    certificate.getSubjectX500Principal();
    certificate.getIssuerX500Principal();
    certificate.getKeyUsage();
    certificate.getExtendedKeyUsage();
    certificate.getBasicConstraints();
  }

  /** Returns the anchor to which {@code chain} leads. */
  X509Certificate validate(List<X509Certificate> chain, Set<TrustAnchor> anchors, Instant at)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(anchors);
    parameters.setRevocationEnabled(false);
    return validate(chain, parameters, at);
  }

  void withRevocation(ValidatedPath path, CertStore store, Instant at)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
    parameters.setRevocationEnabled(true);
    parameters.addCertStore(store);
    validate(path.certificates(), parameters, at);
  }

  private X509Certificate validate(
      List<X509Certificate> chain, PKIXParameters parameters, Instant at)
      throws GeneralSecurityException {
    parameters.setDate(Date.from(at));
    try {
      CertPath path = CertificateFactory.getInstance("X.509", provider).generateCertPath(chain);
      if (!path.getCertificates().equals(chain)) {
        // Bouncy Castle sorts: then it would prove another certificate than the first.
        throw new CertPathValidatorException("chain is not in the order from leaf to root");
      }
      PKIXCertPathValidatorResult result =
          (PKIXCertPathValidatorResult)
              CertPathValidator.getInstance("PKIX", provider).validate(path, parameters);
      return result.getTrustAnchor().getTrustedCert();
    } catch (RuntimeException e) {
      throw new CertPathValidatorException("validator failed", e);
    }
  }
}
