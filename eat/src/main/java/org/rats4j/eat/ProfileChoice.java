package org.rats4j.eat;

import java.util.Optional;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

/** Finds the profile of a token, and refuses those that the verifier does not expect. */
final class ProfileChoice {
  private final EatExpectations expected;

  ProfileChoice(EatExpectations expected) {
    this.expected = expected;
  }

  /** Returns the profile that the claims name, or as whose they look where that is allowed. */
  Optional<EatProfile> find(EatClaims claims) {
    for (EatProfile profile : expected.demandedProfiles()) {
      if (profile.isNamedBy(claims) || profile.isImpliedBy(claims)) {
        return Optional.of(profile);
      }
    }
    return expected.legacyWithoutProfile()
        ? expected.profileRegistry().findOrGuess(claims)
        : expected.profileRegistry().find(claims);
  }

  /** Returns a remark if the profile that the claims name is not known. */
  Optional<Finding> check(EatClaims claims, Optional<EatProfile> found)
      throws VerificationException {
    Optional<ProfileId> named = claims.known(Claims.PROFILE);
    if (!expected.profiles().isEmpty() || !expected.demandedProfiles().isEmpty()) {
      boolean demanded =
          found.filter(expected.demandedProfiles()::contains).isPresent()
              || named.filter(expected.profiles()::contains).isPresent();
      if (!demanded) {
        throw mismatch(named.isEmpty() ? "the token names no profile" : "not a profile expected");
      }
    }
    if (found.isPresent()) {
      return Optional.empty();
    }
    if (named.isEmpty()) {
      if (!expected.acceptsNoProfile()) {
        throw mismatch("the token names no profile");
      }
      return Optional.empty();
    }
    return Optional.of(unknown(expected));
  }

  /** Returns the remark that a profile which claims name is not known, where that is accepted. */
  static Finding unknown(EatExpectations expected) throws VerificationException {
    if (!expected.acceptsUnknownProfile()) {
      throw mismatch("the token names a profile that is not known");
    }
    return new Finding(
        EatCodes.PROFILE_UNKNOWN,
        Finding.Severity.INFO,
        Claims.PROFILE.name(),
        "the profile is not known; the rules of RFC 9711 were checked");
  }

  private static VerificationException mismatch(String detail) {
    return VerificationException.of(
        Reason.PROFILE_MISMATCH, EatCodes.PROFILE_MISMATCH, Claims.PROFILE.name(), detail);
  }
}
