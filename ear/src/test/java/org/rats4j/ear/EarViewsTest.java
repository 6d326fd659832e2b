package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.eat.Claims;
import org.rats4j.eat.RawClaim;
import org.rats4j.eat.Ueid;

class EarViewsTest {
  private static final RawClaim ONE_IN_CBOR = new RawClaim.OfCbor(CborInteger.of(1).encode());

  private static EarBuilder builder(Appraisal appraisal) {
    return Ear.builder()
        .verifierId("https://verifier.example", "1.0")
        .issuedAt(Instant.ofEpochSecond(1_700_000_000))
        .submod("a", appraisal);
  }

  private static Appraisal full() {
    return Appraisal.builder()
        .claim(Category.EXECUTABLES, 33)
        .claim(Category.HARDWARE, -2)
        .policyId("urn:p")
        .policyId("urn:q")
        .attesterClaims(
            ClaimMap.builder()
                .put("ueid", new JsonString("AQIDBAUGBwg"))
                .put("boot", JsonNumber.of(3))
                .build())
        .verifierClaims(ClaimMap.builder().put("note", new JsonString("ok")).build())
        .build();
  }

  @Test
  void redactsEvidenceAndMembers() {
    EarClaims claims =
        builder(full())
            .rawEvidence(RawEvidence.of(CmwRecord.of(MediaType.of("a/b"), Bytes.of(1))))
            .build();

    EarClaims redacted =
        EarRedactor.builder().rawEvidence().verifierClaims().member("ueid").build().redact(claims);

    assertTrue(redacted.rawEvidence().isEmpty());
    Appraisal appraisal = redacted.appraisal("a").orElseThrow();
    assertTrue(appraisal.verifierClaims().isEmpty());
    assertFalse(appraisal.attesterClaims().contains(Label.of("ueid")));
    assertTrue(appraisal.attesterClaims().contains(Label.of("boot")));
    assertEquals(full().vector(), appraisal.vector());
  }

  @Test
  void showsOldNamesToPoliciesThatWantThem() throws Exception {
    JsonObject view = builder(full()).build().toJson(EarDialect.VERAISON_2023);

    assertEquals(
        new JsonString("warning"),
        ((JsonObject) ((JsonObject) view.get("submods").orElseThrow()).get("a").orElseThrow())
            .get("ear.status")
            .orElseThrow());
  }

  @Test
  void readsClaimsByKeyAndByPath() throws Exception {
    ClaimMap claims = full().attesterClaims();

    assertEquals(Bytes.ofHex("0102030405060708"), claims.get(Claims.UEID).orElseThrow().value());
    assertEquals(Optional.of(new RawClaim.OfJson(JsonNumber.of(3))), claims.at("boot"));
    assertEquals(Optional.empty(), claims.at("boot", "deeper"));
    assertThrows(
        DecodingException.class,
        () -> ClaimMap.builder().put("ueid", JsonNumber.of(1)).build().get(Claims.UEID));
  }

  @Test
  void followsPathsThroughMapsAndArrays() throws Exception {
    EarClaims json =
        EarClaims.decode(
            Bytes.ofUtf8(
                "{\"eat_profile\":\"tag:ietf.org,2026:rats/ear#03\",\"iat\":1,"
                    + "\"ear_verifier_id\":{\"developer\":\"d\",\"build\":\"b\"},"
                    + "\"submods\":{\"a\":{\"ear_status\":\"none\","
                    + "\"ear_veraison_annotated_evidence\":{\"x\":[{\"nonce\":\"n\"}]}}}}"),
            Encoding.JSON,
            EarOptions.STRICT);
    EarClaims cbor = EarConverter.toEncoding(json, Encoding.CBOR).claims();

    for (EarClaims claims : List.of(json, cbor)) {
      ClaimMap evidence = claims.appraisal("a").orElseThrow().annotatedEvidence();
      assertTrue(evidence.at("x", "0", "nonce").isPresent());
      assertTrue(evidence.at("x", "1").isEmpty());
      assertTrue(evidence.at("x", "00").isEmpty());
      assertTrue(evidence.at("x", "0", "nonce", "0").isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void claimsOfOlderDialectsHaveTextKeysInEitherEncoding(Encoding encoding) throws Exception {
    EarClaims built =
        builder(
                Appraisal.builder()
                    .attesterClaims(
                        ClaimMap.builder()
                            .put(Claims.UEID, new Ueid(Bytes.ofHex("01020304050607")))
                            .build())
                    .build())
            .build();
    EarClaims older = EarConverter.to(EarDialect.IETF_03).convert(built).claims();

    EarClaims read =
        EarClaims.decode(older.encode(Encoding.JSON), Encoding.JSON, EarOptions.STRICT);
    Bytes written = EarConverter.toEncoding(read, encoding).claims().encode(encoding);

    for (Bytes wire : List.of(older.encode(encoding), written)) {
      ClaimMap evidence =
          EarClaims.decode(wire, encoding, EarOptions.STRICT)
              .appraisal("a")
              .orElseThrow()
              .annotatedEvidence();
      assertTrue(evidence.contains(Label.of("ueid")));
    }
  }

  @Test
  void givesTheAttestedKey() throws Exception {
    KeyPair pair = TestKeys.p256();

    KeyAttestation attestation = KeyAttestation.of(pair.getPublic());

    assertEquals(pair.getPublic(), attestation.publicKey());
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> KeyAttestation.of(Bytes.of(1, 2, 3)).publicKey());
    assertEquals(EarCodes.EAR_RANGE, e.code());
  }

  @Test
  void describesWhatPeopleWantToKnow() {
    String report = builder(full()).build().describe();

    assertEquals(
        """
        EAR of dialect 04, issued 2023-11-14T22:13:20Z
          verifier  https://verifier.example (1.0)
          status    warning (the worst of the submodules)
        a: warning
          policy urn:p
          policy urn:q
          executables         33  warning          unrecognized_rt: objects in memory that are not recognised
          hardware            -2  affirming        unassigned, counts as affirming
          attester claims: 2
          verifier claims: 1
        """,
        report);
  }

  @Test
  void reportsShowNoControlCharacters() {
    EarClaims claims =
        Ear.builder()
            .verifierId("d\u001b[31m", "b")
            .issuedAt(Instant.EPOCH)
            .submod("a\u202e", Appraisal.builder().build())
            .build();

    String report = claims.describe();

    assertFalse(report.contains("\u001b"));
    assertFalse(report.contains("\u202e"));
  }

  @Test
  void wrapsTokensAsAttestationResults() {
    CmwRecord record = EarMediaTypes.wrap(Bytes.of(1), Encoding.JSON, EarDialect.IETF_04.profile());

    assertEquals(
        "application/eat+jwt; eat_profile=\"tag:ietf.org,2026:rats/ear#04\"",
        record.type().toString());
    assertEquals(Optional.of(CmwIndicator.ATTESTATION_RESULTS), record.indicator());
  }

  @Test
  void recognisesTheMediaTypesOfTheDrafts() {
    assertEquals(
        Optional.of(Encoding.CBOR), EarMediaTypes.encodingOf(MediaType.of("application/eat-cwt")));
    assertEquals(
        Optional.of(Encoding.JSON),
        EarMediaTypes.encodingOf(MediaType.of("Application/EAT+JWT; eat_profile=\"x:y\"")));
    assertEquals(
        Optional.empty(), EarMediaTypes.encodingOf(MediaType.of("application/eat-ucs+json")));
  }

  @Test
  void saysWhatAnEncodingCannotCarry() {
    Appraisal numbered =
        Appraisal.builder()
            .attesterClaims(
                ClaimMap.builder()
                    .put(Label.of(-9), ONE_IN_CBOR)
                    .put(Label.of("t"), ONE_IN_CBOR)
                    .build())
            .build();

    ConvertedEar conversion = EarConverter.toEncoding(builder(numbered).build(), Encoding.JSON);

    assertEquals(
        List.of("KEY_NOT_MAPPABLE submods/a/ear_attester_claims/-9"),
        conversion.losses().stream().map(f -> f.code() + " " + f.path()).toList());
    assertEquals(1, conversion.claims().appraisal("a").orElseThrow().attesterClaims().size());
  }

  @Test
  void attesterClaimsWinOverAnnotatedEvidence() throws Exception {
    EarClaims both =
        EarClaims.decode(
            Bytes.ofUtf8(
                "{\"eat_profile\":\"tag:ietf.org,2026:rats/ear#03\",\"iat\":1,"
                    + "\"ear_verifier_id\":{\"developer\":\"d\",\"build\":\"b\"},"
                    + "\"submods\":{\"a\":{\"ear_status\":\"none\",\"ear_attester_claims\":{\"n\":1},"
                    + "\"ear_veraison_annotated_evidence\":{\"o\":1}}}}"),
            Encoding.JSON,
            EarOptions.STRICT);

    ConvertedEar conversion = EarConverter.to(EarDialect.IETF_04).convert(both);

    Appraisal appraisal = conversion.claims().appraisal("a").orElseThrow();
    assertTrue(appraisal.attesterClaims().contains(Label.of("n")));
    assertTrue(appraisal.extensions().contains(Label.of("ear_veraison_annotated_evidence")));
    assertEquals(
        List.of("NOT_REPRESENTABLE submods/a/ear_veraison_annotated_evidence"),
        conversion.losses().stream().map(f -> f.code() + " " + f.path()).toList());
    Bytes wire = conversion.claims().encode(Encoding.JSON);
    assertEquals(conversion.claims(), EarClaims.decode(wire, Encoding.JSON, EarOptions.STRICT));
  }

  @Test
  void aConversionNeverSmugglesANameIn() throws Exception {
    EarClaims dotted =
        EarClaims.decode(
            Bytes.ofUtf8(
                "{\"eat_profile\":\"tag:ietf.org,2025-07:ear\",\"iat\":1,\"ear.status\":\"none\","
                    + "\"ear.verifier-id\":{\"developer\":\"d\",\"build\":\"b\"},"
                    + "\"submods\":{\"a\":{\"ear.status\":\"none\"}}}"),
            Encoding.JSON,
            EarOptions.STRICT);

    ConvertedEar newer = EarConverter.to(EarDialect.IETF_04).convert(dotted);
    ConvertedEar older = EarConverter.to(EarDialect.VERAISON_2023).convert(dotted);

    assertEquals(1, newer.losses().size());
    assertTrue(newer.claims().extensions().isEmpty());
    assertEquals(List.of(), older.changes());
    assertEquals(dotted.extensions(), older.claims().extensions());
  }

  @Test
  void saysThatAClaimIsLostWhoseTextKeyIsTaken() throws Exception {
    ClaimMap numberAndText =
        ClaimMap.builder()
            .put(Label.of(1), raw("02"))
            .put(Label.of("1"), raw("03"))
            .put(Label.of(4), raw("05"))
            .build();
    EarClaims claims = builder(Appraisal.builder().attesterClaims(numberAndText).build()).build();

    ConvertedEar older = EarConverter.to(EarDialect.VERAISON_2023).convert(claims);

    ClaimMap legacy = older.claims().appraisal("a").orElseThrow().annotatedEvidence();
    assertEquals(raw("03"), legacy.at("1").orElseThrow());
    assertEquals(raw("05"), legacy.at("4").orElseThrow());
    assertEquals(
        List.of(EarCodes.NOT_REPRESENTABLE, EarCodes.KEY_TYPE_CHANGED),
        older.losses().stream().map(Finding::code).toList());
  }

  private static RawClaim raw(String hex) {
    return new RawClaim.OfCbor(Bytes.ofHex(hex));
  }
}
