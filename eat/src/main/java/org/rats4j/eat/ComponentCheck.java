package org.rats4j.eat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.eat.measured.MeasuredComponents;

/**
 * The one rule that measured components put on a token: authorities and flags mean nothing without
 * a profile that the verifier knows, and then the token has to be rejected (RFC 10013).
 */
final class ComponentCheck {
  private final EatExpectations expected;

  ComponentCheck(EatExpectations expected) {
    this.expected = expected;
  }

  void check(EatClaims claims, Optional<EatProfile> profile) throws VerificationException {
    check(claims, profile.isPresent() || knows(claims, false), "");
  }

  void checkDetached(EatClaims claims, Optional<EatClaims> main, Optional<EatProfile> profile)
      throws VerificationException {
    boolean outer = profile.isPresent() || main.filter(it -> knows(it, false)).isPresent();
    check(claims, knows(claims, outer), "");
  }

  private void check(EatClaims claims, boolean known, String path) throws VerificationException {
    if (!known) {
      for (ClaimKey<List<ContentFormatBody>> claim :
          List.of(Claims.MANIFESTS, Claims.MEASUREMENTS)) {
        List<ContentFormatBody> bodies = claims.known(claim).orElse(List.of());
        for (int i = 0; i < bodies.size(); i++) {
          check(bodies.get(i), ClaimPaths.join(path, claim.name() + "/" + i));
        }
      }
    }
    Optional<Submodules> submodules = claims.known(Claims.SUBMODULES);
    if (submodules.isPresent()) {
      for (Map.Entry<String, Submodule> entry : submodules.get().byName().entrySet()) {
        if (entry.getValue() instanceof Submodule.ClaimsSet set) {
          String inner = ClaimPaths.submodule(path, entry.getKey());
          check(set.claims(), knows(set.claims(), known), inner);
        }
      }
    }
  }

  private void check(ContentFormatBody body, String path) throws VerificationException {
    try {
      Optional<MeasuredComponent> component =
          MeasuredComponents.read(body, MeasuredComponent.LENIENT);
      if (component.filter(MeasuredComponent::needsProfile).isPresent()) {
        throw VerificationException.of(
            Reason.PROFILE_MISMATCH,
            EatCodes.PROFILE_MISMATCH,
            path,
            "component with authorities or flags, and no known profile says what they mean");
      }
    } catch (DecodingException e) {
      // What cannot be read may have authorities or flags as well.
      throw VerificationException.of(
          Reason.PROFILE_MISMATCH,
          e.code(),
          path,
          "not a measured component, and no known profile says what it is: " + e.detail());
    }
  }

  /**
   * Returns whether the claims name a profile that is known, or {@code outer} if they name none.
   */
  private boolean knows(EatClaims claims, boolean outer) {
    return claims
        .known(Claims.PROFILE)
        .map(
            id ->
                expected.profiles().contains(id) || expected.profileRegistry().find(id).isPresent())
        .orElse(outer);
  }
}
