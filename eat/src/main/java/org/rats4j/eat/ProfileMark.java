package org.rats4j.eat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;

/**
 * By what the tokens of a profile are known.
 *
 * @param id what {@code eat_profile} says; null if no claim of that name is meant
 * @param claim the claim that stands in place of {@code eat_profile}, with its value; null if none
 * @param impliedBy the claim that only tokens of this profile have; null if none
 */
record ProfileMark(
    @Nullable ProfileId id, @Nullable Claim<?> claim, @Nullable ClaimKey<?> impliedBy) {
  /** A claim with the value that names a profile. */
  record Claim<T>(ClaimKey<T> key, T value) {
    boolean isIn(EatClaims set) {
      return ProfileCheck.read(set, key).filter(value::equals).isPresent();
    }

    void put(EatClaims.Builder set) {
      set.put(key, value);
    }
  }

  static ProfileMark of(@Nullable ProfileId id) {
    return new ProfileMark(id, null, null);
  }

  ProfileMark withClaim(Claim<?> value) {
    return new ProfileMark(id, value, impliedBy);
  }

  ProfileMark withImpliedBy(ClaimKey<?> value) {
    return new ProfileMark(id, claim, value);
  }

  /** Returns whether there is no way to know a token. */
  boolean isBlank() {
    return id == null && claim == null && impliedBy == null;
  }

  /** Returns whether a claim of {@code set} names the profile. */
  boolean isNamedBy(EatClaims set) {
    Optional<ProfileId> named = set.known(Claims.PROFILE);
    if (named.isPresent()) {
      return named.get().equals(id);
    }
    return claim != null && !set.contains(Claims.PROFILE) && claim.isIn(set);
  }

  /** Returns whether {@code set} names no profile, and looks like one of this nevertheless. */
  boolean isImpliedBy(EatClaims set) {
    return impliedBy != null
        && set.contains(impliedBy)
        && !set.contains(Claims.PROFILE)
        && (claim == null || !set.contains(claim.key()));
  }

  /** Returns whether {@code key} is a claim that names a profile. */
  boolean uses(ClaimKey<?> key) {
    return key.names(Claims.PROFILE) || (claim != null && key.names(claim.key()));
  }

  /** Returns whether a claim that stands in place of {@code eat_profile} has {@code label}. */
  boolean uses(Encoding encoding, Label label) {
    return claim != null && claim.key().labelIn(encoding).filter(label::equals).isPresent();
  }

  /** Writes the claim that names the profile, if there is one. */
  void put(EatClaims.Builder set) {
    if (claim != null) {
      claim.put(set);
    } else if (id != null) {
      set.put(Claims.PROFILE, id);
    }
  }
}
