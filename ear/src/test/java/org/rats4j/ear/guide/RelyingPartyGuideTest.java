package org.rats4j.ear.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.JsonObject;
import org.rats4j.ear.Appraisal;
import org.rats4j.ear.Category;
import org.rats4j.ear.ConvertedEar;
import org.rats4j.ear.Decision;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.EarConverter;
import org.rats4j.ear.EarDialect;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.KeyAttestation;
import org.rats4j.ear.RelyingPartyPolicy;
import org.rats4j.ear.TrustTier;

/**
 * The code of {@code docs/guide/relying-party.md}, run. {@code DocumentsTest} of {@code examples}
 * compares both.
 */
class RelyingPartyGuideTest {
  private static final Clock clock =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private static KeyPair keys;
  private static PublicKey verifierKey;
  private static Bytes nonce;
  private static Bytes token;

  @BeforeAll
  static void makeResult() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    keys = generator.generateKeyPair();
    verifierKey = keys.getPublic();
    nonce = newNonce();
    token = newResult();
  }

  private static Bytes newNonce() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    Bytes nonce = Bytes.copyOf(random);

    return nonce;
  }

  private static Bytes newResult() throws Exception {
    PublicKey attesterKey = keys.getPublic();
    Signer signer = Signers.of(keys.getPrivate(), Algorithms.ES256);

    EarClaims claims =
        Ear.builder()
            .verifierId("https://verifier.example", "1.4.0")
            .clock(clock)
            .lifetime(Duration.ofMinutes(5))
            .nonce(nonce)
            .submod(
                "host",
                Appraisal.builder()
                    .claim(Category.EXECUTABLES, 2)
                    .claim(Category.HARDWARE, 2)
                    .policyId("https://verifier.example/policy/7")
                    .keyAttestation(KeyAttestation.of(attesterKey))
                    .build())
            .submod("gpu0", Appraisal.builder().claim(Category.HARDWARE, 32).build())
            .deriveStatus()
            .build();
    Bytes token = Ear.jwt(claims).keyId("2026-1").sign(signer);

    return token;
  }

  private static Ear verified() throws Exception {
    EarExpectations expected =
        EarExpectations.builder()
            .key(VerificationKey.of(verifierKey))
            .nonce(nonce)
            .verifierDevelopers("https://verifier.example")
            .clock(clock)
            .build();
    Ear ear = Ear.decode(token, EarOptions.STRICT).verify(expected);

    return ear;
  }

  @Test
  void verifiesAndLooks() throws Exception {
    Ear ear = verified();

    Appraisal host = ear.appraisal("host").orElseThrow();
    TrustTier status = host.status();
    String meaning = host.vector().orElseThrow().describe(Category.EXECUTABLES).text();
    System.out.println(ear.describe());

    assertEquals(TrustTier.AFFIRMING, status);
    assertFalse(meaning.isEmpty());
    assertEquals(TrustTier.WARNING, ear.effectiveStatus());
  }

  @Test
  void saysWhyItRefuses() {
    EarExpectations expected =
        EarExpectations.builder()
            .key(VerificationKey.of(verifierKey))
            .nonce(newNonce())
            .clock(clock)
            .build();

    VerificationException refused =
        assertThrows(
            VerificationException.class,
            () -> Ear.decode(token, EarOptions.STRICT).verify(expected));

    assertEquals("EAR_NONCE", refused.code());
  }

  @Test
  void decides() throws Exception {
    Ear ear = verified();

    RelyingPartyPolicy policy =
        RelyingPartyPolicy.builder()
            .submods("host", TrustTier.AFFIRMING)
            .allSubmods(TrustTier.AFFIRMING, TrustTier.WARNING)
            .values("host", Category.EXECUTABLES, 2, 3)
            .policyIds("host", "https://verifier.example/policy/7")
            .maxAge(Duration.ofMinutes(5))
            .build();
    Decision decision = policy.evaluate(ear, clock);
    for (Finding reason : decision.reasons()) {
      System.out.println(reason.code() + " at " + reason.path() + ": " + reason.message());
    }

    assertTrue(decision.accepted());
  }

  @Test
  void decidesByAFile() throws Exception {
    byte[] file = "{\"allSubmods\": [\"affirming\"]}".getBytes(StandardCharsets.UTF_8);
    Ear ear = verified();

    RelyingPartyPolicy policy = RelyingPartyPolicy.decode(file);
    Decision decision = policy.evaluate(ear, clock);

    assertEquals("TIER_NOT_ALLOWED", decision.reasons().get(0).code());
  }

  @Test
  void takesTheKeyOfTheAttester() throws Exception {
    Ear ear = verified();

    PublicKey attesterKey =
        ear.appraisal("host").flatMap(Appraisal::keyAttestation).orElseThrow().publicKey();

    assertEquals(keys.getPublic(), attesterKey);
  }

  @Test
  void readsOtherProfilesAndShowsOldNames() throws Exception {
    Ear ear = verified();

    EarOptions options =
        EarOptions.builder()
            .acceptProfile("tag:vendor.example,2026:ear", EarDialect.IETF_04)
            .build();
    JsonObject forOldRules = ear.toJson(EarDialect.VERAISON_2023);

    ConvertedEar old = EarConverter.to(EarDialect.VERAISON_2023).convert(ear.claims());
    old.losses().forEach(loss -> System.out.println(loss.code() + " at " + loss.path()));

    assertEquals(EarDialect.IETF_04, Ear.decode(token, options).verify(anyNonce()).dialect());
    assertTrue(forOldRules.get("ear.verifier-id").isPresent());
    assertEquals(1, old.losses().size());
  }

  private static EarExpectations anyNonce() {
    return EarExpectations.builder().key(VerificationKey.of(verifierKey)).clock(clock).build();
  }
}
