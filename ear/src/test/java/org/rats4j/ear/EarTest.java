package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.Audience;
import org.rats4j.eat.Claims;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;

class EarTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");
  private static final Bytes OTHER_NONCE = Bytes.ofHex("ff112233445566778899aabbccddeeff");

  private static KeyPair pair;

  @BeforeAll
  static void makeKey() throws Exception {
    pair = TestKeys.p256();
  }

  private static EarBuilder result() {
    return Ear.builder()
        .verifierId("https://verifier.example", "1.0")
        .clock(CLOCK)
        .lifetime(Duration.ofMinutes(5))
        .nonce(NONCE)
        .submod(
            "platform",
            Appraisal.builder()
                .claim(Category.EXECUTABLES, 33)
                .claim(Category.HARDWARE, 2)
                .policyId("https://verifier.example/policy/7")
                .build())
        .deriveStatus();
  }

  private static Bytes sign(EarClaims claims, Encoding encoding) throws Exception {
    SignedEarBuilder signer = encoding == Encoding.JSON ? Ear.jwt(claims) : Ear.cwt(claims);
    return signer.keyId("k1").sign(Signers.of(pair.getPrivate(), Algorithms.ES256));
  }

  private static EarExpectations.Builder expected() {
    return EarExpectations.builder().key(VerificationKey.of(pair.getPublic())).clock(CLOCK);
  }

  private static VerificationException refused(EarClaims claims, EarExpectations.Builder expected)
      throws Exception {
    UnverifiedEar token = Ear.decode(sign(claims, Encoding.JSON), EarOptions.STRICT);
    return assertThrows(VerificationException.class, () -> token.verify(expected.build()));
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void verifiesWhatItSigned(Encoding encoding) throws Exception {
    EarClaims claims = result().build();

    Ear ear =
        Ear.decode(sign(claims, encoding), EarOptions.STRICT)
            .verify(
                expected()
                    .nonce(NONCE)
                    .verifierDevelopers("https://verifier.example")
                    .maxAge(Duration.ofMinutes(1))
                    .profile(EarDialect.IETF_04.profile())
                    .build());

    assertEquals(TrustTier.WARNING, ear.effectiveStatus());
    assertEquals(33, ear.appraisal("platform").orElseThrow().claim(Category.EXECUTABLES));
    assertEquals(claims.encode(Encoding.CBOR), reencoded(ear, encoding, claims));
    assertEquals(Algorithms.ES256, ear.algorithm());
    assertTrue(ear.findings().isEmpty());
  }

  /** A nonce of bytes becomes a text in JSON, so only CBOR gives equal claims. */
  private static Bytes reencoded(Ear ear, Encoding encoding, EarClaims claims) {
    EarClaims read = ear.claims();
    if (encoding == Encoding.JSON) {
      assertEquals(claims.encode(Encoding.JSON), read.encode(Encoding.JSON));
      read = read.toBuilder().nonce(NONCE).build();
    }
    return read.encode(Encoding.CBOR);
  }

  @Test
  void refusesAnotherNonce() throws Exception {
    VerificationException e = refused(result().build(), expected().nonce(OTHER_NONCE));

    assertEquals(Reason.NONCE_MISMATCH, e.reason());
    assertEquals(EarCodes.EAR_NONCE, e.code());
  }

  @Test
  void takesNoTextThatIsNotBase64UrlForAnEmptyNonce() throws Exception {
    Nonces text = Nonces.of(Nonce.ofText("!!!!!!!!"));

    VerificationException e = refused(result().nonce(text).build(), expected().nonce(Bytes.EMPTY));

    assertEquals(EarCodes.EAR_NONCE, e.code());
  }

  @Test
  void refusesAnotherVerifier() throws Exception {
    EarClaims claims = result().build();

    VerificationException e = refused(claims, expected().verifierDevelopers("https://a.example"));

    assertEquals(EarCodes.VERIFIER_NOT_ALLOWED, e.code());
  }

  @Test
  void refusesAnotherAudience() throws Exception {
    EarClaims claims = result().claim(Claims.AUDIENCE, Audience.of("https://rp.example")).build();

    assertEquals(
        Reason.AUDIENCE_MISMATCH,
        refused(claims, expected().audience("https://other.example")).reason());
  }

  @Test
  void refusesAnotherProfile() throws Exception {
    VerificationException e =
        refused(result().build(), expected().profile(EarDialect.IETF_03.profile()));

    assertEquals(Reason.PROFILE_MISMATCH, e.reason());
    assertEquals(EarCodes.EAR_PROFILE, e.code());
  }

  @Test
  void expiresAtItsExpiry() throws Exception {
    Clock atExpiry = Clock.offset(CLOCK, Duration.ofMinutes(5));

    VerificationException e = refused(result().build(), expected().clock(atExpiry));

    assertEquals(Reason.EXPIRED, e.reason());
    assertEquals(EarCodes.EAR_EXPIRED, e.code());
  }

  @Test
  void skewCoversTheDifferenceOfClocks() throws Exception {
    Clock late = Clock.offset(CLOCK, Duration.ofMinutes(5).plusSeconds(29));
    UnverifiedEar token = Ear.decode(sign(result().build(), Encoding.JSON), EarOptions.STRICT);

    Ear ear = token.verify(expected().clock(late).skew(Duration.ofSeconds(30)).build());

    assertEquals(NOW, ear.issuedAt());
  }

  @Test
  void refusesAResultThatIsTooOld() throws Exception {
    Clock later = Clock.offset(CLOCK, Duration.ofSeconds(61));

    VerificationException e =
        refused(result().build(), expected().clock(later).maxAge(Duration.ofMinutes(1)));

    assertEquals(Reason.EXPIRED, e.reason());
    assertEquals(EarCodes.TOO_OLD, e.code());
  }

  @Test
  void refusesTheKeyOfSomebodyElse() throws Exception {
    VerificationKey other = VerificationKey.of(TestKeys.p256().getPublic());
    UnverifiedEar token = Ear.decode(sign(result().build(), Encoding.CBOR), EarOptions.STRICT);
    EarExpectations expected = EarExpectations.builder().key(other).clock(CLOCK).build();

    VerificationException e =
        assertThrows(VerificationException.class, () -> token.verify(expected));

    assertEquals(Reason.BAD_SIGNATURE, e.reason());
    assertEquals(EarCodes.EAR_SIGNATURE, e.code());
  }

  @Test
  void signsTheNameOfTheKey() throws Exception {
    Bytes token = sign(result().build(), Encoding.CBOR);

    UnverifiedCoseSign1 cose = CoseSign1.decode(token, DecodeOptions.STRICT);

    assertEquals(Optional.of(Bytes.ofUtf8("k1")), cose.protectedHeaders().kid());
    assertTrue(cose.unprotectedHeaders().kid().isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> Ear.cwt(result().build()).certificateChain(List.of()));
  }
}
