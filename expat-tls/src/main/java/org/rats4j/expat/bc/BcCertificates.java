package org.rats4j.expat.bc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.internal.HandshakeChain;

/** Carries certificates between the types of the library and those of Java. */
final class BcCertificates {
  private BcCertificates() {}

  static byte[] encoded(X509Certificate certificate) throws IOException {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new TlsFatalAlert(AlertDescription.internal_error, "certificate has no encoding", e);
    }
  }

  /**
   * Passes what {@code check} passes.
   *
   * @throws TlsFatalAlert with {@code ifAbsent} if there is no certificate, with bad_certificate if
   *     the check fails
   */
  static void check(@Nullable Certificate received, HandshakeChain check, short ifAbsent)
      throws IOException {
    if (received == null || received.isEmpty()) {
      throw new TlsFatalAlert(ifAbsent, "peer shows no certificate");
    }
    try {
      check.check(x509(received));
    } catch (VerificationException e) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate, e.getMessage(), e);
    }
  }

  /** Returns the certificates in the type of Java; none if there are none. */
  static List<X509Certificate> x509(@Nullable Certificate received) throws IOException {
    List<X509Certificate> chain = new ArrayList<>();
    if (received == null) {
      return chain;
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (TlsCertificate certificate : received.getCertificateList()) {
        chain.add(
            (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(certificate.getEncoded())));
      }
      return chain;
    } catch (CertificateException e) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate, "not a certificate", e);
    }
  }
}
