package org.rats4j.corim.guide;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.GeneralizedTime;

/**
 * A certificate of the test.
 *
 * @param encoded the certificate in DER
 */
public record GuideCertificate(Bytes encoded) {
  private static final Bytes ECDSA = Der.sequence(Der.oid(Oid.of("1.2.840.10045.4.3.2")));

  /** Returns a certificate for {@code subject} that the key of {@code issuer} signs. */
  public static GuideCertificate of(KeyPair subject, String name, KeyPair issuer, String issuerName)
      throws GeneralSecurityException {
    Bytes validity =
        Der.sequence(
            Der.generalizedTime(GeneralizedTime.of(Instant.parse("2020-01-01T00:00:00Z"))),
            Der.generalizedTime(GeneralizedTime.of(Instant.parse("2090-01-01T00:00:00Z"))));
    Bytes content =
        Der.sequence(
            Der.integer(1),
            ECDSA,
            name(issuerName),
            validity,
            name(name),
            Bytes.copyOf(subject.getPublic().getEncoded()));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(issuer.getPrivate());
    signature.update(content.toByteArray());
    return new GuideCertificate(
        Der.sequence(content, ECDSA, Der.bits(Bytes.copyOf(signature.sign()))));
  }

  private static Bytes name(String text) {
    Bytes commonName = Der.sequence(Der.oid(Oid.of("2.5.4.3")), Der.utf8(text));
    return Der.sequence(Der.set(List.of(commonName)));
  }

  X509Certificate certificate() throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded.toByteArray()));
  }
}
