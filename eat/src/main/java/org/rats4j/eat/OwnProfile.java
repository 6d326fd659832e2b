package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;

/**
 * The profile that a claims-set without an envelope of its own names: a submodule, or what came
 * beside a token. Nothing is inherited from the claims around it, and its envelope is theirs, so
 * only the rules for claims count.
 *
 * @param profile the profile, if it is known
 * @param findings what was remarked, with paths from the claims-set on
 */
record OwnProfile(Optional<EatProfile> profile, List<Finding> findings) {
  private static final OwnProfile NONE = new OwnProfile(Optional.empty(), List.of());

  /**
   * Finds the profile that {@code claims} name, and checks its rules.
   *
   * @throws VerificationException if a rule is broken, or the profile is not known and has to be;
   *     with a path from the claims-set on
   */
  static OwnProfile of(EatClaims claims, EatExpectations expected) throws VerificationException {
    Optional<EatProfile> profile =
        ProfileRegistry.named(claims, expected.demandedProfiles())
            .or(() -> expected.profileRegistry().find(claims));
    if (profile.isEmpty()) {
      boolean named = claims.known(Claims.PROFILE).isPresent();
      return named ? new OwnProfile(profile, List.of(ProfileChoice.unknown(expected))) : NONE;
    }
    List<Finding> findings = new ArrayList<>();
    ProfileCheck.keep(profile.get(), profile.get().check(claims), findings);
    return new OwnProfile(profile, findings);
  }
}
