package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.VerificationKey;

/** What becomes of evidence that several sign, or somebody whom nobody knows. */
class SeveralSignaturesTest {
  private static final Bytes KEY_ID = Bytes.ofHex("0102030405");

  private static TestPki maker;
  private static TestPki tenant;
  private static KeyPair named;
  private static EvidenceSigner ofMaker;
  private static EvidenceSigner ofTenant;
  private static EvidenceSigner byKeyId;

  @BeforeAll
  static void makeSigners() throws Exception {
    maker = new TestPki();
    tenant = new TestPki();
    named = TestPki.keys("EC");
    ofMaker = maker.signer("EC", Algorithms.ES256);
    ofTenant = tenant.signer("Ed25519", Algorithms.ED25519);
    byKeyId =
        EvidenceSigner.of(
            SignerIdentifier.ofKeyId(KEY_ID),
            PublicKeyInfo.of(named.getPublic()),
            Signers.of(named.getPrivate(), Algorithms.ES256));
  }

  private static UnverifiedEvidence signedBy(EvidenceSigner... signers) throws Exception {
    EvidenceBuilder builder = TestPki.evidence(ofMaker.publicKey()).withoutAkBinding();
    for (EvidenceSigner signer : signers) {
      builder.signer(signer);
    }
    return builder.sign();
  }

  private static EvidenceResult verify(
      UnverifiedEvidence evidence, EvidenceExpectations.Builder expectations) {
    return evidence.check(expectations.build());
  }

  private static List<String> errors(EvidenceResult result) {
    return result.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::code)
        .toList();
  }

  @Test
  void passesOverForeignSignaturesOnlyWhereItIsTold() throws Exception {
    UnverifiedEvidence evidence = signedBy(ofMaker, ofTenant, byKeyId);

    EvidenceResult refused = verify(evidence, maker.expectations());
    EvidenceResult ignored =
        verify(evidence, maker.expectations().foreignBlocks(ForeignBlocks.IGNORE));

    assertEquals(List.of(PkixCodes.PATH_NOT_FOUND, PkixCodes.KEY_UNRESOLVED), errors(refused));
    assertEquals(
        1, assertInstanceOf(EvidenceResult.Verified.class, ignored).evidence().signers().size());
    assertEquals(2, ignored.findings().stream().filter(f -> f.path().startsWith("sig")).count());
  }

  @Test
  void neverPassesOverASignatureThatIsWrong() throws Exception {
    EvidenceSigner liar =
        EvidenceSigner.of(
            SignerIdentifier.ofCertificate(tenant.attestationKey(ofTenant.publicKey())),
            ofTenant.publicKey(),
            AlgorithmIdentifier.of(ofTenant.publicKey().algorithm()),
            tbs -> Bytes.copyOf(new byte[64]));

    EvidenceResult result =
        verify(signedBy(ofMaker, liar), maker.expectations().foreignBlocks(ForeignBlocks.IGNORE));

    assertEquals(List.of(PkixCodes.SIGNATURE_INVALID, PkixCodes.PATH_NOT_FOUND), errors(result));
  }

  /** The algorithm of strangers is looked at; to compute with their keys would be work for them. */
  @Test
  void computesNothingWithTheKeysOfStrangers() throws Exception {
    EvidenceSigner liar =
        EvidenceSigner.of(
            SignerIdentifier.ofPublicKey(ofTenant.publicKey()),
            ofTenant.publicKey(),
            AlgorithmIdentifier.of(ofTenant.publicKey().algorithm()),
            tbs -> Bytes.copyOf(new byte[64]));

    assertEquals(
        List.of(PkixCodes.SIGNER_NOT_TRUSTED),
        errors(verify(signedBy(liar), maker.expectations())));
    assertEquals(
        List.of(PkixCodes.SIGNATURE_INVALID, PkixCodes.SIGNER_NOT_TRUSTED),
        errors(verify(signedBy(liar), maker.expectations().foreignBlocks(ForeignBlocks.IGNORE))));
  }

  @Test
  void passesOverNothingWhereNobodyIsLeft() throws Exception {
    EvidenceResult result =
        verify(
            signedBy(ofTenant, byKeyId), maker.expectations().foreignBlocks(ForeignBlocks.IGNORE));

    assertEquals(List.of(PkixCodes.SIGNER_NOT_TRUSTED), errors(result));
  }

  @Test
  void refusesAKeyIdentifierThatNobodyKnowsWhateverThePolicy() throws Exception {
    UnverifiedEvidence evidence = signedBy(ofMaker, byKeyId);
    EvidenceExpectations.Builder any = maker.expectations().signatures(SignaturePolicy.ANY);

    assertEquals(List.of(PkixCodes.KEY_UNRESOLVED), errors(verify(evidence, any)));
    assertInstanceOf(
        EvidenceResult.Verified.class, verify(evidence, any.foreignBlocks(ForeignBlocks.IGNORE)));
  }

  @Test
  void demandsASignatureThatLeadsToCertainAnchors() throws Exception {
    TrustAnchors both =
        TrustAnchors.of(
            List.of(maker.anchors().certificates().get(0), tenant.anchors().certificates().get(0)));
    EvidenceExpectations.Builder expected =
        EvidenceExpectations.builder()
            .trustAnchors(both)
            .clock(TestPki.CLOCK)
            .signatures(SignaturePolicy.signedBy(tenant.anchors()));

    EvidenceResult ofBoth = verify(signedBy(ofMaker, ofTenant), expected);
    EvidenceResult ofOne = verify(signedBy(ofMaker), expected);

    assertInstanceOf(EvidenceResult.Verified.class, ofBoth);
    assertEquals(List.of(PkixCodes.SIGNER_NOT_TRUSTED), errors(ofOne));
  }

  @Test
  void countsKeysAndNotSignatures() throws Exception {
    EvidenceExpectations.Builder two = maker.expectations().signatures(SignaturePolicy.atLeast(2));

    EvidenceResult twice = verify(signedBy(ofMaker, ofMaker), two);
    EvidenceResult hybrid =
        verify(signedBy(ofMaker, maker.signer("ML-DSA-87", Algorithms.ML_DSA_87)), two);

    assertEquals(List.of(PkixCodes.SIGNER_NOT_TRUSTED), errors(twice));
    assertInstanceOf(EvidenceResult.Verified.class, hybrid);
    assertThrows(IllegalArgumentException.class, () -> SignaturePolicy.atLeast(0));
  }

  @Test
  void refusesAnIdentifierWhoseMembersMeanDifferentKeys() throws Exception {
    PublicKeyInfo other = PublicKeyInfo.of(named.getPublic());
    AttestationKeyResolver wrong =
        AttestationKeyResolver.of(Map.of(KEY_ID, AttestationKey.trusted(other)));
    KeyPair ak = TestPki.keys("EC");
    PublicKeyInfo key = PublicKeyInfo.of(ak.getPublic());
    EvidenceSigner both =
        EvidenceSigner.of(
            SignerIdentifier.ofCertificate(maker.attestationKey(key)).withKeyId(KEY_ID),
            key,
            Signers.of(ak.getPrivate(), Algorithms.ES256));

    EvidenceResult result = verify(signedBy(both), maker.expectations().keys(wrong));

    assertEquals(List.of(PkixCodes.SID_KEYS_DISAGREE), errors(result));
    assertInstanceOf(EvidenceResult.Verified.class, verify(signedBy(both), maker.expectations()));
  }

  @Test
  void asksAResolverOfCoreByTheKeyIdentifier() throws Exception {
    VerificationKey key = VerificationKey.of(named.getPublic()).withKeyId(KEY_ID);
    VerificationKey other = VerificationKey.of(TestPki.keys("EC").getPublic());
    KeyResolver keys = KeyResolver.of(List.of(other, key));

    EvidenceResult known =
        verify(
            signedBy(byKeyId),
            EvidenceExpectations.builder().keys(AttestationKeyResolver.of(keys)));
    EvidenceResult refused =
        verify(
            signedBy(byKeyId),
            EvidenceExpectations.builder()
                .keys(AttestationKeyResolver.of((KeyResolver) hints -> List.of())));

    assertInstanceOf(EvidenceResult.Verified.class, known);
    assertEquals(List.of(PkixCodes.KEY_UNRESOLVED), errors(refused));
  }

  /** A list of keys answers with those that have no name to each identifier. */
  @Test
  void takesNoKeyWithoutNameForTheOneOfACertificate() throws Exception {
    PublicKeyInfo key = PublicKeyInfo.of(named.getPublic());
    EvidenceSigner both =
        EvidenceSigner.of(
            SignerIdentifier.ofCertificate(maker.attestationKey(key)).withKeyId(KEY_ID),
            key,
            Signers.of(named.getPrivate(), Algorithms.ES256));
    VerificationKey other = VerificationKey.of(TestPki.keys("EC").getPublic());

    EvidenceResult withoutName =
        verify(
            signedBy(both),
            maker.expectations().keys(AttestationKeyResolver.of(KeyResolver.of(other))));
    EvidenceResult withName =
        verify(
            signedBy(both),
            maker
                .expectations()
                .keys(AttestationKeyResolver.of(KeyResolver.of(other.withKeyId(KEY_ID)))));

    assertInstanceOf(EvidenceResult.Verified.class, withoutName);
    assertEquals(List.of(PkixCodes.SID_KEYS_DISAGREE), errors(withName));
  }

  @Test
  void reportsWhatEveryPolicyFindsWrong() throws Exception {
    EvidenceResult result =
        verify(
            signedBy(ofMaker),
            maker
                .expectations()
                .nonce(KEY_ID)
                .policy(
                    EvidencePolicies.nonExportable(),
                    EvidencePolicies.neverExportable(),
                    EvidencePolicies.fipsMode(2),
                    EvidencePolicies.keyMatches(ofTenant.publicKey()),
                    EvidencePolicies.requireAkBinding(),
                    EvidencePolicies.requireSigners(2)));

    assertEquals(
        List.of(
            "POLICY_REQUIRE_NONCE",
            "POLICY_NEVER_EXPORTABLE",
            "POLICY_FIPS_MODE",
            "POLICY_KEY_MATCHES",
            "POLICY_REQUIRE_AK_BINDING",
            "POLICY_REQUIRE_SIGNERS"),
        errors(result));
    assertTrue(result.findings().stream().anyMatch(f -> f.message().startsWith("absent")));
  }

  @Test
  void rejectsWhereAHookOfTheCallerFails() throws Exception {
    EvidenceResult result =
        verify(
            signedBy(byKeyId),
            maker
                .expectations()
                .keys(
                    keyId -> {
                      throw new IllegalStateException("no connection");
                    }));

    assertEquals(List.of(PkixCodes.INTERNAL_ERROR), errors(result));
  }
}
