package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.cbor.Diagnostic;

class EarClaimsTest {
  private static final String JSON_PROFILE = "\"eat_profile\":\"tag:ietf.org,2026:rats/ear#04\"";
  private static final String JSON_HEADER =
      "$P,\"iat\":1,\"ear_verifier_id\":{\"developer\":\"d\",\"build\":\"b\"}";
  private static final String JSON_SUBMODS = "\"submods\":{\"a\":{\"ear_status\":\"none\"}}";
  private static final String CBOR_PROFILE = "265: \"tag:ietf.org,2026:rats/ear#04\"";
  private static final String CBOR_HEADER = "$P, 6: 1, 1004: {0: \"d\", 1: \"b\"}";
  private static final String CBOR_SUBMODS = "266: {\"a\": {1000: 0}}";

  private static final String EVERY_CLAIM =
      "{$P,\"iat\":5,\"exp\":9,\"nbf\":1,"
          + "\"ear_verifier_id\":{\"developer\":\"d\",\"build\":\"b\",\"x\":[1.50]},"
          + "\"eat_nonce\":\"AAECAwQFBgc\",\"ear_status\":\"contraindicated\","
          + "\"ear_raw_evidence\":[\"a/b\",\"AQ\",4],"
          + "\"submods\":{\"b \\u0000\":{\"eat_profile\":\"1.2.3\",\"ear_status\":\"contraindicated\","
          + "\"ear_trustworthiness_vector\":{\"configuration\":0,\"hardware\":-128,\"new\":{}},"
          + "\"ear_appraisal_policy_ids\":[\"p\",\"q\"],\"eat_nonce\":\"AAECAwQFBgc\","
          + "\"ear_attester_claims\":{\"z\":1,\"a\":null},\"ear_verifier_claims\":{\"v\":1e3},"
          + "\"ear_teep_claims\":{\"ueid\":\"AQIDBAUGBwg\",\"t\":true},"
          + "\"ear_veraison_key_attestation\":{\"akpub\":\"AQID\"},\"u\":{\"ear.status\":7}}},"
          + "\"ear_device_topology\":{\"b \\u0000\":[\"c\"]},"
          + "\"iss\":\"i\",\"aud\":[\"x\",\"y\"],\"jti\":\"j\",\"later\":[{}],\"before\":-0.0}";

  private static Bytes json(String text) {
    return Bytes.ofUtf8(
        text.replace("$H", JSON_HEADER).replace("$S", JSON_SUBMODS).replace("$P", JSON_PROFILE));
  }

  private static Bytes cbor(String text) throws DecodingException {
    return Diagnostic.parse(
            text.replace("$H", CBOR_HEADER).replace("$S", CBOR_SUBMODS).replace("$P", CBOR_PROFILE))
        .encode();
  }

  private static EarClaims decode(Bytes bytes, Encoding encoding) throws DecodingException {
    return EarClaims.decode(bytes, encoding, EarOptions.STRICT);
  }

  @Test
  void decodesAndEncodesTheSameJson() throws Exception {
    Bytes wire = json(EVERY_CLAIM);

    EarClaims claims = decode(wire, Encoding.JSON);

    assertEquals(wire, claims.encode(Encoding.JSON));
    assertEquals(claims, claims.toBuilder().build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{$H, $S}",
        "{$H, $S, 4: 9, 5: 1, 10: h'0001020304050607', 1000: 0, 1002: [30001, h'01', 4]}",
        "{$H, $S, 1007: {\"a\": [\"b\"]}, 18446744073709551615: 2.5, \"x\": {[1]: -70000}}",
        "{$H, 266: {\"a\": {1000: 96, 1001: {1: 0, 4: -128, 8: h'00', \"n\": 1}, 1003: [\"p\"]}}}",
        "{$H, 266: {\"a\": {265: h'2a03', 1000: 0, 1005: {1: 2, \"b\": {}}, 1006: {-9: null}}}}",
        "{$H, 266: {\"a\": {1000: 0, 65000: {256: h'01020304050607', 9: 1}}}}",
        "{$H, 266: {\"a\": {1000: 0, -70002: {\"akpub\": h'01', \"x\": 1}, -70000: {\"y\": 1}}}}",
        "{1: \"i\", 3: \"a\", 7: h'01', $H, $S}"
      })
  void decodesAndEncodesTheSameCbor(String notation) throws Exception {
    Bytes wire = cbor(notation);

    EarClaims claims = decode(wire, Encoding.CBOR);

    assertEquals(wire, claims.encode(Encoding.CBOR));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/ear/invalid-json.csv",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 8192)
  void rejectsJson(String name, String text, String code, Reason reason, String path) {
    rejects(json(text == null ? "" : text), Encoding.JSON, code, reason, path);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/ear/invalid-cbor.csv",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 8192)
  void rejectsCbor(String name, String text, String code, Reason reason, String path)
      throws Exception {
    rejects(cbor(text), Encoding.CBOR, code, reason, path);
  }

  private static void rejects(
      Bytes wire, Encoding encoding, String code, Reason reason, String path) {
    DecodingException e = assertThrows(DecodingException.class, () -> decode(wire, encoding));

    assertEquals(code, e.code());
    assertEquals(reason, e.reason());
    assertEquals(path == null ? "" : path, e.path());
  }

  @Test
  void rejectsADuplicateLabelUnderALongHead() {
    Bytes wire = Bytes.ofHex("a2" + "1903e8" + "00" + "1a000003e8" + "00");

    rejects(wire, Encoding.CBOR, EarCodes.EAR_DUPLICATE, Reason.DUPLICATE_KEY, "");
  }

  @Test
  void rejectsDeepNestingWithoutOverflow() {
    Bytes wire = json("{\"x\":" + "[".repeat(2000) + "]".repeat(2000) + "}");

    rejects(wire, Encoding.JSON, EarCodes.EAR_LIMIT, Reason.LIMIT_EXCEEDED, "");
  }

  @Test
  void limitsTheNumberOfSubmodules() throws Exception {
    EarOptions two = EarOptions.builder().submods(2).build();
    String one = "\"%d\":{\"ear_status\":\"none\"}";
    Bytes pass = json("{$H,\"submods\":{" + one.formatted(1) + "," + one.formatted(2) + "}}");
    Bytes fail =
        json(
            "{$H,\"submods\":{"
                + one.formatted(1)
                + ","
                + one.formatted(2)
                + ","
                + one.formatted(3)
                + "}}");

    assertEquals(2, EarClaims.decode(pass, Encoding.JSON, two).submods().size());
    DecodingException e =
        assertThrows(DecodingException.class, () -> EarClaims.decode(fail, Encoding.JSON, two));
    assertEquals(EarCodes.EAR_LIMIT, e.code());
    assertEquals("submods/3", e.path());
  }

  @Test
  void limitsTheNestingOfResults() throws Exception {
    String leaf = "{$H,$S}";
    String two = "{$H,\"submods\":{\"n\":" + leaf + "}}";
    String three = "{$H,\"submods\":{\"n\":" + two + "}}";
    EarOptions options = EarOptions.builder().nestedSubmods().nestedEars(2).build();

    EarClaims claims = EarClaims.decode(json(two), Encoding.JSON, options);
    assertTrue(claims.submods().get("n") instanceof NestedEar);
    assertEquals(TrustTier.NONE, claims.effectiveStatus());
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> EarClaims.decode(json(three), Encoding.JSON, options));
    assertEquals(EarCodes.EAR_NESTING, e.code());
    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
  }

  @Test
  void keepsNestedTokensUnverified() throws Exception {
    EarOptions nested = EarOptions.builder().nestedSubmods().build();
    Bytes jwt = json("{$H,\"submods\":{\"n\":[\"JWT\",\"e.e.e\"]}}");
    Bytes cwt = cbor("{$H, 266: {\"n\": h'd2', \"m\": {1000: 2}}}");

    EarClaims fromJson = EarClaims.decode(jwt, Encoding.JSON, nested);
    EarClaims fromCbor = EarClaims.decode(cwt, Encoding.CBOR, nested);

    assertEquals(
        new NestedEarToken(Encoding.JSON, Bytes.ofUtf8("e.e.e")), fromJson.submods().get("n"));
    assertEquals(TrustTier.NONE, fromJson.submods().get("n").status());
    assertEquals(jwt, fromJson.encode(Encoding.JSON));
    assertEquals(cwt, fromCbor.encode(Encoding.CBOR));
  }

  @Test
  void aProfileWithoutDialectIsReadByTheNamesOfItsClaims() throws Exception {
    EarOptions options = EarOptions.builder().acceptProfile("test").build();
    String underscored =
        "{$H,$S}".replace("$H", JSON_HEADER).replace("$P", "\"eat_profile\":\"test\"");
    String dotted = underscored.replace("ear_verifier_id", "ear.verifier-id");
    Bytes both = json(dotted);
    Bytes dots = json(dotted.replace("$S", "\"submods\":{\"a\":{\"ear.status\":\"none\"}}"));

    assertEquals(
        EarDialect.IETF_04, EarClaims.decode(json(underscored), Encoding.JSON, options).dialect());
    assertEquals(
        EarDialect.VERAISON_2023, EarClaims.decode(dots, Encoding.JSON, options).dialect());
    DecodingException e =
        assertThrows(DecodingException.class, () -> EarClaims.decode(both, Encoding.JSON, options));
    assertEquals(EarCodes.EAR_SMUGGLED_NAME, e.code());
  }

  @Test
  void aProfileWithoutDialectTakesFormsAsTheyAre() throws Exception {
    EarOptions options = EarOptions.builder().acceptProfile("test").build();
    String notation =
        "{265: \"test\", 6: 1, 1004: {0: \"d\", 1: \"b\"}, 1002: %s, 266: {\"a\": {1000: 0, 1003: %s}}}";

    for (String evidence : List.of("h'01'", "[\"a/b\", h'01']")) {
      for (String policy : List.of("\"p\"", "[\"p\"]")) {
        EarClaims claims =
            EarClaims.decode(cbor(notation.formatted(evidence, policy)), Encoding.CBOR, options);
        assertEquals(Bytes.of(1), claims.rawEvidence().orElseThrow().value());
        assertEquals(List.of("p"), claims.appraisal("a").orElseThrow().policyIds());
        assertEquals(List.of(), claims.findings());
      }
    }
  }

  @Test
  void remarksWhatIsOdd() throws Exception {
    EarClaims claims =
        decode(
            json(
                "{$H,\"ear_status\":\"affirming\",\"eat_nonce\":\"not base64!\",\"new\":1,"
                    + "\"submods\":{\"a\":{\"ear_status\":\"affirming\",\"ear_trustworthiness_vector\":"
                    + "{\"hardware\":32,\"x\":1}},\"b\":{\"ear_status\":\"warning\","
                    + "\"ear_trustworthiness_vector\":{}}},"
                    + "\"ear_device_topology\":{\"a\":[\"b\"],\"b\":[\"a\"],\"c\":[\"a\"]}}"),
            Encoding.JSON);

    assertEquals(
        List.of(
            "NONCE_NOT_BASE64URL eat_nonce",
            "UNKNOWN_CLAIM new",
            "UNKNOWN_CATEGORY submods/a/ear_trustworthiness_vector/x",
            "EAR_STATUS_INCONSISTENT submods/a/ear_status",
            "EMPTY_VECTOR submods/b/ear_trustworthiness_vector",
            "EAR_STATUS_INCONSISTENT ear_status",
            "TOPOLOGY_UNKNOWN_LABEL ear_device_topology/c",
            "TOPOLOGY_CYCLE ear_device_topology"),
        claims.findings().stream().map(f -> f.code() + " " + f.path()).toList());
    assertTrue(
        claims.findings().stream().noneMatch(f -> f.severity() == Finding.Severity.DEVIATION));
  }

  @Test
  void aTextNameInCborIsNoClaim() throws Exception {
    EarClaims claims =
        decode(cbor("{$H, $S, \"ear_device_topology\": {\"a\": []}}"), Encoding.CBOR);

    assertTrue(claims.topology().isEmpty());
    assertEquals(
        List.of(EarCodes.TEXT_NAME_IN_CBOR),
        claims.findings().stream().map(Finding::code).toList());
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    boolean asJson = random.nextBoolean();
    EarClaims whole = decode(json(EVERY_CLAIM), Encoding.JSON);
    Encoding encoding = asJson ? Encoding.JSON : Encoding.CBOR;
    Bytes wire = EarConverter.toEncoding(whole, encoding).claims().encode(encoding);
    byte[] bytes = wire.toByteArray();
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    EarOptions options =
        random.nextBoolean()
            ? EarOptions.LENIENT
            : EarOptions.LENIENT.toBuilder().nestedSubmods().build();
    try {
      EarClaims claims = EarClaims.decode(Bytes.copyOf(bytes), encoding, options);
      claims.describe();
      claims.toJson(EarDialect.VERAISON_2023);
      claims.encode(encoding);
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }
}
