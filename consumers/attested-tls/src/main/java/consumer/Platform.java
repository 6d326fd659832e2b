package consumer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.expat.AttestationConfig;
import org.rats4j.expat.BoundValue;
import org.rats4j.expat.ExpatProfile;
import org.rats4j.expat.Identity;
import org.rats4j.expat.PkixChainValidator;
import org.rats4j.expat.Verdict;
import org.rats4j.expat.tls.TlsCredentials;

/** A machine with a certificate for TLS and a key for evidence, and who trusts both. */
final class Platform {
  private static final ExpatProfile PROFILE = ExpatProfile.draft03(0xff00);
  private static final MediaType EAT = MediaType.of("application/eat+cwt");
  private static final ClaimKey<Bytes> KEY_HASH =
      ClaimKey.of(-70001, "attested-key-hash", ClaimCodecs.BYTES);

  private final KeyPair platform = newKey();
  private final TlsCredentials credentials = selfSigned();

  Platform() throws Exception {}

  TlsCredentials credentials() {
    return credentials;
  }

  TrustAnchors anchors() {
    return TrustAnchors.of(credentials.leaf());
  }

  AttestationConfig server() {
    return AttestationConfig.builder(PROFILE)
        .attest(
            Identity.of(credentials.chain(), Signers.of(credentials.key(), Algorithms.ES256)),
            request -> evidence(request.binder(), request.aikPubHash()))
        .build();
  }

  /** Takes certificates of these anchors, and the evidence of this platform. */
  AttestationConfig client(TrustAnchors anchors) {
    return AttestationConfig.builder(PROFILE)
        .requireAttestation(
            PkixChainValidator.of(anchors, Clock.systemUTC()).serverName("localhost"),
            (attestation, expected) -> {
              EatClaims claims = verify(attestation, expected.binder());
              return Verdict.accepted(
                  BoundValue.CONFIRMED, BoundValue.found(claims.get(KEY_HASH).orElseThrow()));
            })
        .build();
  }

  private Cmw evidence(Bytes binder, Bytes keyHash) throws GeneralSecurityException {
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(binder)))
            .put(KEY_HASH, keyHash)
            .build();
    return CmwRecord.of(
        EAT, Eat.cwt(claims).sign(Signers.of(platform.getPrivate(), Algorithms.ES256)));
  }

  private EatClaims verify(Cmw attestation, Bytes binder) throws RatsException {
    return Eat.decode(((CmwRecord) attestation).value(), EatOptions.STRICT)
        .verify(
            EatExpectations.builder()
                .key(VerificationKey.of(platform.getPublic()))
                .nonce(binder)
                .clock(Clock.systemUTC())
                .build())
        .claims();
  }

  private static TlsCredentials selfSigned() throws Exception {
    KeyPair keys = newKey();
    X500Name name = new X500Name("CN=localhost");
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(Duration.ofDays(1))),
            name,
            keys.getPublic());
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    return new TlsCredentials(keys.getPrivate(), List.of(certificate));
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
