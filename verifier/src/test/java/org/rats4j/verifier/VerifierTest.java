package org.rats4j.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.Encoding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.ear.Category;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.EvidenceContext;
import org.rats4j.verifier.evidence.EvidenceHandler;
import org.rats4j.verifier.evidence.EvidenceMessage;
import org.rats4j.verifier.evidence.KeySource;
import org.rats4j.verifier.policy.Condition;
import org.rats4j.verifier.policy.PolicyRules;
import org.rats4j.verifier.policy.Rule;
import org.rats4j.verifier.store.MemoryEndorsementStore;

class VerifierTest {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final Authority MAKER = Authority.of(new TaggedBytes(Bytes.ofUtf8("maker")));
  private static final CorimProfiles PROFILES =
      CorimProfiles.BUILT_IN.with(
          CorimProfile.withoutRules(CorimProfileId.of("tag:arm.com,2025:psa#1.0.0")));
  private static final Bytes BOOT = PsaDevice.filled(0xb0);
  private static final Bytes ROT = PsaDevice.filled(0xc0);
  private static final Bytes BAD = PsaDevice.filled(0xbd);

  private final PsaDevice device = new PsaDevice(7);

  private static CorimStore store(Corim... corims) {
    CorimStore.Builder store = CorimStore.builder().profiles(PROFILES).clock(CLOCK);
    for (Corim corim : corims) {
      store.add(corim, MAKER);
    }
    return store.build();
  }

  private static Verifier.Builder verifier(Corim... corims) {
    return Verifier.builder(VerifierId.of("https://verifier.example", "1"))
        .store(store(corims))
        .profiles(PROFILES)
        .clock(CLOCK);
  }

  private static AppraisalRequest request(Bytes evidence) {
    return AppraisalRequest.builder(evidence).nonce(PsaDevice.NONCE).build();
  }

  @Test
  void affirmsWhatReferenceValuesVouchFor() throws Exception {
    Verifier verifier = verifier(device.referenceValues(BOOT, ROT), device.keys()).build();

    AttestationResult result = verifier.appraise(request(device.token(BOOT, ROT)));

    ComponentResult psa = result.components().get(0);
    assertEquals("psa", psa.label());
    assertEquals(TrustTier.AFFIRMING, psa.status());
    assertEquals(
        Map.of(Category.INSTANCE_IDENTITY, 2, Category.EXECUTABLES, 2, Category.HARDWARE, 2),
        psa.vector().claims());
    assertEquals(KeySource.CORIM, psa.component().keySource());
  }

  @Test
  void warnsOfWhatNoReferenceValueVouchesFor() throws Exception {
    Verifier verifier = verifier(device.referenceValues(BOOT), device.keys()).build();

    AttestationResult result = verifier.appraise(request(device.token(BOOT, BAD)));

    assertEquals(TrustTier.WARNING, result.status());
    assertEquals(33, result.components().get(0).vector().claim(Category.EXECUTABLES));
    assertTrue(result.describe().contains("1 of 2 are as reference values say"), result.describe());
    assertTrue(
        result.describe().contains("CoRIM reference-values, tag reference-values-tag"),
        result.describe());
  }

  @Test
  void saysWhyAReferenceValueDidNotMatch() throws Exception {
    Verifier verifier = verifier(device.referenceValues(BOOT), device.keys()).build();

    String explained = verifier.appraise(request(device.token(BAD))).describe();

    assertTrue(
        explained.contains("VALUE_DIFFERS in psa.software-component at digests (2)"), explained);
    assertTrue(explained.contains("CoRIM:    [[1, h'" + BOOT.toHex() + "']]"), explained);
    assertTrue(explained.contains("evidence: [[1, h'" + BAD.toHex() + "']]"), explained);
  }

  @Test
  void saysWhichEnvironmentsThereAreIfNoneIsThatOfTheEvidence() throws Exception {
    PsaDevice other = new PsaDevice(8);
    Verifier verifier = verifier(other.ownReferenceValues(BOOT), device.keys()).build();

    AttestationResult result = verifier.appraise(request(device.token(BOOT)));

    String explained = result.describe();
    assertTrue(
        explained.contains(
            "no reference value is for this environment: compared with 1 environment of 1 CoRIM"),
        explained);
    assertTrue(
        explained.contains(
            "differs in instance\n            CoRIM:    550(h'"
                + other.instanceId.toHex()
                + "')\n            evidence: 550(h'"
                + device.instanceId.toHex()),
        explained);
    assertTrue(explained.contains("tag own-reference-values-tag"), explained);
  }

  @Test
  void listsTheNearestOfManyReferenceValuesThatDidNotMatch() throws Exception {
    Bytes[] others = new Bytes[50];
    for (int i = 0; i < others.length; i++) {
      others[i] = PsaDevice.filled(i);
    }
    Verifier verifier = verifier(device.referenceValues(others), device.keys()).build();

    AttestationResult result = verifier.appraise(request(device.token(BAD)));

    String explained = result.describe();
    assertEquals(21, explained.split("MISMATCH: reference value of ", -1).length, explained);
    assertTrue(explained.contains("and 30 more"), explained);
    assertEquals(JsonNumber.of(0), result.toJson().members().get("triples-not-listed"));
  }

  @Test
  void namesWhoSignedTheReferenceValues() throws Exception {
    java.security.KeyPair maker = PsaDevice.newKey();
    CorimStore signed =
        CorimStore.builder()
            .profiles(PROFILES)
            .clock(CLOCK)
            .add(
                device.referenceValues(BOOT),
                Authority.ofKey(maker.getPublic()),
                SignerInfo.of(CorimMeta.of("ACME Ltd.")))
            .add(device.keys(), MAKER)
            .build();

    String explained =
        verifier().store(signed).build().appraise(request(device.token(BOOT))).describe();

    byte[] thumbprint =
        java.security.MessageDigest.getInstance("SHA-256").digest(maker.getPublic().getEncoded());
    assertTrue(
        explained.contains(
            "triples/0/0, signed by \"ACME Ltd.\", key sha-256:"
                + Bytes.copyOf(thumbprint).toHex()),
        explained);
  }

  @Test
  void contraindicatesHardwareThatNobodyKnows() throws Exception {
    Verifier verifier = verifier(device.keys()).build();

    AttestationResult result = verifier.appraise(request(device.token(BOOT)));

    assertEquals(TrustTier.CONTRAINDICATED, result.status());
    assertEquals(97, result.components().get(0).vector().claim(Category.HARDWARE));
  }

  @ParameterizedTest
  @EnumSource(SecurityLifecycle.State.class)
  void affirmsSecuredDevicesOnly(SecurityLifecycle.State state) throws Exception {
    device.state = state;
    Verifier verifier = verifier(device.referenceValues(BOOT), device.keys()).build();

    TrustTier status = verifier.appraise(request(device.token(BOOT))).status();

    TrustTier expected =
        switch (state) {
          case SECURED -> TrustTier.AFFIRMING;
          case NON_ROT_DEBUG -> TrustTier.WARNING;
          default -> TrustTier.CONTRAINDICATED;
        };
    assertEquals(expected, status);
  }

  @Test
  void refusesADeviceWithoutKey() throws Exception {
    Verifier verifier = verifier(device.referenceValues(BOOT)).build();
    Bytes evidence = device.token(BOOT);

    VerificationException e =
        assertThrows(VerificationException.class, () -> verifier.appraise(request(evidence)));

    assertEquals(VerificationException.Reason.UNKNOWN_KEY, e.reason());
  }

  @Test
  void refusesTheKeyOfAnotherDevice() throws Exception {
    PsaDevice other = new PsaDevice(8);
    Verifier verifier = verifier(device.referenceValues(BOOT), other.keys()).build();
    Bytes evidence = device.token(BOOT);

    VerificationException e =
        assertThrows(VerificationException.class, () -> verifier.appraise(request(evidence)));

    assertEquals(VerificationException.Reason.UNKNOWN_KEY, e.reason());
  }

  @Test
  void refusesAnotherNonce() throws Exception {
    Verifier verifier = verifier(device.referenceValues(BOOT), device.keys()).build();
    AppraisalRequest request =
        AppraisalRequest.builder(device.token(BOOT)).nonce(PsaDevice.filled(9)).build();

    VerificationException e =
        assertThrows(VerificationException.class, () -> verifier.appraise(request));

    assertEquals(VerificationException.Reason.NONCE_MISMATCH, e.reason());
  }

  @Test
  void takesKeysThatItIsGivenFirst() throws Exception {
    Verifier verifier =
        verifier(device.referenceValues(BOOT))
            .keys(KeyResolver.of(VerificationKey.of(device.key.getPublic())))
            .build();

    AttestationResult result = verifier.appraise(request(device.token(BOOT)));

    assertEquals(KeySource.GIVEN, result.components().get(0).component().keySource());
    assertEquals(TrustTier.AFFIRMING, result.status());
  }

  @Test
  void takesKeysAndValuesOfDevicesFromTheEndorsementStore() throws Exception {
    Verifier verifier =
        verifier()
            .endorsements(
                MemoryEndorsementStore.builder()
                    .add(device.keys(), MAKER)
                    .add(device.ownReferenceValues(BOOT), MAKER)
                    .build())
            .build();

    AttestationResult result = verifier.appraise(request(device.token(BOOT)));

    assertEquals(KeySource.STORE, result.components().get(0).component().keySource());
    assertEquals(TrustTier.AFFIRMING, result.status());
  }

  @Test
  void takesNoValuesOfOtherDevicesFromTheEndorsementStore() throws Exception {
    PsaDevice other = new PsaDevice(8);
    Verifier verifier =
        verifier()
            .endorsements(
                MemoryEndorsementStore.builder()
                    .add(device.keys(), MAKER)
                    .add(other.ownReferenceValues(BOOT), MAKER)
                    .build())
            .build();

    AttestationResult result = verifier.appraise(request(device.token(BOOT)));

    assertEquals(TrustTier.CONTRAINDICATED, result.status());
  }

  @Test
  void appraisesEachComponentOfACollection() throws Exception {
    PsaDevice other = new PsaDevice(8);
    Verifier verifier = verifier(device.referenceValues(BOOT), device.keys(), other.keys()).build();
    ContentFormat eat = ContentFormat.of(263);
    Bytes evidence =
        CmwCollection.builder()
            .put("left", CmwRecord.of(eat, device.token(BOOT)))
            .put("right", CmwRecord.of(eat, other.token(BAD)))
            .build()
            .encode(CmwForm.CBOR);

    AttestationResult result = verifier.appraise(request(evidence));

    assertEquals(
        List.of("left affirming", "right warning"),
        result.components().stream()
            .map(one -> one.label() + " " + one.status().wireName())
            .toList());
    assertEquals(TrustTier.WARNING, result.status());
  }

  @Test
  void affirmsNothingOfWhichAPartWasNotJudged() throws Exception {
    Bytes token = device.token(BOOT);
    PsaDevice other = new PsaDevice(8);
    PolicyRules left =
        PolicyRules.of(
            "left-only",
            List.of(new Rule("left", Condition.ALWAYS, Map.of(Category.EXECUTABLES, 2))));
    Verifier verifier = verifier(device.keys(), other.keys()).policy(left).build();
    ContentFormat eat = ContentFormat.of(263);
    Bytes evidence =
        CmwCollection.builder()
            .put("left", CmwRecord.of(eat, token))
            .put("right", CmwRecord.of(eat, other.token(BAD)))
            .build()
            .encode(CmwForm.CBOR);

    AttestationResult result = verifier.appraise(request(evidence));

    assertEquals(TrustTier.AFFIRMING, result.components().get(0).status());
    assertEquals(TrustTier.NONE, result.status());
    assertEquals(TrustTier.NONE, result.claims().effectiveStatus());
  }

  @Test
  void refusesEvidenceWithoutComponent() {
    EvidenceHandler nothing =
        new EvidenceHandler() {
          @Override
          public boolean accepts(EvidenceMessage message) {
            return true;
          }

          @Override
          public List<EvidenceComponent> verify(EvidenceMessage message, EvidenceContext context) {
            return List.of();
          }
        };
    Verifier verifier = verifier().handlers(nothing).build();

    assertThrows(
        VerificationException.class, () -> verifier.appraise(request(Bytes.ofUtf8("nothing"))));
  }

  @Test
  void demandsANonceThatAResultHasRoomFor() {
    AppraisalRequest.Builder request = AppraisalRequest.builder(Bytes.of(1));

    assertThrows(IllegalArgumentException.class, () -> request.nonce(Bytes.of(1, 2, 3)));
    assertThrows(
        IllegalArgumentException.class, () -> request.resultNonce(Bytes.copyOf(new byte[65])));
    AppraisalRequest built = request.nonce(PsaDevice.filled(1)).nonce(PsaDevice.filled(2)).build();
    assertEquals(built.nonce(), built.resultNonce());
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void signsAResultThatItsRelyingPartyCanVerify(Encoding encoding) throws Exception {
    Verifier verifier = verifier(device.referenceValues(BOOT), device.keys()).build();
    java.security.KeyPair key = PsaDevice.newKey();
    AttestationResult result = verifier.appraise(request(device.token(BOOT)));

    Bytes token = result.sign(encoding, Signers.of(key.getPrivate(), Algorithms.ES256));

    Ear ear =
        Ear.decode(token, EarOptions.STRICT)
            .verify(
                EarExpectations.builder()
                    .keys(KeyResolver.of(VerificationKey.of(key.getPublic())))
                    .nonce(PsaDevice.NONCE)
                    .clock(CLOCK)
                    .build());
    assertEquals(TrustTier.AFFIRMING, ear.effectiveStatus());
    assertEquals(2, ear.appraisal("psa").orElseThrow().claim(Category.EXECUTABLES));
    assertEquals(List.of(), ear.findings());
  }

  @Test
  void saysTheSameAgain() throws Exception {
    Verifier verifier = verifier(device.referenceValues(BOOT), device.keys()).build();
    AppraisalRequest request = request(device.token(BOOT, BAD));

    AttestationResult one = verifier.appraise(request);
    AttestationResult other = verifier.appraise(request);

    assertEquals(one.toJson(), other.toJson());
    assertEquals(one.describe(), other.describe());
    assertEquals(one.claims().encode(Encoding.JSON), other.claims().encode(Encoding.JSON));
  }
}
