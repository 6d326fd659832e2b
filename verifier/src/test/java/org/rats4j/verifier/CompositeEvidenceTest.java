package org.rats4j.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.SignedCmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.comid.Version;
import org.rats4j.ear.Ar4siValue;
import org.rats4j.ear.Category;
import org.rats4j.ear.KeyAttestation;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Confirmation;
import org.rats4j.eat.DebugStatus;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.NestedToken;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.OemId;
import org.rats4j.eat.SecureChannelAssertion;
import org.rats4j.eat.Submodule;
import org.rats4j.eat.Submodules;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.pkix.Evidence;
import org.rats4j.pkix.EvidenceClaims;
import org.rats4j.pkix.EvidenceExpectations;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.EvidencePolicies;
import org.rats4j.pkix.EvidenceSigner;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.verifier.evidence.EatHandler;
import org.rats4j.verifier.evidence.KeySource;
import org.rats4j.verifier.evidence.PkixHandler;
import org.rats4j.verifier.store.EndorsementStore;

/** Evidence of more than one part, and of other kinds than PSA. */
class CompositeEvidenceTest {
  private static final Authority MAKER = Authority.of(new TaggedBytes(Bytes.ofUtf8("maker")));
  private static final Bytes GOOD = PsaDevice.filled(1);
  private static final Bytes BAD = PsaDevice.filled(2);
  private static final Bytes BOARD = Bytes.ofUtf8("board");
  private static final Bytes CHIP = Bytes.ofUtf8("chip");
  private static final MediaType HSM = MediaType.of("application/x-hsm-evidence");

  private final KeyPair key = PsaDevice.newKey();

  private static Corim referenceValues(Environment environment, Measurement... measurements) {
    return Corim.builder(TagId.of("values"))
        .tag(
            ConciseTag.of(
                Comid.builder(
                        TagIdentity.of(TagId.of("tag")),
                        Triples.builder()
                            .reference(new ValuesTriple(environment, List.of(measurements)))
                            .build())
                    .build()))
        .build();
  }

  private static Environment model(Bytes model) {
    return Environment.of(EnvironmentClass.of(new TaggedBytes(model)));
  }

  private static Measurement firmware(Bytes digest) {
    return Measurement.of(
        MeasurementKey.of("firmware"),
        MeasurementValues.builder().digests(Digest.sha256(digest)).build());
  }

  private static EatClaims.Builder claims(Bytes model, Bytes digest) {
    return EatClaims.builder()
        .put(Claims.OEM_ID, OemId.pen(4711))
        .put(Claims.HARDWARE_MODEL, new HwModel(model))
        .put(
            Claims.MEASUREMENTS,
            List.of(MeasuredComponent.of("firmware", Digest.sha256(digest)).body(Encoding.CBOR)));
  }

  private Verifier.Builder verifier() {
    return Verifier.builder(VerifierId.of("https://verifier.example", "1"))
        .store(
            CorimStore.builder()
                .clock(VerifierTest.CLOCK)
                .add(referenceValues(model(BOARD), firmware(GOOD)), MAKER)
                .add(referenceValues(model(CHIP), firmware(GOOD)), MAKER)
                .build())
        .keys(KeyResolver.of(VerificationKey.of(key.getPublic())))
        .clock(VerifierTest.CLOCK);
  }

  private static List<String> appraise(Verifier verifier, Bytes evidence) throws Exception {
    return verifier
        .appraise(AppraisalRequest.builder(evidence).nonce(PsaDevice.NONCE).build())
        .components()
        .stream()
        .map(one -> one.label() + " " + one.status().wireName())
        .toList();
  }

  private Bytes board(Submodule chip) throws Exception {
    EatClaims claims =
        claims(BOARD, GOOD)
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(PsaDevice.NONCE)))
            .put(Claims.SUBMODULES, Submodules.of("chip", chip))
            .build();
    return Eat.cwt(claims).sign(Signers.of(key.getPrivate(), Algorithms.ES256));
  }

  @Test
  void appraisesSubmodulesOnTheirOwn() throws Exception {
    Bytes evidence = board(new Submodule.ClaimsSet(claims(CHIP, BAD).build()));

    assertEquals(
        List.of("eat affirming", "eat/chip warning"), appraise(verifier().build(), evidence));
  }

  @Test
  void affirmsASubmoduleByItsOwnReferenceValues() throws Exception {
    Bytes evidence = board(new Submodule.ClaimsSet(claims(CHIP, GOOD).build()));

    assertEquals(
        List.of("eat affirming", "eat/chip affirming"), appraise(verifier().build(), evidence));
  }

  @Test
  void refusesANestedTokenOfAKeyThatNobodyKnows() throws Exception {
    Bytes chip =
        Eat.cwt(claims(CHIP, GOOD).build())
            .sign(Signers.of(PsaDevice.newKey().getPrivate(), Algorithms.ES256));
    Bytes evidence = board(NestedToken.of(chip));

    assertThrows(VerificationException.class, () -> appraise(verifier().build(), evidence));
  }

  private static List<String> failed(AttestationResult result) {
    return result.failed().stream()
        .map(one -> one.label() + " " + one.failure().code() + " of " + one.parent())
        .toList();
  }

  private AttestationResult reported(Bytes evidence) throws Exception {
    return verifier()
        .reportFailures()
        .build()
        .appraise(AppraisalRequest.builder(evidence).nonce(PsaDevice.NONCE).build());
  }

  @Test
  void reportsANestedTokenThatCannotBeVerifiedIfAskedTo() throws Exception {
    Bytes chip =
        Eat.cwt(claims(CHIP, GOOD).build())
            .sign(Signers.of(PsaDevice.newKey().getPrivate(), Algorithms.ES256));

    AttestationResult result = reported(board(NestedToken.of(chip)));

    assertEquals(TrustTier.AFFIRMING, result.components().get(0).status());
    assertEquals(List.of("eat/chip BAD_SIGNATURE of eat"), failed(result));
    assertEquals(TrustTier.CONTRAINDICATED, result.status());
    for (Category category : Category.ALL) {
      assertEquals(
          Ar4siValue.CRYPTO_FAILED,
          result.claims().appraisal("eat/chip").orElseThrow().claim(category));
    }
    assertEquals(Map.of("eat", List.of("eat/chip")), result.claims().topology());
    String explained = result.describe();
    assertTrue(
        explained.contains("component eat/chip: contraindicated, since it could not be verified"),
        explained);
  }

  private Bytes token(Bytes model, PrivateKey signer) throws Exception {
    EatClaims claims =
        claims(model, GOOD).put(Claims.NONCE, Nonces.of(Nonce.ofBytes(PsaDevice.NONCE))).build();
    return Eat.cwt(claims).sign(Signers.of(signer, Algorithms.ES256));
  }

  private static CmwRecord cwt(Bytes token) {
    return CmwRecord.of(MediaType.of("application/eat+cwt"), token);
  }

  @Test
  void reportsAPartOfACollectionThatCannotBeVerifiedIfAskedTo() throws Exception {
    Bytes evidence =
        CmwCollection.builder()
            .put("good", cwt(token(BOARD, key.getPrivate())))
            .put("forged", cwt(token(CHIP, PsaDevice.newKey().getPrivate())))
            .put("broken", cwt(Bytes.of(0xd2)))
            .build()
            .encode(CmwForm.CBOR);

    AttestationResult result = reported(evidence);

    assertEquals(
        List.of("good affirming"),
        result.components().stream()
            .map(one -> one.label() + " " + one.status().wireName())
            .toList());
    assertEquals(
        Set.of("forged BAD_SIGNATURE of ", "broken NOT_WELL_FORMED of "),
        Set.copyOf(failed(result)));
    assertEquals(TrustTier.CONTRAINDICATED, result.status());
    assertThrows(DecodingException.class, () -> appraise(verifier().build(), evidence));
  }

  @Test
  void affirmsNothingBesideAPartThatItDoesNotKnow() throws Exception {
    Bytes evidence =
        CmwCollection.builder()
            .put("good", cwt(token(BOARD, key.getPrivate())))
            .put("odd", CmwRecord.of(MediaType.of("application/x-odd"), Bytes.of(1)))
            .build()
            .encode(CmwForm.CBOR);

    AttestationResult result = reported(evidence);

    assertEquals(List.of("odd NO_HANDLER of "), failed(result));
    assertEquals(TrustTier.NONE, result.status());
    assertEquals(
        Ar4siValue.UNEXPECTED_EVIDENCE,
        result.claims().appraisal("odd").orElseThrow().claim(Category.EXECUTABLES));
  }

  @Test
  void hasNoResultIfNoPartCanBeVerified() throws Exception {
    Bytes forged = token(BOARD, PsaDevice.newKey().getPrivate());
    Bytes collection =
        CmwCollection.builder().put("forged", cwt(forged)).build().encode(CmwForm.CBOR);

    assertThrows(VerificationException.class, () -> reported(forged));
    assertThrows(VerificationException.class, () -> reported(collection));
  }

  @Test
  void reportsNoPartIfItIsTheStoreThatFails() throws Exception {
    Bytes evidence =
        CmwCollection.builder()
            .put("good", cwt(token(BOARD, key.getPrivate())))
            .put("device", cwt(new PsaDevice(3).token(GOOD)))
            .build()
            .encode(CmwForm.CBOR);
    Verifier verifier =
        verifier()
            .keys(
                hints -> {
                  throw VerificationException.of(
                      VerificationException.Reason.UNKNOWN_KEY,
                      EndorsementStore.STORE_FAILED,
                      "",
                      "does not answer");
                })
            .reportFailures()
            .build();

    VerificationException e =
        assertThrows(VerificationException.class, () -> appraise(verifier, evidence));

    assertEquals(EndorsementStore.STORE_FAILED, e.code());
  }

  @Test
  void appraisesJwtsToo() throws Exception {
    EatClaims claims =
        claims(BOARD, GOOD).put(Claims.NONCE, Nonces.of(Nonce.ofBytes(PsaDevice.NONCE))).build();
    Bytes jwt = Eat.jwt(claims).sign(Signers.of(key.getPrivate(), Algorithms.ES256));

    assertEquals(List.of("eat affirming"), appraise(verifier().build(), jwt));
  }

  @Test
  void attestsTheKeyThatATokenConfirms() throws Exception {
    EatClaims.Builder claims =
        claims(BOARD, GOOD).put(Claims.NONCE, Nonces.of(Nonce.ofBytes(PsaDevice.NONCE)));
    PublicKey confirmed = PsaDevice.newKey().getPublic();
    Signer signer = Signers.of(key.getPrivate(), Algorithms.ES256);
    Bytes cwt =
        Eat.cwt(claims.put(Claims.CONFIRMATION, Confirmation.of(CoseKey.of(confirmed))).build())
            .sign(signer);
    Bytes jwt =
        Eat.jwt(claims.put(Claims.CONFIRMATION, Confirmation.of(Jwk.of(confirmed))).build())
            .sign(signer);

    for (Bytes evidence : List.of(cwt, jwt)) {
      AttestationResult result =
          verifier()
              .build()
              .appraise(AppraisalRequest.builder(evidence).nonce(PsaDevice.NONCE).build());
      assertEquals(
          Optional.of(confirmed), result.components().get(0).component().evidence().attestedKey());
      assertEquals(
          Optional.of(KeyAttestation.of(confirmed)),
          result.claims().appraisal("eat").orElseThrow().keyAttestation());
    }
  }

  @Test
  void warnsOfDebugFacilitiesThatAreEnabled() throws Exception {
    EatClaims.Builder claims =
        claims(BOARD, GOOD).put(Claims.NONCE, Nonces.of(Nonce.ofBytes(PsaDevice.NONCE)));
    Signer signer = Signers.of(key.getPrivate(), Algorithms.ES256);
    Bytes enabled =
        Eat.cwt(claims.put(Claims.DEBUG_STATUS, DebugStatus.ENABLED).build()).sign(signer);
    Bytes disabled =
        Eat.cwt(claims.put(Claims.DEBUG_STATUS, DebugStatus.DISABLED).build()).sign(signer);

    assertEquals(List.of("eat warning"), appraise(verifier().build(), enabled));
    assertEquals(List.of("eat affirming"), appraise(verifier().build(), disabled));
  }

  @Test
  void warnsOfEvidenceThatDoesNotSayWhatItIsOf() throws Exception {
    EatClaims claims =
        EatClaims.builder().put(Claims.NONCE, Nonces.of(Nonce.ofBytes(PsaDevice.NONCE))).build();
    Bytes evidence = Eat.cwt(claims).sign(Signers.of(key.getPrivate(), Algorithms.ES256));

    assertEquals(List.of("eat warning"), appraise(verifier().build(), evidence));
  }

  private Bytes hsm(boolean extractable, PublicKey attested) throws Exception {
    return Evidence.builder(EvidenceOids.PLACEHOLDER)
        .transaction(claims -> claims.put(EvidenceClaims.NONCE, PsaDevice.NONCE))
        .platform(
            claims ->
                claims
                    .put(EvidenceClaims.VENDOR, "HSM Inc")
                    .put(EvidenceClaims.HWMODEL, CHIP)
                    .put(EvidenceClaims.SWNAME, "firmware")
                    .put(EvidenceClaims.SWVERSION, "7.4"))
        .key(
            claims ->
                claims
                    .put(EvidenceClaims.IDENTIFIER, "key-1")
                    .put(EvidenceClaims.SPKI, PublicKeyInfo.of(attested))
                    .put(EvidenceClaims.EXTRACTABLE, extractable))
        .signer(
            EvidenceSigner.ofPublicKey(
                PublicKeyInfo.of(key.getPublic()), Signers.of(key.getPrivate(), Algorithms.ES256)))
        .sign()
        .encoded();
  }

  private Verifier hsmVerifier() {
    Measurement software =
        Measurement.of(
            MeasurementKey.of("software"),
            MeasurementValues.builder().version(Version.of("7.4")).build());
    PkixHandler handler =
        PkixHandler.of(HSM)
            .expecting(
                EvidenceExpectations.builder()
                    .key(PublicKeyInfo.of(key.getPublic()))
                    .policy(EvidencePolicies.nonExportable())
                    .build());
    return verifier()
        .store(
            CorimStore.builder()
                .clock(VerifierTest.CLOCK)
                .add(referenceValues(model(CHIP), software), MAKER)
                .build())
        .handlers(EatHandler.standard(), handler)
        .build();
  }

  @Test
  void appraisesEvidenceOfAnHsmAndAttestsItsKey() throws Exception {
    PublicKey attested = PsaDevice.newKey().getPublic();
    AppraisalRequest request =
        AppraisalRequest.builder(hsm(false, attested)).nonce(PsaDevice.NONCE).build();

    AttestationResult result = hsmVerifier().appraise(request);

    assertEquals(TrustTier.AFFIRMING, result.status());
    assertEquals(KeySource.GIVEN, result.components().get(0).component().keySource());
    assertEquals(
        Bytes.copyOf(attested.getEncoded()),
        result
            .claims()
            .appraisal("hsm")
            .orElseThrow()
            .keyAttestation()
            .orElseThrow()
            .subjectPublicKeyInfo()
            .orElseThrow());
  }

  @Test
  void refusesAnHsmKeyThatCanBeExported() throws Exception {
    AppraisalRequest request =
        AppraisalRequest.builder(hsm(true, PsaDevice.newKey().getPublic()))
            .nonce(PsaDevice.NONCE)
            .build();

    assertThrows(VerificationException.class, () -> hsmVerifier().appraise(request));
  }

  private Bytes signed(Cmw cmw, KeyPair by, boolean json) throws Exception {
    Signer signer = Signers.of(by.getPrivate(), Algorithms.ES256);
    return json ? SignedCmw.jws(cmw).sign(signer) : SignedCmw.cose(cmw).sign(signer);
  }

  private static MediaType wrapper(boolean json) {
    return MediaType.of(json ? "application/cmw+jws" : "application/cmw+cose");
  }

  private AttestationResult appraise(Bytes evidence, MediaType type) throws Exception {
    return verifier()
        .build()
        .appraise(AppraisalRequest.builder(evidence).type(type).nonce(PsaDevice.NONCE).build());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsEvidenceInASignedWrapper(boolean json) throws Exception {
    Cmw cmw = CmwCollection.builder().put("b", cwt(token(BOARD, key.getPrivate()))).build();

    AttestationResult result = appraise(signed(cmw, key, json), wrapper(json));

    assertEquals("b", result.components().get(0).label());
    assertEquals(TrustTier.AFFIRMING, result.status());
  }

  @Test
  void readsWrappersInWrappers() throws Exception {
    Cmw inner = cwt(token(BOARD, key.getPrivate()));
    Cmw outer =
        CmwCollection.builder()
            .put("in", CmwRecord.of(wrapper(false), signed(inner, key, false)))
            .build();

    AttestationResult result =
        appraise(outer.encode(CmwForm.CBOR), MediaType.of("application/cmw+cbor"));

    assertEquals("in", result.components().get(0).label());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesAWrapperThatSomebodyElseSigned(boolean json) throws Exception {
    Cmw cmw = cwt(token(BOARD, key.getPrivate()));
    Bytes evidence = signed(cmw, PsaDevice.newKey(), json);

    VerificationException e =
        assertThrows(VerificationException.class, () -> appraise(evidence, wrapper(json)));

    assertEquals(VerificationException.Reason.BAD_SIGNATURE, e.reason());
  }

  @Test
  void doesNotTakeTheSignatureOfAWrapperForThatOfTheEvidence() throws Exception {
    Cmw cmw = cwt(token(BOARD, PsaDevice.newKey().getPrivate()));
    Bytes evidence = signed(cmw, key, false);

    assertThrows(VerificationException.class, () -> appraise(evidence, wrapper(false)));
  }

  @Test
  void refusesTooManyWrappersInEachOther() throws Exception {
    Cmw cmw = cwt(token(BOARD, key.getPrivate()));
    for (int i = 0; i < 4; i++) {
      cmw = CmwRecord.of(wrapper(false), signed(cmw, key, false));
    }
    Bytes evidence = signed(cmw, key, false);

    DecodingException e =
        assertThrows(DecodingException.class, () -> appraise(evidence, wrapper(false)));

    assertEquals(DecodingException.Reason.LIMIT_EXCEEDED, e.reason());
  }

  private AppraisalRequest.Builder unsigned(boolean json) {
    EatClaims claims =
        claims(BOARD, GOOD).put(Claims.NONCE, Nonces.of(Nonce.ofBytes(PsaDevice.NONCE))).build();
    Bytes evidence = json ? Eat.ujcs(claims).encode() : Eat.uccs(claims).encode();
    MediaType type = MediaType.of(json ? "application/eat-ucs+json" : "application/eat-ucs+cbor");
    return AppraisalRequest.builder(evidence).type(type).nonce(PsaDevice.NONCE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void acceptsClaimsWithoutSignatureOnlyOverASecuredChannel(boolean json) throws Exception {
    SecureChannelAssertion channel = SecureChannelAssertion.integrityProtected("mTLS", "device 7");

    VerificationException e =
        assertThrows(
            VerificationException.class, () -> verifier().build().appraise(unsigned(json).build()));
    AttestationResult result =
        verifier().build().appraise(unsigned(json).receivedOver(channel).build());

    assertEquals(VerificationException.Reason.UNPROTECTED, e.reason());
    ComponentResult eat = result.components().get(0);
    assertEquals(KeySource.CHANNEL, eat.component().keySource());
    assertEquals(
        List.of(new TaggedBytes(Bytes.ofUtf8("device 7"))), eat.component().evidence().authority());
    assertEquals(2, eat.vector().claim(Category.EXECUTABLES));
    assertFalse(eat.vector().contains(Category.INSTANCE_IDENTITY));
    assertTrue(result.describe().contains("over a secured channel: \"device 7\""));
  }

  @Test
  void verifiesASignedTokenAllTheSameIfItComesOverAChannel() throws Exception {
    SecureChannelAssertion channel = SecureChannelAssertion.integrityProtected("mTLS", "device 7");
    Bytes forged = token(BOARD, PsaDevice.newKey().getPrivate());

    assertThrows(
        VerificationException.class,
        () ->
            verifier()
                .build()
                .appraise(
                    AppraisalRequest.builder(forged)
                        .nonce(PsaDevice.NONCE)
                        .receivedOver(channel)
                        .build()));
  }
}
