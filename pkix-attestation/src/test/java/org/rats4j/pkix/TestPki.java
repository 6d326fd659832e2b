package org.rats4j.pkix;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;

/** A root and what it issues. */
public final class TestPki {
  /** The time of the tests. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  private static final Provider BC = new BouncyCastleProvider();
  private static final X500Name ROOT = new X500Name("CN=Test root");
  private static final Date FROM = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final Date TO = Date.from(Instant.parse("2036-01-01T00:00:00Z"));

  private final KeyPair root;
  private final X509Certificate certificate;

  /** Makes a root. */
  public TestPki() throws Exception {
    root = keys("EC");
    X509v3CertificateBuilder builder = builder(ROOT, info(root));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    certificate = sign(builder);
  }

  /** Makes a pair of keys. */
  public static KeyPair keys(String algorithm) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BC);
    if (algorithm.equals("EC")) {
      generator.initialize(new java.security.spec.ECGenParameterSpec("P-256"));
    }
    return generator.generateKeyPair();
  }

  private static SubjectPublicKeyInfo info(KeyPair pair) {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  private X509v3CertificateBuilder builder(X500Name subject, SubjectPublicKeyInfo key) {
    return new X509v3CertificateBuilder(ROOT, BigInteger.ONE, FROM, TO, subject, key);
  }

  private X509Certificate sign(X509v3CertificateBuilder builder) throws Exception {
    return new JcaX509CertificateConverter()
        .setProvider(BC)
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(BC)
                    .build(root.getPrivate())));
  }

  /** Returns the root as anchor. */
  public TrustAnchors anchors() {
    return TrustAnchors.of(certificate);
  }

  /** Issues a certificate for an attestation key, in DER. */
  public Bytes attestationKey(PublicKeyInfo key) throws Exception {
    X509v3CertificateBuilder builder =
        builder(
            new X500Name("CN=Test AK"),
            SubjectPublicKeyInfo.getInstance(key.encoded().toByteArray()));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage,
        true,
        new ExtendedKeyUsage(
            KeyPurposeId.getInstance(
                new ASN1ObjectIdentifier(
                    EvidenceOids.PLACEHOLDER.attestationKeyPurpose().toString()))));
    return Bytes.copyOf(sign(builder).getEncoded());
  }

  /** Returns a signer with a new key and its certificate. */
  public EvidenceSigner signer(String keyAlgorithm, long algorithm) throws Exception {
    KeyPair pair = keys(keyAlgorithm);
    return EvidenceSigner.ofCertificate(
        attestationKey(PublicKeyInfo.of(pair.getPublic())),
        Signers.of(pair.getPrivate(), algorithm));
  }

  /** Returns expectations that trust the root. */
  public EvidenceExpectations.Builder expectations() {
    return EvidenceExpectations.builder().trustAnchors(anchors()).clock(CLOCK);
  }
}
