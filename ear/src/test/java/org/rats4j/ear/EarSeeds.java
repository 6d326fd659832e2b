package org.rats4j.ear;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonString;
import org.rats4j.eat.Audience;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.Ueid;

/** Where fuzzing begins: results that say all that their dialect can, and policies. */
final class EarSeeds {
  private static final Bytes NONCE = Bytes.of(1, 2, 3, 4, 5, 6, 7, 8);

  private EarSeeds() {}

  static List<EarClaims> claims() {
    List<EarClaims> all = new ArrayList<>();
    for (EarDialect dialect : EarDialect.values()) {
      all.add(EarConverter.to(dialect).convert(withAppraisals()).claims());
      all.add(EarConverter.to(dialect).convert(withNestedResults()).claims());
    }
    return all;
  }

  private static EarBuilder header() {
    return Ear.builder()
        .verifierId("d", "b")
        .issuedAt(Instant.ofEpochSecond(0))
        .expiresAt(Instant.ofEpochSecond(9))
        .notBefore(Instant.ofEpochSecond(-1));
  }

  private static EarClaims withAppraisals() {
    return header()
        .nonce(NONCE)
        .status(TrustTier.CONTRAINDICATED)
        .claim(Claims.ISSUER, "i")
        .claim(Claims.SUBJECT, "s")
        .claim(Claims.AUDIENCE, Audience.of("x"))
        .rawEvidence(
            RawEvidence.of(
                CmwRecord.of(MediaType.of("a/b"), Bytes.of(1))
                    .withIndicator(CmwIndicator.EVIDENCE)))
        .submod("a", appraisal())
        .submod("cpu 1", Appraisal.builder().status(TrustTier.NONE).build())
        .topology("a", List.of("cpu 1"))
        .build();
  }

  private static Appraisal appraisal() {
    return Appraisal.builder()
        .claim(Category.EXECUTABLES, 33)
        .claim(Category.HARDWARE, -128)
        .claim(Category.CONFIGURATION, 2)
        .policyId("urn:p")
        .policyId("urn:q")
        .evidenceNonce(NONCE)
        .profile(ProfileId.of("1.2.3"))
        .attesterClaims(
            ClaimMap.builder().put(Claims.UEID, new Ueid(Bytes.ofHex("01020304050607"))).build())
        .verifierClaims(ClaimMap.builder().put(Claims.ISSUER, "v").build())
        .keyAttestation(KeyAttestation.of(Bytes.of(1, 2)))
        .build();
  }

  private static EarClaims withNestedResults() {
    EarClaims inner =
        header().submod("x", Appraisal.builder().claim(Category.HARDWARE, 2).build()).build();
    return header().submod("n", new NestedEar(inner)).build();
  }

  static Stream<Arguments> json() {
    String unknown = "{\"eat_profile\":\"test\",\"iat\":1e2,\"ear.verifier-id\":";
    return Stream.concat(
        claims().stream().map(claims -> seed(claims.encode(Encoding.JSON))),
        Stream.of(
            seed(
                Bytes.ofUtf8(
                    unknown
                        + "{\"developer\":\"d\",\"build\":\"b\",\"x\":[null,1.50,\"\\u00e9\"]},"
                        + "\"submods\":{\"a\":{\"ear.status\":2,\"y\":{\"z\":true},"
                        + "\"ear.trustworthiness-vector\":{\"hardware\":\"2\",\"new\":0}}}}")),
            seed(
                EarConverter.to(EarDialect.VERAISON_2023)
                    .convert(withLegacyClaims())
                    .claims()
                    .encode(Encoding.JSON))));
  }

  private static EarClaims withLegacyClaims() {
    ClaimMap some =
        ClaimMap.builder().put("n", JsonNumber.of(3)).put("t", new JsonString("x")).build();
    return header()
        .dialect(EarDialect.IETF_03)
        .submod("a", Appraisal.builder().annotatedEvidence(some).policyClaims(some).build())
        .build();
  }

  static Stream<Arguments> cbor() throws DecodingException {
    Bytes unknown =
        Diagnostic.parse(
                "{265: \"test\", 6: 1, 1004: {0: \"d\", 1: \"b\", \"x\": 1.5}, 266: {\"a\": {1000: 0, "
                    + "1001: {4: 2, 8: 0, \"n\": [null]}, 1003: \"p\", 1005: {1: 2, \"b\": {}}, "
                    + "65000: {256: h'01020304050607', 9: 1}, -70000: {\"y\": 32(\"u\")}}}}")
            .encode();
    return Stream.concat(
        claims().stream().map(claims -> seed(claims.encode(Encoding.CBOR))),
        Stream.of(seed(unknown)));
  }

  static Stream<Arguments> policies() {
    return Stream.of(
            "{\"overall\":[\"affirming\"],\"submods\":{\"a*\":[\"none\",\"warning\"]},"
                + "\"minSubmods\":{\"*\":1},\"requireExpiry\":true,\"nonce\":\"AQIDBAUGBwg\"}",
            "{\"categories\":{\"a\":{\"hardware\":{\"values\":[2,-1],\"tiers\":[\"contraindicated\"]}}},"
                + "\"policyIds\":{\"*u*\":[\"urn:p\"]},\"maxAgeSeconds\":300,\"audience\":\"x\"}",
            "{\"allSubmods\":[\"affirming\"],\"verifierDevelopers\":[\"d\"],\"verifierBuilds\":[\"b\"],"
                + "\"issuers\":[\"i\"],\"requireVector\":true,\"requireConsistentStatus\":true,"
                + "\"allowedFindings\":[\"UNKNOWN_CLAIM\"]}")
        .map(text -> seed(Bytes.ofUtf8(text)));
  }

  static Stream<Arguments> tokens() throws Exception {
    List<Arguments> tokens = new ArrayList<>();
    for (EarClaims claims : claims()) {
      tokens.add(seed(Ear.jwt(claims).keyId("k").sign(CheapKey.SIGNER)));
      tokens.add(seed(Ear.cwt(claims).certificateChain(List.of(NONCE)).sign(CheapKey.SIGNER)));
    }
    return tokens.stream();
  }

  private static Arguments seed(Bytes bytes) {
    return arguments((Object) bytes.toByteArray());
  }
}
