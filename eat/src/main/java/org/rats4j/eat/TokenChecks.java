package org.rats4j.eat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

/** The expectations of claims whose signature is right. */
final class TokenChecks {
  private final EatExpectations expected;
  private final DecodeOptions options;
  private final List<Finding> findings;

  /**
   * @param findings what was remarked so far; more is added
   */
  TokenChecks(EatExpectations expected, DecodeOptions options, List<Finding> findings) {
    this.expected = expected;
    this.options = options;
    this.findings = findings;
  }

  /** Returns the profile whose rules the token keeps. */
  Optional<EatProfile> check(EatClaims claims, TokenFacts token) throws VerificationException {
    ProfileChoice choice = new ProfileChoice(expected);
    Optional<EatProfile> profile = choice.find(claims);
    checkTime(claims);
    checkNonce(claims, profile.map(EatProfile::nonceClaim).orElse(Claims.NONCE));
    choice.check(claims, profile).ifPresent(findings::add);
    checkAudience(claims);
    if (profile.isPresent()) {
      checkRules(profile.get(), claims, token);
    }
    if (expected.companionClaims()
        || profile.filter(EatProfile::demandsCompanionClaims).isPresent()) {
      checkCompanions();
    }
    new ComponentCheck(expected).check(claims, profile);
    return profile;
  }

  /**
   * Checks claims that came beside a token.
   *
   * @param main the claims of that token, which keep {@code profile}
   */
  void checkDetached(EatClaims claims, Optional<EatClaims> main, Optional<EatProfile> profile)
      throws VerificationException {
    if (expected.companionClaims()
        || profile.filter(EatProfile::demandsCompanionClaims).isPresent()) {
      checkCompanions();
    }
    new ComponentCheck(expected).checkDetached(claims, main, profile);
  }

  private void checkRules(EatProfile profile, EatClaims claims, TokenFacts token)
      throws VerificationException {
    ProfileCheck.keep(profile, new ProfileCheck(profile).ofToken(claims, token), findings);
  }

  private void checkTime(EatClaims claims) throws VerificationException {
    Instant instant = expected.clock().instant();
    BigDecimal now = seconds(instant.getEpochSecond(), instant.getNano());
    BigDecimal skew = seconds(expected.skew());
    Optional<NumericDate> expiration = claims.known(Claims.EXPIRATION);
    if (expiration.isPresent() && now.compareTo(expiration.get().seconds().add(skew)) >= 0) {
      throw fail(
          Reason.EXPIRED,
          EatCodes.EXPIRED,
          Claims.EXPIRATION,
          "the token ended at " + expiration.get().toInstant());
    }
    for (ClaimKey<NumericDate> start : List.of(Claims.NOT_BEFORE, Claims.ISSUED_AT)) {
      Optional<NumericDate> date = claims.known(start);
      if (date.isPresent() && date.get().seconds().compareTo(now.add(skew)) > 0) {
        throw fail(
            Reason.NOT_YET_VALID,
            EatCodes.NOT_YET_VALID,
            start,
            date.get().toInstant() + " is in the future");
      }
    }
    if (expected.maxAge().isPresent()) {
      checkAge(claims, now.subtract(seconds(expected.maxAge().get())).subtract(skew));
    }
  }

  private static void checkAge(EatClaims claims, BigDecimal oldest) throws VerificationException {
    Optional<NumericDate> issuedAt = claims.known(Claims.ISSUED_AT);
    if (issuedAt.isEmpty() || issuedAt.get().seconds().compareTo(oldest) < 0) {
      throw fail(
          Reason.EXPIRED,
          EatCodes.TOO_OLD,
          Claims.ISSUED_AT,
          issuedAt
              .map(date -> "the token is too old, of " + date.toInstant())
              .orElse("the token does not say how old it is"));
    }
  }

  private void checkNonce(EatClaims claims, ClaimKey<Nonces> claim) throws VerificationException {
    Optional<Nonces> nonces = ProfileCheck.read(claims, claim);
    if (expected.nonce().isPresent()) {
      if (nonces.isEmpty()) {
        throw fail(Reason.NONCE_MISMATCH, EatCodes.NONCE_MISSING, claim, "there is no nonce");
      }
      if (!nonces.get().contains(expected.nonce().get())) {
        throw fail(Reason.NONCE_MISMATCH, EatCodes.NONCE_MISMATCH, claim, "not the nonce expected");
      }
    }
    if (expected.exactlyOneNonce() && nonces.map(all -> all.values().size()).orElse(0) != 1) {
      throw fail(Reason.NONCE_MISMATCH, EatCodes.NONCE_MISMATCH, claim, "not exactly one nonce");
    }
  }

  private void checkAudience(EatClaims claims) throws VerificationException {
    Optional<Audience> audience = claims.known(Claims.AUDIENCE);
    if (expected.audience().isPresent()) {
      if (audience.filter(names -> names.contains(expected.audience().get())).isEmpty()) {
        throw fail(
            Reason.AUDIENCE_MISMATCH,
            EatCodes.AUDIENCE_MISMATCH,
            Claims.AUDIENCE,
            audience.isEmpty() ? "the token is for nobody in particular" : "for somebody else");
      }
    } else if (audience.isPresent()) {
      findings.add(
          new Finding(
              EatCodes.AUDIENCE_UNCHECKED,
              Finding.Severity.WARNING,
              Claims.AUDIENCE.name(),
              "the token is for somebody, and nobody said who reads it"));
    }
  }

  private void checkCompanions() throws VerificationException {
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (!finding.code().equals(EatCodes.COMPANION_MISSING)) {
        continue;
      }
      if (!options.allows(EatLeniencies.MISSING_COMPANION_CLAIMS)) {
        throw VerificationException.of(
            Reason.PROFILE_MISMATCH, finding.code(), finding.path(), finding.message());
      }
      findings.set(
          i,
          new Finding(
              EatLeniencies.MISSING_COMPANION_CLAIMS.code(),
              Finding.Severity.DEVIATION,
              finding.path(),
              finding.message()));
    }
  }

  private static VerificationException fail(
      Reason reason, String code, ClaimKey<?> claim, String detail) {
    return VerificationException.of(reason, code, claim.name(), detail);
  }

  private static BigDecimal seconds(Duration duration) {
    return seconds(duration.getSeconds(), duration.getNano());
  }

  private static BigDecimal seconds(long seconds, int nanos) {
    return BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9));
  }
}
