package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;

class EarBuilderTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private static EarBuilder builder() {
    return Ear.builder().verifierId("d", "b").issuedAt(NOW);
  }

  private static Appraisal hardware(int claim) {
    return Appraisal.builder().claim(Category.HARDWARE, claim).build();
  }

  @Test
  void derivesTheStatusOfAnAppraisalFromItsVector() {
    assertEquals(TrustTier.AFFIRMING, hardware(2).status());
    assertEquals(TrustTier.CONTRAINDICATED, hardware(-97).status());
    assertEquals(TrustTier.NONE, Appraisal.builder().build().status());
  }

  @Test
  void keepsAStatusThatIsWorseThanTheVector() {
    Appraisal appraisal = hardware(2).toBuilder().status(TrustTier.CONTRAINDICATED).build();

    assertEquals(TrustTier.CONTRAINDICATED, appraisal.status());
  }

  @Test
  void refusesAStatusThatIsBetterThanTheVector() {
    Appraisal.Builder better = hardware(96).toBuilder().status(TrustTier.WARNING);

    IllegalStateException e = assertThrows(IllegalStateException.class, better::build);

    assertTrue(e.getMessage().startsWith(EarCodes.EAR_STATUS_INCONSISTENT));
  }

  @Test
  void acceptsNoneAsStatusWhateverTheVectorSays() {
    Appraisal none = hardware(96).toBuilder().status(TrustTier.NONE).build();

    assertTrue(none.isConsistent());
  }

  @Test
  void derivesTheOverallStatusFromTheWorstSubmodule() {
    EarClaims claims =
        builder().submod("a", hardware(2)).submod("b", hardware(32)).deriveStatus().build();

    assertEquals(Optional.of(TrustTier.WARNING), claims.status());
  }

  @Test
  void refusesAnOverallStatusThatIsBetterThanASubmodule() {
    EarBuilder better =
        builder().submod("a", hardware(2)).submod("b", hardware(32)).status(TrustTier.AFFIRMING);

    assertThrows(IllegalStateException.class, better::build);
  }

  @Test
  void derivesNoOverallStatusInADialectThatHasNone() {
    EarClaims claims =
        builder().dialect(EarDialect.VERAISON_2023).submod("a", hardware(2)).deriveStatus().build();

    assertTrue(claims.status().isEmpty());
    assertEquals(TrustTier.AFFIRMING, claims.effectiveStatus());
  }

  @Test
  void refusesWhatTheDialectLacks() {
    Appraisal two = hardware(2).toBuilder().policyId("p").policyId("q").build();
    EarBuilder old = builder().dialect(EarDialect.IETF_2025_07);

    assertThrows(IllegalStateException.class, () -> old.submod("a", two).build());
    assertThrows(
        IllegalStateException.class,
        () ->
            builder()
                .dialect(EarDialect.IETF_03)
                .submod("a", two)
                .topology("a", List.of("b"))
                .build());
    assertThrows(
        IllegalStateException.class,
        () -> builder().submod("a", two).rawEvidence(RawEvidence.of(Bytes.of(1))).build());
  }

  @Test
  void refusesAnExtensionThatIsCalledLikeAClaim() {
    for (String name : List.of("ear.status", "ear_status", "eat_nonce", "submods")) {
      ClaimMap extensions = ClaimMap.builder().put(name, JsonNumber.of(1)).build();
      EarBuilder builder = builder().submod("a", hardware(2)).extensions(extensions);

      assertThrows(IllegalStateException.class, builder::build, name);
    }
  }

  @Test
  void refusesATypedExtensionThatIsAClaimOfTheResult() {
    Nonces nonce = Nonces.of(Nonce.ofBytes(Bytes.copyOf(new byte[8])));
    EarBuilder top = builder().submod("a", hardware(2)).claim(Claims.NONCE, nonce);
    Appraisal appraisal =
        Appraisal.builder()
            .claim(Category.HARDWARE, 2)
            .extensions(ClaimMap.builder().put(Claims.ISSUER, "i").build())
            .build();
    EarBuilder below = builder().submod("a", appraisal);

    assertThrows(IllegalStateException.class, top::build);
    assertThrows(IllegalStateException.class, below::build);
  }

  @Test
  void refusesWhatIsIncomplete() {
    assertThrows(IllegalStateException.class, () -> builder().build());
    assertThrows(
        IllegalStateException.class,
        () -> Ear.builder().issuedAt(NOW).submod("a", hardware(2)).build());
    assertThrows(
        IllegalStateException.class,
        () -> Ear.builder().verifierId("d", "b").submod("a", hardware(2)).build());
  }

  @Test
  void refusesEmptyTextsAndLists() {
    assertThrows(IllegalArgumentException.class, () -> builder().verifierId("", "b"));
    assertThrows(IllegalArgumentException.class, () -> builder().submod("", hardware(2)));
    assertThrows(IllegalArgumentException.class, () -> builder().topology("a", List.of()));
    assertThrows(IllegalArgumentException.class, () -> Appraisal.builder().policyId(""));
    assertThrows(IllegalArgumentException.class, () -> builder().nonce(Bytes.of(1, 2, 3)));
  }

  @Test
  void leavesAnEmptyVectorOut() {
    Appraisal appraisal = Appraisal.builder().vector(TrustVector.builder().build()).build();

    assertFalse(appraisal.vector().isPresent());
  }
}
