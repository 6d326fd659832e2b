package org.rats4j.eat.cca;

import java.util.List;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatKeyHints;
import org.rats4j.eat.EatProfile;

/** What is expected of each half of a CCA token, from what is expected of the whole. */
final class HalfExpectations {
  private HalfExpectations() {}

  /** The platform token is fresh because it names the key of a realm token that is. */
  static EatExpectations ofPlatform(EatExpectations whole) throws VerificationException {
    return common(whole, whole.keys(), CcaProfiles.PLATFORM, CcaProfiles.PLATFORM_LEGACY).build();
  }

  static EatExpectations ofRealm(EatExpectations whole, VerificationKey key)
      throws VerificationException {
    EatExpectations.Builder half =
        common(whole, KeyResolver.of(key), CcaProfiles.REALM, CcaProfiles.REALM_LEGACY);
    whole.nonce().ifPresent(half::nonce);
    whole.maxAge().ifPresent(half::maxAge);
    whole.replay().ifPresent(half::replay);
    whole.audience().ifPresent(half::audience);
    if (whole.exactlyOneNonce()) {
      half.exactlyOneNonce();
    }
    return half.build();
  }

  private static EatExpectations.Builder common(
      EatExpectations whole, KeyResolver ofHalf, EatProfile... candidates)
      throws VerificationException {
    EatExpectations.Builder half =
        EatExpectations.builder()
            .keys(keys(ofHalf, whole.nestedKeys()))
            .freshnessHandledElsewhere()
            .profile(demanded(whole, candidates))
            .profileRegistry(whole.profileRegistry())
            .algorithms(whole.algorithms())
            .clock(whole.clock())
            .skew(whole.skew())
            .nested(whole.nested());
    if (!whole.acceptsUnknownProfile()) {
      half.rejectUnknownProfile();
    }
    if (whole.legacyWithoutProfile()) {
      half.legacyWithoutProfile();
    }
    if (whole.companionClaims()) {
      half.companionClaims();
    }
    if (whole.requiresAllDetached()) {
      half.requireAllDetached();
    }
    return whole.dropsUndigested() ? half.dropUndigested() : half;
  }

  /** Returns keys of which some are for the half itself, the others for what is nested in it. */
  private static KeyResolver keys(KeyResolver ofHalf, KeyResolver ofNested) {
    return hints ->
        hints instanceof EatKeyHints token && !token.path().isEmpty()
            ? ofNested.resolve(hints)
            : ofHalf.resolve(hints);
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
