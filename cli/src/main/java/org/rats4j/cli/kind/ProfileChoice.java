package org.rats4j.cli.kind;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.EatProfile;
import org.rats4j.eat.ProfileRegistry;

/** The profiles that a kind of token may follow. */
final class ProfileChoice {
  /** Any profile, or none. */
  static final ProfileChoice ANY = new ProfileChoice(ProfileRegistry.EMPTY);

  private final ProfileRegistry profiles;

  private ProfileChoice(ProfileRegistry profiles) {
    this.profiles = profiles;
  }

  /** Returns one of these profiles. */
  static ProfileChoice of(ProfileRegistry profiles) {
    return new ProfileChoice(profiles);
  }

  /** Returns one of these profiles. */
  static ProfileChoice of(EatProfile... profiles) {
    return of(ProfileRegistry.EMPTY.with(profiles));
  }

  /** Returns whether nothing is demanded. */
  boolean areAny() {
    return profiles.profiles().isEmpty();
  }

  /** Returns whether a claims-set in CBOR looks like one of these profiles. */
  boolean accepts(Bytes claims) {
    try {
      return areAny()
          || of(EatClaims.decode(claims, Encoding.CBOR, EatOptions.LENIENT)).isPresent();
    } catch (DecodingException e) {
      return false;
    }
  }

  /** Returns the profile that claims name, or as whose they look. */
  Optional<EatProfile> of(EatClaims claims) {
    return profiles.findOrGuess(claims);
  }

  /**
   * Returns what breaks the profile.
   *
   * @throws DecodingException if the claims follow none of these profiles
   */
  List<Finding> check(EatClaims claims) throws DecodingException {
    if (areAny()) {
      return List.of();
    }
    return of(claims)
        .orElseThrow(
            () ->
                invalid(
                    EatCodes.PROFILE_MISMATCH,
                    "eat_profile",
                    "of none of the profiles " + profiles))
        .check(claims);
  }

  /**
   * Returns what is remarked, and not wrong. Nothing verifies a bare claims-set, so what breaks its
   * profile is said when it is decoded.
   *
   * @throws DecodingException if the claims follow none of these profiles, or break theirs
   */
  List<Finding> require(EatClaims claims) throws DecodingException {
    List<Finding> findings = check(claims);
    List<Finding> faults =
        findings.stream().filter(it -> it.severity() == Finding.Severity.ERROR).toList();
    if (!faults.isEmpty()) {
      throw invalid(
          EatCodes.PROFILE_VIOLATION,
          faults.get(0).path(),
          String.join("; ", faults.stream().map(Finding::message).limit(8).toList()));
    }
    return findings;
  }

  /** Demands one of these profiles. */
  void expect(EatExpectations.Builder expectations) {
    if (!areAny()) {
      expectations.profile(profiles.profiles().toArray(EatProfile[]::new));
    }
  }

  private static DecodingException invalid(String code, String path, String detail) {
    return DecodingException.of(DecodingException.Reason.INVALID_VALUE, code, path, detail);
  }
}
