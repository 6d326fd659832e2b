package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.eat.measured.MeasuredComponent;

class EatVerifyTest {
  private static final long NOW = 1_700_000_000;
  private static final Bytes OTHER_NONCE = Bytes.ofHex("ffffffffffffffff");
  private static final ProfileId PROFILE = ProfileId.of("tag:example.com,2026:p#a");

  private static EatExpectations.Builder expected() {
    return EatExpectations.builder()
        .key(TestTokens.KEY)
        .clock(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
  }

  private static EatExpectations.Builder stale() {
    return expected().freshnessHandledElsewhere();
  }

  private static Eat verify(EatClaims claims, EatExpectations expectations) throws Exception {
    return verify(claims, expectations, EatOptions.STRICT);
  }

  private static Eat verify(EatClaims claims, EatExpectations expectations, DecodeOptions options)
      throws Exception {
    return Eat.decode(Eat.cwt(claims).sign(TestTokens.SIGNER), options).verify(expectations);
  }

  private static void refuses(
      EatClaims claims, EatExpectations.Builder expectations, Reason reason, String code) {
    VerificationException e =
        assertThrows(VerificationException.class, () -> verify(claims, expectations.build()));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
  }

  private static <T> EatClaims with(ClaimKey<T> key, T value) {
    return EatClaims.builder().put(key, value).build();
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "exp, -59.5, ''",
    "exp, -60, EXPIRED",
    "exp, -1e30, EXPIRED",
    "exp, 1e30, ''",
    "nbf, 60, ''",
    "nbf, 60.5, NOT_YET_VALID",
    "nbf, 1e30, NOT_YET_VALID",
    "iat, 60, ''",
    "iat, 61, NOT_YET_VALID",
    "iat, -1000000, ''",
  })
  void comparesTimesWithTheClock(String claim, BigDecimal offset, String code) throws Exception {
    ClaimKey<NumericDate> key =
        switch (claim) {
          case "exp" -> Claims.EXPIRATION;
          case "nbf" -> Claims.NOT_BEFORE;
          default -> Claims.ISSUED_AT;
        };
    EatClaims claims = with(key, new NumericDate(BigDecimal.valueOf(NOW).add(offset)));

    if (code.isEmpty()) {
      verify(claims, stale().build());
    } else {
      Reason reason = code.equals("EXPIRED") ? Reason.EXPIRED : Reason.NOT_YET_VALID;
      refuses(claims, stale(), reason, code);
    }
  }

  @Test
  void takesTheSkewThatTheCallerNames() throws Exception {
    EatClaims claims = with(Claims.EXPIRATION, NumericDate.ofSeconds(NOW));

    verify(claims, stale().skew(Duration.ofSeconds(1)).build());

    refuses(claims, stale().skew(Duration.ZERO), Reason.EXPIRED, EatCodes.EXPIRED);
  }

  @Test
  void refusesATokenThatIsTooOldOrDoesNotSayHowOldItIs() throws Exception {
    EatExpectations.Builder tenSeconds =
        expected().maxAge(Duration.ofSeconds(10)).skew(Duration.ZERO);

    verify(with(Claims.ISSUED_AT, NumericDate.ofSeconds(NOW - 10)), tenSeconds.build());

    refuses(
        with(Claims.ISSUED_AT, NumericDate.ofSeconds(NOW - 11)),
        tenSeconds,
        Reason.EXPIRED,
        EatCodes.TOO_OLD);
    refuses(EatClaims.builder().build(), tenSeconds, Reason.EXPIRED, EatCodes.TOO_OLD);
  }

  @Test
  void findsTheNonceAmongOthers() throws Exception {
    Nonces two = Nonces.of(Nonce.ofBytes(OTHER_NONCE), Nonce.ofBytes(TestTokens.NONCE));
    EatClaims claims = with(Claims.NONCE, two);

    verify(claims, expected().nonce(TestTokens.NONCE).build());

    refuses(
        claims,
        expected().nonce(TestTokens.NONCE).exactlyOneNonce(),
        Reason.NONCE_MISMATCH,
        EatCodes.NONCE_MISMATCH);
    refuses(
        claims,
        expected().nonce(Bytes.ofHex("0011223344556677")),
        Reason.NONCE_MISMATCH,
        EatCodes.NONCE_MISMATCH);
    refuses(
        EatClaims.builder().build(),
        expected().nonce(TestTokens.NONCE),
        Reason.NONCE_MISMATCH,
        EatCodes.NONCE_MISSING);
  }

  @Test
  void comparesANonceOfJsonAsText() throws Exception {
    Bytes token =
        Eat.jwt(with(Claims.NONCE, Nonces.of(Nonce.ofBytes(TestTokens.NONCE))))
            .sign(TestTokens.SIGNER);
    UnverifiedEat unverified = Eat.decode(token, EatOptions.STRICT);
    Nonce text = Nonce.ofText("ABEiM0RVZneImaq7zN3u_w");
    Nonce padded = Nonce.ofText("ABEiM0RVZneImaq7zN3u_w==");

    unverified.verify(expected().nonce(TestTokens.NONCE).build());
    unverified.verify(expected().nonce(text).build());

    assertEquals(List.of(text), unverified.nonces());
    assertThrows(
        VerificationException.class, () -> unverified.verify(expected().nonce(padded).build()));
  }

  @Test
  void refusesAnotherProfileOrNone() throws Exception {
    EatClaims claims = with(Claims.PROFILE, PROFILE);
    ProfileId other = ProfileId.of("2.999.1");

    verify(claims, stale().profile(other, PROFILE).build());

    refuses(claims, stale().profile(other), Reason.PROFILE_MISMATCH, EatCodes.PROFILE_MISMATCH);
    refuses(
        EatClaims.builder().build(),
        stale().profile(PROFILE),
        Reason.PROFILE_MISMATCH,
        EatCodes.PROFILE_MISMATCH);
  }

  @Test
  void refusesATokenForSomebodyElse() throws Exception {
    EatClaims claims = with(Claims.AUDIENCE, Audience.of("me"));

    Eat checked = verify(claims, stale().audience("me").build());
    Eat unchecked = verify(claims, stale().build());

    assertEquals(List.of(), checked.findings());
    assertEquals(EatCodes.AUDIENCE_UNCHECKED, unchecked.findings().get(0).code());
    refuses(claims, stale().audience("you"), Reason.AUDIENCE_MISMATCH, EatCodes.AUDIENCE_MISMATCH);
    refuses(
        EatClaims.builder().build(),
        stale().audience("me"),
        Reason.AUDIENCE_MISMATCH,
        EatCodes.AUDIENCE_MISMATCH);
  }

  @Test
  void makesAnErrorOfAMissingCompanionOnlyIfItIsAskedFor() throws Exception {
    EatClaims claims = EatClaims.converted(Map.of(Claims.OEM_BOOT, true), Map.of());

    Eat mild = verify(claims, stale().build());
    Eat lenient = verify(claims, stale().companionClaims().build(), EatOptions.LENIENT);

    assertEquals(EatCodes.COMPANION_MISSING, mild.findings().get(0).code());
    assertEquals("MISSING_COMPANION_CLAIMS", lenient.findings().get(0).code());
    assertEquals(Finding.Severity.DEVIATION, lenient.findings().get(0).severity());
    refuses(claims, stale().companionClaims(), Reason.PROFILE_MISMATCH, EatCodes.COMPANION_MISSING);
  }

  @Test
  void refusesOtherKeysAndAlgorithms() {
    EatClaims claims = EatClaims.builder().build();
    EatExpectations.Builder noKey =
        EatExpectations.builder().keys(hints -> List.of()).freshnessHandledElsewhere();
    EatExpectations.Builder macKey =
        EatExpectations.builder().key(TestTokens.MAC_KEY).freshnessHandledElsewhere();

    refuses(claims, noKey, Reason.UNKNOWN_KEY, EatCodes.NO_KEY);
    refuses(claims, macKey, Reason.KEY_MISMATCH, "KEY_MISMATCH");
    refuses(
        claims,
        stale().algorithms(Set.of(Algorithms.ES384)),
        Reason.ALGORITHM_NOT_ALLOWED,
        EatCodes.ALG_NOT_ALLOWED);
  }

  @Test
  void refusesAWrongSignature() throws Exception {
    Bytes token = Eat.cwt(EatClaims.builder().build()).sign(TestTokens.OTHER_SIGNER);

    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> Eat.decode(token, EatOptions.STRICT).verify(stale().build()));

    assertEquals(EatCodes.BAD_SIGNATURE, e.code());
  }

  @Test
  void asksForKeysAndFreshness() {
    EatExpectations.Builder withoutFreshness = expected();
    EatExpectations.Builder withoutKeys = EatExpectations.builder().freshnessHandledElsewhere();

    assertThrows(IllegalStateException.class, withoutFreshness::build);
    assertThrows(IllegalStateException.class, withoutKeys::build);
    assertThrows(IllegalArgumentException.class, () -> expected().algorithms(Set.of()));
    assertThrows(IllegalArgumentException.class, () -> expected().skew(Duration.ofSeconds(-1)));
  }

  @Test
  void refusesAComponentWithFlagsThatNoKnownProfileExplains() throws Exception {
    MeasuredComponent plain = MeasuredComponent.ofRaw("c", Bytes.of(1));
    MeasuredComponent flags = plain.withFlags(Bytes.copyOf(new byte[8]));
    EatClaims unnamed = with(Claims.MEASUREMENTS, List.of(flags.body(Encoding.CBOR)));
    EatClaims named = unnamed.toBuilder().put(Claims.PROFILE, PROFILE).build();
    EatClaims inside = with(Claims.SUBMODULES, Submodules.of("a/b", unnamed));
    EatClaims explained = inside.toBuilder().put(Claims.PROFILE, PROFILE).build();

    for (EatClaims claims : List.of(unnamed, named, inside)) {
      refuses(claims, stale(), Reason.PROFILE_MISMATCH, EatCodes.PROFILE_MISMATCH);
    }
    verify(with(Claims.MEASUREMENTS, List.of(plain.body(Encoding.JSON))), stale().build());
    verify(named, stale().profile(PROFILE).build());
    verify(explained, stale().profile(PROFILE).build());
  }
}
