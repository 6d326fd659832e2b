package org.rats4j.eat.cca;

import java.util.List;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatProfile;

/** What is expected of each half of a CCA token, from what is expected of the whole. */
final class HalfExpectations {
  private HalfExpectations() {}

  /** The platform token is fresh because it names the key of a realm token that is. */
  static EatExpectations ofPlatform(EatExpectations whole) throws VerificationException {
    return common(whole, CcaProfiles.PLATFORM, CcaProfiles.PLATFORM_LEGACY)
        .keys(whole.keys())
        .freshnessHandledElsewhere()
        .build();
  }

  static EatExpectations ofRealm(EatExpectations whole, VerificationKey key)
      throws VerificationException {
    EatExpectations.Builder half =
        common(whole, CcaProfiles.REALM, CcaProfiles.REALM_LEGACY)
            .key(key)
            .freshnessHandledElsewhere();
    whole.nonce().ifPresent(half::nonce);
    whole.maxAge().ifPresent(half::maxAge);
    whole.replay().ifPresent(half::replay);
    whole.audience().ifPresent(half::audience);
    if (whole.exactlyOneNonce()) {
      half.exactlyOneNonce();
    }
    return half.build();
  }

  private static EatExpectations.Builder common(EatExpectations whole, EatProfile... candidates)
      throws VerificationException {
    EatExpectations.Builder half =
        EatExpectations.builder()
            .profile(demanded(whole, candidates))
            .algorithms(whole.algorithms())
            .clock(whole.clock())
            .skew(whole.skew())
            .nested(whole.nested());
    return whole.companionClaims() ? half.companionClaims() : half;
  }

  private static EatProfile[] demanded(EatExpectations whole, EatProfile... candidates)
      throws VerificationException {
    if (whole.profiles().isEmpty() && whole.demandedProfiles().isEmpty()) {
      return candidates;
    }
    List<EatProfile> left =
        List.of(candidates).stream()
            .filter(
                profile ->
                    whole.demandedProfiles().contains(profile)
                        || profile.id().filter(whole.profiles()::contains).isPresent())
            .toList();
    if (left.isEmpty()) {
      throw VerificationException.of(
          Reason.PROFILE_MISMATCH,
          EatCodes.PROFILE_MISMATCH,
          Claims.PROFILE.name(),
          "none of the profiles expected is one of a CCA token's halves");
    }
    return left.toArray(EatProfile[]::new);
  }
}
