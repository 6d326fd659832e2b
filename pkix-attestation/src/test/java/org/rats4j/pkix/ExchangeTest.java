package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.Oid;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerCodec;
import org.rats4j.pkix.hsm.Attester;
import org.rats4j.pkix.hsm.ClaimValues;
import org.rats4j.pkix.hsm.KeySource;

/** Requests, their answers, and what carries them. */
class ExchangeTest {
  private static final EvidenceOids OIDS = EvidenceOids.PLACEHOLDER;
  private static final Bytes NONCE = Bytes.ofHex("0011223344556677");
  private static final EvidenceClaimKey<Boolean> PRIVATE =
      EvidenceClaimKey.of(Oid.of("1.3.6.1.4.1.32473.1"), "private", DerCodec.BOOLEAN);

  private static TestPki pki;
  private static EvidenceSigner ak;

  @BeforeAll
  static void makeKeys() throws Exception {
    pki = new TestPki();
    ak = pki.signer("EC", Algorithms.ES256);
  }

  private static UnverifiedEvidence evidence(String... identifiers) throws Exception {
    EvidenceBuilder builder =
        Evidence.builder(OIDS)
            .withoutAkBinding()
            .transaction(t -> t.put(EvidenceClaims.NONCE, NONCE));
    for (String identifier : identifiers) {
      builder.key(
          k -> k.put(EvidenceClaims.IDENTIFIER, identifier).put(EvidenceClaims.EXTRACTABLE, false));
    }
    return builder.signer(ak).sign();
  }

  private static List<String> paths(List<Finding> findings) {
    return findings.stream().map(Finding::path).toList();
  }

  @Test
  void keepsBackWhatWasNotAskedFor() throws Exception {
    AttestationRequest all =
        AttestationRequest.builder(OIDS)
            .transaction(NONCE)
            .key("k1", EvidenceClaims.EXTRACTABLE)
            .key("k2", EvidenceClaims.EXTRACTABLE)
            .build();
    AttestationRequest one =
        AttestationRequest.builder(OIDS).key("k1").key("k3", EvidenceClaims.EXTRACTABLE).build();

    assertEquals(List.of(), Presenter.review(all, evidence("k1", "k2")));
    assertEquals(
        List.of("elements/0", "elements/1/claims/1", "elements/2"),
        paths(Presenter.review(one, evidence("k1", "k2"))));
  }

  /** One look at each element: with one at each pair this would take minutes. */
  @Test
  void reviewsThousandsOfKeys() throws Exception {
    String[] names = new String[5000];
    AttestationRequest.Builder request = AttestationRequest.builder(OIDS).transaction(NONCE);
    for (int i = 0; i < names.length; i++) {
      names[i] = "key " + i;
      request.key(names[i], EvidenceClaims.EXTRACTABLE);
    }

    assertEquals(List.of(), Presenter.review(request.build(), evidence(names)));
  }

  @Test
  void signsARequestThatNobodyTakesForEvidence() throws Exception {
    AttestationRequest asking =
        AttestationRequest.builder(OIDS).key("k1", EvidenceClaims.EXTRACTABLE).build();
    AttestationRequest asksForNothing = AttestationRequest.builder(OIDS).key("k1").build();

    AttestationRequest signed = asking.signed(ak).signed(pki.signer("EC", Algorithms.ES256));

    assertEquals(signed, AttestationRequest.decode(signed.encoded(), EvidenceOptions.STRICT));
    assertEquals(2, signed.signatures().size());
    assertEquals(asking.tbs(), signed.tbs());
    assertThrows(
        DecodingException.class, () -> Evidence.decode(signed.encoded(), EvidenceOptions.LENIENT));
    assertThrows(IllegalStateException.class, () -> asksForNothing.signed(ak));
  }

  @Test
  void answersInNoFormOfOlderDrafts() throws Exception {
    EvidenceOids old = EvidenceOids.LEGACY_02_TO_05;
    Bytes der =
        Der.sequence(
            Der.integer(1),
            Der.sequence(
                Der.sequence(
                    Der.oid(old.key()),
                    Der.sequence(Der.sequence(Der.oid(EvidenceClaims.EXTRACTABLE.type(old)))))));
    AttestationRequest request =
        AttestationRequest.decode(der, EvidenceOptions.builder().oids(old).build());
    Attester attester = Attester.builder().signer(ak).build();

    VerificationException e =
        assertThrows(VerificationException.class, () -> attester.answer(request));

    assertEquals(PkixCodes.REQUEST_REFUSED, e.code());
  }

  @Test
  void asksTheSourceAndReportsNoMoreThanWasAskedFor() throws Exception {
    ClaimValues key =
        ClaimValues.builder()
            .add(EvidenceClaims.IDENTIFIER, "k1")
            .add(EvidenceClaims.EXTRACTABLE, false)
            .add(EvidenceClaims.SENSITIVE, true)
            .build();
    KeySource source =
        new KeySource() {
          @Override
          public Optional<ClaimValues> find(String identifier) {
            return Optional.of(key).filter(it -> identifier.equals("k1"));
          }

          @Override
          public List<ClaimValues> list() {
            return List.of(key);
          }
        };
    Attester attester = Attester.builder().keys(source).signer(ak).build();
    AttestationRequest request =
        AttestationRequest.builder(OIDS)
            .transaction(NONCE)
            .key("k1", EvidenceClaims.EXTRACTABLE)
            .build();

    Evidence answer = attester.answer(request).verify(pki.expectations().nonce(NONCE).build());

    KeyElement element = answer.tbs().key("k1").orElseThrow();
    assertEquals(Optional.of(false), element.extractable());
    assertEquals(Optional.empty(), element.sensitive());
    assertEquals(
        PkixCodes.REQUEST_KEY_NOT_FOUND,
        assertThrows(
                VerificationException.class,
                () -> attester.answer(AttestationRequest.builder(OIDS).key("k2").build()))
            .code());
  }

  @Test
  void saysThatAWrapperIsOfAnotherTypeOrAboutSomethingElse() throws Exception {
    MediaType type = MediaType.of("application/example-evidence");
    CmwRecord right = EvidenceCmw.wrap(evidence("k1"), type);
    CmwRecord none = CmwRecord.of(type, right.value());
    CmwRecord result = none.withIndicator(CmwIndicator.ATTESTATION_RESULTS);

    assertEquals(right.value(), EvidenceCmw.unwrap(right, type, EvidenceOptions.STRICT).encoded());
    assertEquals(right.value(), EvidenceCmw.unwrap(none, type, EvidenceOptions.STRICT).encoded());
    assertEquals(PkixCodes.CMW_INDICATOR, refusal(result, type));
    assertEquals(PkixCodes.CMW_MEDIA_TYPE, refusal(right, MediaType.of("application/other")));
  }

  private static String refusal(CmwRecord cmw, MediaType type) {
    return assertThrows(
            VerificationException.class,
            () -> EvidenceCmw.unwrap(cmw, type, EvidenceOptions.STRICT))
        .code();
  }

  /** Two libraries in one process may each have a constant for the claim. */
  @Test
  void readsAClaimByAnyKeyOfItsNumber() throws Exception {
    EvidenceClaimKey<Boolean> same =
        EvidenceClaimKey.of(PRIVATE.type(OIDS), "other name", DerCodec.BOOLEAN);
    Bytes encoded =
        Evidence.builder(OIDS)
            .key(k -> k.put(EvidenceClaims.IDENTIFIER, "k1").put(PRIVATE, true))
            .sign()
            .encoded();

    KeyElement element =
        Evidence.decode(encoded, EvidenceOptions.builder().claim(PRIVATE).build())
            .unverifiedTbs()
            .keys()
            .get(0);

    assertEquals(Optional.of(true), element.get(same));
    assertEquals(Optional.of(true), element.get(PRIVATE));
  }

  @Test
  void readsNoClaimOfTheDraftByAKeyOfYourOwn() {
    EvidenceClaimKey<Bytes> nonce =
        EvidenceClaimKey.of(EvidenceClaims.NONCE.type(OIDS), "mine", DerCodec.OCTETS);

    assertThrows(IllegalStateException.class, () -> EvidenceOptions.builder().claim(nonce).build());
    assertThrows(
        IllegalArgumentException.class,
        () -> EvidenceOptions.builder().claim(EvidenceClaims.NONCE));
  }

  @Test
  void namesSignersInTheElementThatIsThereAlready() throws Exception {
    UnverifiedEvidence evidence =
        Evidence.builder(OIDS)
            .element(OIDS.transaction(), t -> t.put(EvidenceClaims.NONCE, NONCE))
            .signer(ak)
            .sign();

    TransactionElement transaction = evidence.unverifiedTbs().transaction().orElseThrow();
    assertEquals(Optional.of(NONCE), transaction.nonce());
    assertEquals(List.of(ak.publicKey()), transaction.akSpkis());
  }

  @Test
  void refusesASignerWhoseNameIsThatOfAnother() throws Exception {
    KeyPair pair = TestPki.keys("EC");
    PublicKeyInfo other = PublicKeyInfo.of(TestPki.keys("EC").getPublic());
    SignerIdentifier sid = SignerIdentifier.ofPublicKey(other);

    assertThrows(
        IllegalArgumentException.class,
        () ->
            EvidenceSigner.of(
                sid,
                PublicKeyInfo.of(pair.getPublic()),
                Signers.of(pair.getPrivate(), Algorithms.ES256)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            EvidenceSigner.ofPublicKey(
                PublicKeyInfo.of(TestPki.keys("Ed25519").getPublic()),
                Signers.of(pair.getPrivate(), Algorithms.ES256)));
  }

  @Test
  void refusesPoliciesThatDemandNothing() {
    assertThrows(IllegalArgumentException.class, () -> EvidencePolicies.fipsMode(0));
    assertThrows(IllegalArgumentException.class, () -> EvidencePolicies.debugDisabled(0));
    assertThrows(IllegalArgumentException.class, () -> EvidencePolicies.requireSigners(0));
    assertThrows(IllegalArgumentException.class, () -> EvidencePolicies.requireNonce(Bytes.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> pki.expectations().nonce(Bytes.EMPTY));
  }

  @Test
  void saysThatATextIsTooLong() {
    EvidenceOptions tight = EvidenceOptions.builder().inputBytes(40).build();

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> Evidence.decodeText(Bytes.ofUtf8("A".repeat(41)), tight));

    assertEquals(PkixCodes.LIMIT_EXCEEDED, e.code());
  }
}
