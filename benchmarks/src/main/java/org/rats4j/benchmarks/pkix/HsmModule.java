package org.rats4j.benchmarks.pkix;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Signers;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceBuilder;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.KeyCapability;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.UnverifiedEvidence;

/** A module with an attestation key that a root certified, and keys on P-256. */
final class HsmModule {
  static final Provider PROVIDER = new BouncyCastleProvider();
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  private static final EvidenceOids OIDS = EvidenceOids.PLACEHOLDER;
  private static final X500Name ROOT = new X500Name("CN=Root");

  private final KeyPair rootKeys;
  private final X509Certificate root;

  HsmModule() throws GeneralSecurityException, OperatorCreationException, CertIOException {
    rootKeys = p256();
    X509v3CertificateBuilder builder = certificate(ROOT, rootKeys);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    root = issued(builder);
  }

  X509Certificate root() {
    return root;
  }

  private static KeyPair p256() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
    generator.initialize(new ECGenParameterSpec("P-256"));
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder certificate(X500Name subject, KeyPair keys) {
    return new X509v3CertificateBuilder(
        ROOT,
        BigInteger.ONE,
        Date.from(Instant.parse("2026-01-01T00:00:00Z")),
        Date.from(Instant.parse("2036-01-01T00:00:00Z")),
        subject,
        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
  }

  private X509Certificate issued(X509v3CertificateBuilder builder)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .setProvider(PROVIDER)
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(PROVIDER)
                    .build(rootKeys.getPrivate())));
  }

  /** Returns evidence with all claims of the platform and of so many keys. */
  UnverifiedEvidence evidence(int keys, String kind, long algorithm)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    KeyPair ak =
        kind.equals("EC") ? p256() : KeyPairGenerator.getInstance(kind, PROVIDER).generateKeyPair();
    X509v3CertificateBuilder certificate = certificate(new X500Name("CN=AK"), ak);
    certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    certificate.addExtension(
        Extension.extendedKeyUsage,
        true,
        new ExtendedKeyUsage(
            KeyPurposeId.getInstance(
                new ASN1ObjectIdentifier(OIDS.attestationKeyPurpose().toString()))));
    EvidenceBuilder evidence =
        Evidence.builder(OIDS)
            .transaction(t -> t.put(EvidenceClaims.NONCE, Bytes.copyOf(new byte[32])))
            .platform(
                p ->
                    p.put(EvidenceClaims.VENDOR, "Example Vaults")
                        .put(EvidenceClaims.HWSERIAL, "HSM-2026-000001")
                        .put(EvidenceClaims.FIPSBOOT, true)
                        .put(EvidenceClaims.FIPSLEVEL, 3));
    PublicKeyInfo key = PublicKeyInfo.of(p256().getPublic());
    for (int i = 0; i < keys; i++) {
      String identifier = "key-" + i;
      evidence.key(
          k ->
              k.put(EvidenceClaims.IDENTIFIER, identifier)
                  .put(EvidenceClaims.SPKI, key)
                  .put(EvidenceClaims.EXTRACTABLE, false)
                  .put(EvidenceClaims.SENSITIVE, true)
                  .put(EvidenceClaims.NEVER_EXTRACTABLE, true)
                  .put(EvidenceClaims.LOCAL, true)
                  .put(EvidenceClaims.PURPOSE, List.of(OIDS.capability(KeyCapability.SIGN))));
    }
    return evidence
        .signer(
            EvidenceSigner.ofCertificate(
                Bytes.copyOf(issued(certificate).getEncoded()),
                Signers.of(ak.getPrivate(), algorithm)))
        .sign();
  }
}
