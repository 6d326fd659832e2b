package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.eat.Audience;
import org.rats4j.eat.Claims;

class RelyingPartyPolicyTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private static EarBuilder result(TrustTier... tiers) {
    EarBuilder builder = Ear.builder().verifierId("d", "b").issuedAt(NOW);
    for (int i = 0; i < tiers.length; i++) {
      builder.submod("gpu" + i, Appraisal.builder().status(tiers[i]).build());
    }
    return builder;
  }

  private static List<String> codes(RelyingPartyPolicy policy, EarClaims claims, Instant now) {
    Decision decision =
        new PolicyEvaluation(policy.demands(), claims, claims.findings(), now).evaluate();
    assertEquals(decision.reasons().isEmpty(), decision.accepted());
    return decision.reasons().stream().map(Finding::code).toList();
  }

  private static List<String> codes(RelyingPartyPolicy policy, EarBuilder claims) {
    return codes(policy, claims.build(), NOW);
  }

  @Test
  void noneIsNotAffirming() {
    assertEquals(
        List.of("TIER_NOT_ALLOWED"),
        codes(RelyingPartyPolicy.allAffirming(), result(TrustTier.AFFIRMING, TrustTier.NONE)));
    assertEquals(
        List.of("TIER_NOT_ALLOWED"),
        codes(RelyingPartyPolicy.notContraindicated(), result(TrustTier.NONE)));
  }

  @Test
  void anOverallNoneDoesNotHideABadSubmodule() {
    EarBuilder hidden = result(TrustTier.CONTRAINDICATED).status(TrustTier.NONE);
    RelyingPartyPolicy policy =
        RelyingPartyPolicy.builder()
            .overall(TrustTier.NONE)
            .allSubmods(TrustTier.AFFIRMING)
            .build();

    assertEquals(List.of("TIER_NOT_ALLOWED"), codes(policy, hidden));
  }

  @Test
  void anAbsentOverallStatusIsTheWorstOfTheSubmodules() {
    RelyingPartyPolicy policy = RelyingPartyPolicy.builder().overall(TrustTier.AFFIRMING).build();

    assertEquals(List.of(), codes(policy, result(TrustTier.AFFIRMING)));
    assertEquals(
        List.of("TIER_NOT_ALLOWED"), codes(policy, result(TrustTier.AFFIRMING, TrustTier.WARNING)));
  }

  @Test
  void listsEveryReason() {
    RelyingPartyPolicy policy =
        RelyingPartyPolicy.builder()
            .overall(TrustTier.AFFIRMING)
            .submods("cpu", TrustTier.AFFIRMING)
            .minSubmods("gpu*", 3)
            .values("gpu0", Category.EXECUTABLES, 2, 3)
            .policyIds("gpu0", "urn:p")
            .verifierDevelopers("x")
            .issuers("y")
            .audience("z")
            .maxAge(Duration.ofSeconds(10))
            .requireExpiry()
            .nonce(Bytes.ofHex("0011223344556677"))
            .requireVector()
            .build();

    assertEquals(
        List.of(
            "TIER_NOT_ALLOWED",
            "SUBMOD_MISSING",
            "SUBMOD_COUNT",
            "CATEGORY_NONE",
            "POLICY_ID_MISSING",
            "VERIFIER_NOT_ALLOWED",
            "ISSUER_NOT_ALLOWED",
            "AUDIENCE_MISMATCH",
            "TOO_OLD",
            "EXPIRY_MISSING",
            "NONCE_MISSING",
            "VECTOR_MISSING"),
        codes(policy, result(TrustTier.WARNING).build(), NOW.plusSeconds(11)));
  }

  @Test
  void acceptsIssuerAndAudience() {
    RelyingPartyPolicy policy =
        RelyingPartyPolicy.builder().issuers("i").audience("a").maxAge(Duration.ZERO).build();

    assertEquals(
        List.of(),
        codes(
            policy,
            result(TrustTier.NONE)
                .claim(Claims.ISSUER, "i")
                .claim(Claims.AUDIENCE, new Audience(List.of("b", "a")))));
  }

  @Test
  void rejectsAClaimThatIsNotAmongTheAllowedOnes() {
    Appraisal appraisal = Appraisal.builder().claim(Category.HARDWARE, 32).build();
    RelyingPartyPolicy values =
        RelyingPartyPolicy.builder().values("a", Category.HARDWARE, 2).build();
    RelyingPartyPolicy either =
        RelyingPartyPolicy.builder()
            .values("a", Category.HARDWARE, 2)
            .tiers("a", Category.HARDWARE, TrustTier.WARNING)
            .build();
    EarClaims claims =
        Ear.builder().verifierId("d", "b").issuedAt(NOW).submod("a", appraisal).build();

    assertEquals(List.of("VALUE_NOT_ALLOWED"), codes(values, claims, NOW));
    assertEquals(List.of(), codes(either, claims, NOW));
  }

  @Test
  void rejectsFindingsThatAreNotAllowed() throws Exception {
    EarClaims odd =
        EarClaims.decode(
            result(TrustTier.AFFIRMING)
                .extensions(ClaimMap.builder().put("x", JsonNumber.of(1)).build())
                .build()
                .encode(org.rats4j.core.Encoding.JSON),
            org.rats4j.core.Encoding.JSON,
            EarOptions.STRICT);
    RelyingPartyPolicy.Builder policy =
        RelyingPartyPolicy.builder().allSubmods(TrustTier.AFFIRMING);

    assertEquals(List.of("FINDING_NOT_ALLOWED"), codes(policy.allowedFindings().build(), odd, NOW));
    assertEquals(List.of(), codes(policy.allowedFindings("UNKNOWN_CLAIM").build(), odd, NOW));
  }

  @Test
  void refusesAPolicyThatDemandsNothing() {
    RelyingPartyPolicy.Builder formOnly =
        RelyingPartyPolicy.builder().requireVector().requireConsistentStatus();

    assertThrows(IllegalStateException.class, formOnly::build);
    assertThrows(IllegalArgumentException.class, () -> formOnly.allSubmods());
    assertThrows(IllegalArgumentException.class, () -> formOnly.values("a", Category.HARDWARE));
    assertThrows(
        IllegalArgumentException.class, () -> formOnly.values("a", Category.HARDWARE, 128));
  }

  @ParameterizedTest
  @CsvSource({
    "gpu*,gpu0,true", "gpu*,gpu,true", "gpu*,xgpu,false", "*,'',true", "*a*b*,xaxxbx,true",
    "*a*b*,xbxa,false", "a,a,true", "a,b,false", "*ab,aab,true", "a.c,abc,false"
  })
  void anAsteriskStandsForAnyCharacters(String pattern, String label, boolean fits) {
    assertEquals(fits, Glob.matches(pattern, label));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/policy/invalid.csv", delimiter = '|')
  void rejects(String name, String json, DecodingException.Reason reason, String path) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

    DecodingException e =
        assertThrows(DecodingException.class, () -> RelyingPartyPolicy.decode(bytes));

    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
  }

  @Test
  void readsEveryItem() throws Exception {
    String json =
        """
        {"overall":["affirming"],"allSubmods":["affirming","warning"],
         "submods":{"gpu*":["affirming"]},"minSubmods":{"gpu*":1},
         "categories":{"gpu0":{"hardware":{"values":[2],"tiers":["none"]}}},
         "policyIds":{"gpu0":["urn:p"]},"verifierDevelopers":["d"],"verifierBuilds":["b"],
         "issuers":["i"],"audience":"a","maxAgeSeconds":300,"requireExpiry":true,
         "nonce":"AAECAwQFBgc","requireVector":true,"requireConsistentStatus":true,
         "allowedFindings":[]}
        """;

    RelyingPartyPolicy policy = RelyingPartyPolicy.decode(json.getBytes(StandardCharsets.UTF_8));

    EarBuilder good =
        Ear.builder()
            .verifierId("d", "b")
            .issuedAt(NOW)
            .expiresAt(NOW.plusSeconds(1))
            .nonce(Bytes.ofHex("0001020304050607"))
            .claim(Claims.ISSUER, "i")
            .claim(Claims.AUDIENCE, Audience.of("a"))
            .submod(
                "gpu0", Appraisal.builder().claim(Category.HARDWARE, 2).policyId("urn:p").build());
    assertEquals(List.of(), codes(policy, good));
    assertFalse(codes(policy, result(TrustTier.NONE)).isEmpty());
    assertTrue(policy.demands().requireVector());
  }
}
