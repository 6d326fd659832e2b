package org.rats4j.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.ear.ClaimMap;
import org.rats4j.ear.ConvertedEar;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarConverter;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.DebugStatus;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.RawClaim;
import org.rats4j.verifier.evidence.EatHandler;
import org.rats4j.verifier.evidence.MeasuredMapping;

/** What becomes of the claims of evidence that are no measurements: none is lost. */
class EvidenceClaimsTest {
  private static final ClaimKey<Long> FAN_SPEED =
      ClaimKey.of(-70001, "fan-speed", ClaimCodecs.UNSIGNED);
  private static final ClaimKey<Bytes> SEAL = ClaimKey.of(-70002, "seal", ClaimCodecs.BYTES);

  private final KeyPair key = PsaDevice.newKey();
  private final Signer signer = Signers.of(key.getPrivate(), Algorithms.ES256);
  private final VerificationKey trusted = VerificationKey.of(key.getPublic());

  private AttestationResult appraise(Bytes evidence, MeasuredMapping mapping) throws Exception {
    Verifier verifier =
        Verifier.builder(VerifierId.of("https://verifier.example", "1"))
            .store(CorimStore.builder().clock(VerifierTest.CLOCK).build())
            .keys(KeyResolver.of(trusted))
            .handlers(EatHandler.standard().with(mapping))
            .clock(VerifierTest.CLOCK)
            .build();
    return verifier.appraise(AppraisalRequest.builder(evidence).nonce(PsaDevice.NONCE).build());
  }

  private AttestationResult appraise(EatClaims claims, MeasuredMapping mapping) throws Exception {
    return appraise(Eat.cwt(claims).sign(signer), mapping);
  }

  private AttestationResult appraise(EatClaims claims) throws Exception {
    return appraise(claims, MeasuredMapping.standard());
  }

  /** Returns what a relying party reads as the claims of the attester. */
  private Map<String, String> read(AttestationResult result) throws Exception {
    Ear ear =
        Ear.decode(result.sign(Encoding.JSON, signer), EarOptions.STRICT)
            .verify(
                EarExpectations.builder()
                    .key(trusted)
                    .nonce(PsaDevice.NONCE)
                    .clock(VerifierTest.CLOCK)
                    .build());
    Map<String, String> read = new LinkedHashMap<>();
    ear.claims()
        .appraisal("eat")
        .orElseThrow()
        .attesterClaims()
        .raw()
        .forEach((name, raw) -> read.put(name.toString(), shown(((RawClaim.OfJson) raw).value())));
    return read;
  }

  private static EatClaims.Builder claims() {
    return EatClaims.builder().put(Claims.NONCE, Nonces.of(PsaDevice.NONCE));
  }

  private static RawClaim cbor(String edn) throws DecodingException {
    return new RawClaim.OfCbor(Diagnostic.parse(edn).encode());
  }

  private String only(Label label, String edn) throws Exception {
    EatClaims claims = claims().putUnknown(label, cbor(edn)).build();
    Map<String, String> read = read(appraise(claims));
    assertEquals(1, read.size(), read.toString());
    return read.toString();
  }

  private static String shown(JsonValue value) {
    return new JsonWriter().writeValue(value).toBytes().toUtf8();
  }

  private static String text(String name, String value) {
    return Map.of(name, shown(new JsonString(value))).toString();
  }

  @Test
  void keepsClaimsOfCborThatNobodyKnows() throws Exception {
    assertEquals("{-70001=4200}", only(Label.of(-70001), "4200"));
    assertEquals(text("fan", "left"), only(Label.of("fan"), "\"left\""));
    assertEquals(text("-70002", "AQID"), only(Label.of(-70002), "h'010203'"));
    assertEquals(
        "{-70003=[true,{\"1\":null,\"a\":1.5}]}",
        only(Label.of(-70003), "[true, {1: null, \"a\": 1.5}]"));
  }

  @Test
  void keepsWhatJsonHasNoFormForInDiagnosticNotation() throws Exception {
    for (String edn : List.of("1004(\"2026-11-21\")", "[undefined]", "{1: 2, \"1\": 3}", "NaN")) {
      CborItem item = Diagnostic.parse(edn);
      assertEquals(text("-70001", Diagnostic.print(item)), only(Label.of(-70001), edn));
    }
    String deep = "[".repeat(9) + "]".repeat(9);
    assertEquals(text("-70001", deep), only(Label.of(-70001), deep));
  }

  @Test
  void keepsRegisteredClaimsThatOnlyCborHas() throws Exception {
    EatClaims claims = claims().put(Claims.CWT_ID, Bytes.of(1, 2, 3)).build();

    assertEquals(text("cti", "AQID"), read(appraise(claims)).toString());
  }

  @Test
  void letsNoUnknownClaimTakeTheNameOfAKnownOne() throws Exception {
    EatClaims claims =
        claims()
            .put(Claims.DEBUG_STATUS, DebugStatus.ENABLED)
            .putUnknown(Label.of("dbgstat"), cbor("3"))
            .putUnknown(Label.of("-70001"), cbor("1"))
            .putUnknown(Label.of("fan-speed"), cbor("2"))
            .putUnknown(Label.of("\"dbgstat\""), cbor("4"))
            .put(FAN_SPEED, 4200L)
            .build();

    Map<String, String> read =
        read(appraise(claims, MeasuredMapping.standard().withClaims(FAN_SPEED)));

    assertEquals(
        Map.of(
            "dbgstat", "\"enabled\"",
            "\"dbgstat\"", "3",
            "\"-70001\"", "1",
            "\"fan-speed\"", "2",
            "\"\"dbgstat\"\"", "4",
            "fan-speed", "4200"),
        read);
  }

  @Test
  void hasClaimsOfOnesOwnUnderTheirNamesFromBothEncodings() throws Exception {
    EatClaims claims = claims().put(FAN_SPEED, 4200L).put(SEAL, Bytes.of(1, 2, 3)).build();
    MeasuredMapping mapping = MeasuredMapping.standard().withClaims(FAN_SPEED, SEAL);

    Map<String, String> ofCwt = read(appraise(claims, mapping));
    Map<String, String> ofJwt = read(appraise(Eat.jwt(claims).sign(signer), mapping));

    assertEquals(Set.of("fan-speed", "seal"), ofCwt.keySet());
    assertEquals(ofCwt, ofJwt);
    for (Bytes evidence : List.of(Eat.cwt(claims).sign(signer), Eat.jwt(claims).sign(signer))) {
      AttestationResult result = appraise(evidence, mapping);
      for (Encoding encoding : Encoding.values()) {
        ClaimMap said =
            Ear.decode(result.sign(encoding, signer), EarOptions.STRICT)
                .verify(
                    EarExpectations.builder()
                        .key(trusted)
                        .nonce(PsaDevice.NONCE)
                        .clock(VerifierTest.CLOCK)
                        .build())
                .claims()
                .appraisal("eat")
                .orElseThrow()
                .attesterClaims();
        assertEquals(Optional.of(4200L), said.get(FAN_SPEED));
        assertEquals(Optional.of(Bytes.of(1, 2, 3)), said.get(SEAL));
        assertEquals(2, said.size());
      }
    }
  }

  @Test
  void keepsBothOfTwoClaimsOfOneName() throws Exception {
    ClaimKey<Long> old = ClaimKey.ofCbor(-70009, "fan-speed", ClaimCodecs.UNSIGNED);
    EatClaims claims = claims().put(FAN_SPEED, 4200L).put(old, 1L).build();

    Map<String, String> read =
        read(appraise(claims, MeasuredMapping.standard().withClaims(FAN_SPEED, old)));

    assertEquals(Map.of("fan-speed", "4200", "-70009", "1"), read);
  }

  @Test
  void keepsNumbersInResultsOfBothEncodings() throws Exception {
    for (String number : List.of("0.1", "1.0e+300", "-2.5", "4200")) {
      EatClaims claims = claims().putUnknown(Label.of(-70001), cbor(number)).build();

      AttestationResult result = appraise(claims);

      ConvertedEar inCbor = EarConverter.toEncoding(result.claims(), Encoding.CBOR);
      assertEquals(List.of(), inCbor.losses());
      RawClaim.OfCbor raw =
          (RawClaim.OfCbor)
              inCbor
                  .claims()
                  .appraisal("eat")
                  .orElseThrow()
                  .attesterClaims()
                  .at("-70001")
                  .orElseThrow();
      assertEquals(Diagnostic.parse(number), raw.item(DecodeOptions.STRICT));
    }
  }

  @Test
  void refusesAValueThatAClaimOfOnesOwnCannotHave() throws Exception {
    EatClaims claims = claims().putUnknown(Label.of(-70001), cbor("\"fast\"")).build();
    MeasuredMapping mapping = MeasuredMapping.standard().withClaims(FAN_SPEED);

    assertThrows(DecodingException.class, () -> appraise(claims, mapping));
    assertEquals(1, appraise(claims).components().size());
  }

  @Test
  void readsAClaimOfTheEvidenceInOneCall() throws Exception {
    EatClaims claims = claims().put(FAN_SPEED, 4200L).build();

    AttestationResult result = appraise(claims);

    assertEquals(Optional.of(4200L), result.claim("eat", FAN_SPEED));
    assertEquals(Optional.empty(), result.claim("eat", SEAL));
    assertEquals(Optional.empty(), result.claim("psa", FAN_SPEED));
    assertEquals("eat", result.component("eat").orElseThrow().label());
    assertEquals(Optional.empty(), result.component("psa"));
  }
}
