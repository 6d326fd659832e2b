package org.rats4j.pkix;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;

/** A root, or an authority below one, and what it issues. */
public final class TestPki {
  /** The time of the tests. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  private static final Provider BC = new BouncyCastleProvider();
  private static final Date FROM = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final Date TO = Date.from(Instant.parse("2036-01-01T00:00:00Z"));

  private final X500Name name;
  private final KeyPair keys;
  private final X509Certificate certificate;
  private int serial = 1;

  /** Makes a root. */
  public TestPki() throws Exception {
    this("Test root", null);
  }

  private TestPki(String commonName, @Nullable TestPki issuer) throws Exception {
    name = new X500Name("CN=" + commonName);
    keys = keys("EC");
    TestPki signer = issuer == null ? this : issuer;
    X509v3CertificateBuilder builder = signer.builder(name, info(keys));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    certificate = signer.sign(builder);
  }

  /** Makes an authority that this one certifies. */
  public TestPki authority(String commonName) throws Exception {
    return new TestPki(commonName, this);
  }

  /** Returns the certificate of this authority in DER. */
  public Bytes certificate() throws Exception {
    return Bytes.copyOf(certificate.getEncoded());
  }

  /** Returns another certificate for the key of {@code other}, by this authority, in DER. */
  public Bytes certify(TestPki other) throws Exception {
    X509v3CertificateBuilder builder = builder(other.name, info(other.keys));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return Bytes.copyOf(sign(builder).getEncoded());
  }

  /** Returns a list of this authority, with one certificate or none. */
  public X509CRL crl(BigInteger... revoked) throws Exception {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, FROM);
    builder.setNextUpdate(TO);
    for (BigInteger number : revoked) {
      builder.addCRLEntry(number, FROM, CRLReason.keyCompromise);
    }
    return new JcaX509CRLConverter().setProvider(BC).getCRL(builder.build(contentSigner()));
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
    return new X509v3CertificateBuilder(name, BigInteger.valueOf(serial++), FROM, TO, subject, key);
  }

  private X509Certificate sign(X509v3CertificateBuilder builder) throws Exception {
    return new JcaX509CertificateConverter()
        .setProvider(BC)
        .getCertificate(builder.build(contentSigner()));
  }

  private ContentSigner contentSigner() throws Exception {
    return new JcaContentSignerBuilder("SHA256withECDSA").setProvider(BC).build(keys.getPrivate());
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

  /** Returns the issued certificate as others see it. */
  public static BigInteger serialOf(Bytes certificate) {
    return new org.bouncycastle.cert.X509CertificateHolder(
            org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.toByteArray()))
        .getSerialNumber();
  }

  /** Returns evidence about one key, not signed. */
  public static EvidenceBuilder evidence(PublicKeyInfo key) {
    return Evidence.builder(EvidenceOids.PLACEHOLDER)
        .key(
            k ->
                k.put(EvidenceClaims.IDENTIFIER, "k1")
                    .put(EvidenceClaims.SPKI, key)
                    .put(EvidenceClaims.EXTRACTABLE, false));
  }

  /** Returns a signer with a new key and its certificate. */
  public EvidenceSigner signer(String keyAlgorithm, long algorithm) throws Exception {
    KeyPair pair = keys(keyAlgorithm);
    return EvidenceSigner.ofCertificate(
        attestationKey(PublicKeyInfo.of(pair.getPublic())),
        Signers.of(pair.getPrivate(), algorithm));
  }

  /** Returns expectations that trust several roots. */
  public static EvidenceExpectations.Builder expectations(TestPki... roots) {
    List<X509Certificate> all = new ArrayList<>();
    for (TestPki root : roots) {
      all.add(root.certificate);
    }
    return EvidenceExpectations.builder().trustAnchors(TrustAnchors.of(all)).clock(CLOCK);
  }

  /** Returns expectations that trust the root. */
  public EvidenceExpectations.Builder expectations() {
    return EvidenceExpectations.builder().trustAnchors(anchors()).clock(CLOCK);
  }
}
