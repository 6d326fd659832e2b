package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerCodec;

class EvidenceBuilderTest {
  private static final EvidenceOids OIDS = EvidenceOids.PLACEHOLDER;
  private static final Bytes NONCE = Bytes.ofHex("0011223344556677");
  private static final EvidenceClaimKey<Boolean> PRIVATE =
      EvidenceClaimKey.of(Oid.of("1.3.6.1.4.1.32473.1"), "private", DerCodec.BOOLEAN);

  private static TestPki pki;
  private static Bytes signed;

  @BeforeAll
  static void makePki() throws Exception {
    pki = new TestPki();
    signed = builder().signer(pki.signer("EC", Algorithms.ES256)).sign().encoded();
  }

  private static EvidenceBuilder builder() {
    return Evidence.builder(OIDS)
        .transaction(t -> t.put(EvidenceClaims.NONCE, NONCE))
        .platform(
            p ->
                p.put(EvidenceClaims.VENDOR, "Zürich Vaults")
                    .put(EvidenceClaims.UPTIME, BigInteger.TEN)
                    .put(EvidenceClaims.DBGSTAT, 3))
        .key(
            k ->
                k.put(EvidenceClaims.IDENTIFIER, "k1")
                    .put(EvidenceClaims.EXTRACTABLE, false)
                    .put(EvidenceClaims.PURPOSE, List.of(OIDS.capability(KeyCapability.SIGN)))
                    .put(PRIVATE, true));
  }

  @ParameterizedTest
  @CsvSource({
    "EC, -7",
    "EC, -9",
    "Ed25519, -19",
    "Ed448, -53",
    "RSA, -37",
    "RSA, -39",
    "ML-DSA-44, -48",
    "ML-DSA-65, -49",
    "ML-DSA-87, -50",
  })
  void signsWithWhatItVerifies(String key, long algorithm) throws Exception {
    UnverifiedEvidence built = builder().signer(pki.signer(key, algorithm)).sign();

    UnverifiedEvidence read = Evidence.decode(built.encoded(), EvidenceOptions.STRICT);
    Evidence evidence = read.verify(pki.expectations().nonce(NONCE).build());

    assertEquals(built, read);
    assertEquals(Optional.of(NONCE), evidence.tbs().transaction().orElseThrow().nonce());
    assertEquals(1, evidence.tbs().transaction().orElseThrow().akSpkis().size());
    assertEquals(Optional.of("Zürich Vaults"), evidence.tbs().platform().orElseThrow().vendor());
    assertEquals(
        Optional.of(List.of(OIDS.capability(KeyCapability.SIGN))),
        evidence.tbs().key("k1").orElseThrow().purposes());
  }

  @Test
  void signsWithAnAlgorithmThatCoseHasNoNumberFor() throws Exception {
    KeyPair pair = TestPki.keys("SLH-DSA-SHA2-128F");
    PublicKeyInfo key = PublicKeyInfo.of(pair.getPublic());
    EvidenceSigner signer =
        EvidenceSigner.of(
            SignerIdentifier.ofCertificate(pki.attestationKey(key)),
            key,
            AlgorithmIdentifier.of(key.algorithm()),
            tbs -> {
              Signature signature =
                  Signature.getInstance(
                      "SLH-DSA", new org.bouncycastle.jce.provider.BouncyCastleProvider());
              signature.initSign(pair.getPrivate());
              signature.update(tbs.toByteArray());
              return Bytes.copyOf(signature.sign());
            });

    Evidence evidence = builder().signer(signer).sign().verify(pki.expectations().build());

    assertEquals(Set.of(key), Set.of(evidence.signers().get(0).key().orElseThrow()));
  }

  @Test
  void takesAClassicAndAPostQuantumSignatureOverTheSameElements() throws Exception {
    UnverifiedEvidence hybrid =
        builder()
            .signer(pki.signer("EC", Algorithms.ES256))
            .signer(pki.signer("ML-DSA-65", Algorithms.ML_DSA_65))
            .sign();

    Evidence evidence =
        hybrid.verify(pki.expectations().signatures(SignaturePolicy.atLeast(2)).build());

    assertEquals(2, evidence.signers().size());
  }

  @Test
  void keepsTheElementsWhenSomebodySignsLater() throws Exception {
    UnverifiedEvidence first = builder().signer(pki.signer("EC", Algorithms.ES256)).sign();

    UnverifiedEvidence second =
        EvidenceBuilder.countersign(first, pki.signer("Ed25519", Algorithms.ED25519));

    assertEquals(first.unverifiedTbs().encoded(), second.unverifiedTbs().encoded());
    VerificationException e =
        assertThrows(VerificationException.class, () -> second.verify(pki.expectations().build()));
    assertEquals(PkixCodes.SIGNER_NOT_IN_AK_SPKI, e.code());
    Evidence evidence = second.verify(pki.expectations().akBinding(AkBinding.AT_LEAST_ONE).build());
    assertEquals(2, evidence.signers().size());
    assertTrue(
        evidence.findings().stream()
            .anyMatch(finding -> finding.code().equals(PkixCodes.SIGNER_NOT_IN_AK_SPKI)));
  }

  @ParameterizedTest
  @EnumSource(IntermediateTagging.class)
  void writesCertificatesInBothWays(IntermediateTagging tagging) throws Exception {
    Bytes certificate = pki.attestationKey(PublicKeyInfo.of(TestPki.keys("EC").getPublic()));
    UnverifiedEvidence evidence =
        builder().intermediateCertificate(certificate).intermediateTagging(tagging).sign();

    assertEquals(tagging, evidence.intermediateTagging());
    assertEquals(List.of(certificate), evidence.intermediateCertificates());
  }

  @Test
  void readsOwnClaimsByTheirKey() throws Exception {
    UnverifiedEvidence evidence = builder().sign();
    KeyElement unknown = evidence.unverifiedTbs().keys().get(0);
    KeyElement known =
        Evidence.decode(evidence.encoded(), EvidenceOptions.builder().claim(PRIVATE).build())
            .unverifiedTbs()
            .keys()
            .get(0);
    EvidenceClaimKey<Bytes> otherType =
        EvidenceClaimKey.of(PRIVATE.type(OIDS), "other", DerCodec.OCTETS);

    assertEquals(Optional.of(true), unknown.get(PRIVATE));
    assertEquals(Optional.of(true), known.get(PRIVATE));
    assertThrows(DecodingException.class, () -> unknown.get(otherType));
  }

  @Test
  void refusesUnknownTypesWhereTheWorldIsClosed() throws Exception {
    Bytes encoded = builder().sign().encoded();
    EvidenceOptions closed = EvidenceOptions.builder().unknownTypes(UnknownTypes.REJECT).build();

    DecodingException e =
        assertThrows(DecodingException.class, () -> Evidence.decode(encoded, closed));

    assertEquals(PkixCodes.CLAIM_UNKNOWN, e.code());
    assertEquals("elements/2/claims/3", e.path());
    Evidence.decode(encoded, closed.toBuilder().claim(PRIVATE).build());
  }

  @Test
  void readsUnderTheNumbersThatItIsGiven() throws Exception {
    EvidenceOids later =
        EvidenceOids.underArc(Oid.of("1.3.6.1.5.5.1")).withAttestationKeyPurpose(Oid.of("2.5.9"));
    Bytes encoded =
        Evidence.builder(later).key(k -> k.put(EvidenceClaims.IDENTIFIER, "k1")).sign().encoded();

    UnverifiedEvidence evidence =
        Evidence.decode(encoded, EvidenceOptions.builder().oids(later).build());
    UnverifiedEvidence foreign = Evidence.decode(encoded, EvidenceOptions.STRICT);

    assertEquals(List.of("k1"), evidence.unverifiedTbs().keys().get(0).identifiers());
    assertInstanceOf(UnknownElement.class, foreign.unverifiedTbs().elements().get(0));
  }

  @Test
  void refusesToBuildWhatItWouldNotRead() {
    assertThrows(IllegalStateException.class, () -> Evidence.builder(OIDS).sign());
    assertThrows(
        IllegalStateException.class,
        () -> builder().key(k -> k.put(EvidenceClaims.IDENTIFIER, "k1")).sign());
    assertThrows(
        IllegalStateException.class, () -> builder().key(k -> k.put(PRIVATE, false)).sign());
    assertThrows(
        IllegalStateException.class,
        () -> builder().platform(p -> p.put(EvidenceClaims.VENDOR, "x")).sign());
    assertThrows(
        IllegalArgumentException.class,
        () -> builder().platform(p -> p.put(EvidenceClaims.FIPSLEVEL, 5)));
    assertThrows(
        IllegalArgumentException.class, () -> Evidence.builder(EvidenceOids.LEGACY_02_TO_05));
  }

  @Test
  void countsLimits() throws Exception {
    EvidenceBuilder many = builder();
    for (int i = 0; i < 3; i++) {
      many.element(Oid.of("2.999." + i), e -> e.putRaw(Oid.of("2.999"), Der.nothing()));
    }
    Bytes encoded = many.sign().encoded();

    Evidence.decode(encoded, EvidenceOptions.builder().elements(6).build());
    for (EvidenceOptions tight :
        List.of(
            EvidenceOptions.builder().elements(5).build(),
            EvidenceOptions.builder().claimsOfElement(3).build(),
            EvidenceOptions.builder().inputBytes(encoded.size() - 1).build(),
            EvidenceOptions.builder().depth(4).build())) {
      DecodingException e =
          assertThrows(DecodingException.class, () -> Evidence.decode(encoded, tight));
      assertEquals(PkixCodes.LIMIT_EXCEEDED, e.code());
    }
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] wire = signed.toByteArray();
    for (int i = random.nextInt(3); i >= 0; i--) {
      wire[random.nextInt(wire.length)] = (byte) random.nextInt();
    }
    Bytes mutated = Bytes.copyOf(wire);
    try {
      UnverifiedEvidence evidence = Evidence.decode(mutated, EvidenceOptions.LENIENT);
      assertEquals(mutated, evidence.encoded());
      AttestationRequest.decode(mutated, EvidenceOptions.LENIENT);
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  /** No bit of what is signed, or of the signature, can be turned without notice. */
  @RepeatedTest(200)
  void neverVerifiesWithABitTurned(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] wire = signed.toByteArray();
    int bit = random.nextInt(wire.length * 8);
    wire[bit / 8] ^= (byte) (1 << bit % 8);

    EvidenceResult result;
    try {
      result =
          EvidenceVerifier.of(pki.expectations().build())
              .verify(Evidence.decode(Bytes.copyOf(wire), EvidenceOptions.STRICT));
    } catch (DecodingException expected) {
      return;
    }

    assertInstanceOf(EvidenceResult.Rejected.class, result);
  }
}
