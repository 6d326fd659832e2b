package org.rats4j.ear;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.eat.Nonces;

/** Compares claims with what is expected of them. */
final class EarCheck {
  private final EarClaims claims;
  private final EarExpectations expected;
  private final Findings findings;
  private final Instant now;

  private EarCheck(EarClaims claims, EarExpectations expected, Findings findings) {
    this.claims = claims;
    this.expected = expected;
    this.findings = findings;
    this.now = expected.clock().instant();
  }

  static void check(EarClaims claims, EarExpectations expected, Findings findings)
      throws VerificationException {
    EarCheck check = new EarCheck(claims, expected, findings);
    check.checkTime();
    check.checkNonces();
    check.checkNames();
    if (expected.requiresConsistentStatus() && !claims.isConsistent()) {
      throw fail(
          Reason.POLICY_REJECTED,
          EarCodes.EAR_STATUS_INCONSISTENT,
          "a status is better than what it sums up");
    }
  }

  private void checkTime() throws VerificationException {
    Instant early = shifted(now, expected.skew().negated());
    Instant late = shifted(now, expected.skew());
    if (claims.expiresAt().isPresent() && !claims.expiresAt().get().isAfter(early)) {
      throw fail(Reason.EXPIRED, EarCodes.EAR_EXPIRED, "the result has expired");
    }
    if (claims.notBefore().isPresent() && claims.notBefore().get().isAfter(late)) {
      throw fail(Reason.NOT_YET_VALID, EarCodes.EAR_NOT_YET_VALID, "the result is not valid yet");
    }
    if (claims.issuedAt().isAfter(late)) {
      if (expected.rejectsFutureIat()) {
        throw fail(
            Reason.NOT_YET_VALID, EarCodes.EAR_NOT_YET_VALID, "the result is from the future");
      }
      findings.add(EarCodes.IAT_IN_FUTURE, Severity.WARNING, "iat", "issued in the future");
    }
    Optional<Instant> oldest = expected.maxAge().map(age -> shifted(early, age.negated()));
    if (oldest.isPresent() && claims.issuedAt().isBefore(oldest.get())) {
      throw fail(Reason.EXPIRED, EarCodes.TOO_OLD, "the result is too old");
    }
  }

  /** Stays inside the calendar, whatever the caller's duration is. */
  private static Instant shifted(Instant time, Duration by) {
    try {
      return time.plus(by);
    } catch (DateTimeException | ArithmeticException beyond) {
      return by.isNegative() ? Instant.MIN : Instant.MAX;
    }
  }

  private void checkNonces() throws VerificationException {
    if (expected.nonce().isPresent()) {
      checkNonce("eat_nonce", claims.nonce(), expected.nonce().get());
    }
    for (Map.Entry<String, Bytes> entry : expected.evidenceNonces().entrySet()) {
      Optional<Nonces> nonces = claims.appraisal(entry.getKey()).flatMap(Appraisal::evidenceNonce);
      checkNonce("submods/" + Shown.text(entry.getKey()) + "/eat_nonce", nonces, entry.getValue());
    }
  }

  private void checkNonce(String path, Optional<Nonces> received, Bytes nonce)
      throws VerificationException {
    if (received.isEmpty()) {
      throw VerificationException.of(Reason.NONCE_MISMATCH, EarCodes.EAR_NONCE, path, "no nonce");
    }
    if (!NonceMatch.contains(received.get(), nonce, expected.legacyTextNonce())) {
      throw VerificationException.of(
          Reason.NONCE_MISMATCH, EarCodes.EAR_NONCE, path, "another nonce");
    }
  }

  private void checkNames() throws VerificationException {
    if (!expected.profiles().isEmpty() && !expected.profiles().contains(claims.profile())) {
      throw fail(Reason.PROFILE_MISMATCH, EarCodes.EAR_PROFILE, "another profile");
    }
    if (!expected.verifierDevelopers().isEmpty()
        && !expected.verifierDevelopers().contains(claims.verifierId().developer())) {
      throw fail(
          Reason.CLAIMS_MISMATCH, EarCodes.VERIFIER_NOT_ALLOWED, "another verifier appraised");
    }
    if (expected.audience().isPresent() && !claims.audience().contains(expected.audience().get())) {
      throw fail(
          Reason.AUDIENCE_MISMATCH, EarCodes.AUDIENCE_MISMATCH, "the result is for somebody else");
    }
  }

  private static VerificationException fail(Reason reason, String code, String detail) {
    return VerificationException.of(reason, code, "", detail);
  }
}
