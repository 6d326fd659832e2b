package org.rats4j.cli.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.Signer;

/** Makes keys and self-signed certificates for a day: those of the demo need no authority. */
final class Certificates {
  /** The only host that there is. */
  static final String HOST = "localhost";

  private static final AlgorithmIdentifier ECDSA_WITH_SHA256 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  private Certificates() {}

  /** Returns a new key pair on P-256. */
  static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /**
   * Returns a certificate for {@link #HOST}.
   *
   * @param owner who the key belongs to
   * @param signer signs ES256 with the private half of {@code key}, wherever that is
   */
  static X509Certificate selfSigned(String owner, PublicKey key, Signer signer, Clock clock)
      throws GeneralSecurityException, IOException {
    Instant now = clock.instant();
    X500Name name = new X500Name("CN=" + HOST + ",OU=" + owner + ",O=rats demo");
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(now.toEpochMilli()));
    generator.setIssuer(name);
    generator.setSubject(name);
    generator.setStartDate(new Time(Date.from(now.minus(Duration.ofMinutes(5)))));
    generator.setEndDate(new Time(Date.from(now.plus(Duration.ofDays(1)))));
    generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    generator.setSignature(ECDSA_WITH_SHA256);
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, HOST)));
    extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    generator.setExtensions(extensions.generate());
    TBSCertificate unsigned = generator.generateTBSCertificate();
    byte[] signature = signer.sign(unsigned.getEncoded(ASN1Encoding.DER));
    DERSequence certificate =
        new DERSequence(
            new org.bouncycastle.asn1.ASN1Encodable[] {
              unsigned, ECDSA_WITH_SHA256, new DERBitString(derOf(signature))
            });
    return decoded(Bytes.copyOf(certificate.getEncoded(ASN1Encoding.DER)));
  }

  /** COSE has r and s one behind the other, X.509 in DER. */
  private static DERSequence derOf(byte[] signature) {
    int half = signature.length / 2;
    return new DERSequence(
        new org.bouncycastle.asn1.ASN1Encodable[] {
          new ASN1Integer(new BigInteger(1, signature, 0, half)),
          new ASN1Integer(new BigInteger(1, signature, half, half))
        });
  }

  /** Returns the certificate that {@code der} is. */
  static X509Certificate decoded(Bytes der) throws IOException {
    try {
      return EncodedKeys.certificate(der);
    } catch (DecodingException e) {
      throw new IOException("no certificate", e);
    }
  }

  /** Returns the certificate as text. */
  static Bytes pem(X509Certificate certificate) throws IOException {
    try {
      Bytes der = Bytes.copyOf(certificate.getEncoded());
      return Bytes.ofUtf8(new Pem(Pem.CERTIFICATE, der).encode());
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    }
  }

  /** Returns the key as others get it to know. */
  static Bytes pem(PublicKey key) {
    return Bytes.ofUtf8(new Pem(Pem.PUBLIC_KEY, Bytes.copyOf(key.getEncoded())).encode());
  }
}
