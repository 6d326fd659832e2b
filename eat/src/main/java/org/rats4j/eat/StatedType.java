package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;

/** The media type under which a token came, against what the token says itself. */
final class StatedType {
  private final MediaType type;

  StatedType(MediaType type) {
    this.type = type;
  }

  /** Returns what a token without tag is. */
  Optional<EatEnvelope> envelope() {
    return EatMediaTypes.registeredName(type)
        .filter(EatMediaTypes.UCCS::equals)
        .map(name -> EatEnvelope.UCCS);
  }

  /**
   * Checks that the token is what the type says.
   *
   * @throws DecodingException with MEDIA_TYPE_MISMATCH if it is not
   */
  void check(EatEnvelope envelope) throws DecodingException {
    if (!EatMediaTypes.fits(type, envelope)) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          EatCodes.MEDIA_TYPE_MISMATCH,
          "",
          "not what the media type says");
    }
  }

  /** Returns what is remarked of the type and of the profile that it names. */
  List<Finding> findings(EatClaims claims) {
    List<Finding> findings = new ArrayList<>();
    if (EatMediaTypes.isOfDraft(type)) {
      findings.add(
          new Finding(
              EatCodes.MEDIA_TYPE_OF_DRAFT,
              Finding.Severity.WARNING,
              "",
              "the media type is that of a draft"));
    }
    if (contradicts(claims)) {
      findings.add(
          new Finding(
              EatCodes.PROFILE_MISMATCH,
              Finding.Severity.WARNING,
              Claims.PROFILE.name(),
              "the media type names another profile than the claims"));
    }
    return findings;
  }

  /**
   * Checks the profile of the type, if the caller asked for that one.
   *
   * @throws VerificationException with PROFILE_MISMATCH if the claims have another or none
   */
  void check(EatClaims claims, EatExpectations expected) throws VerificationException {
    Optional<String> named = EatMediaTypes.profile(type);
    if (named.isEmpty() || !contradicts(claims)) {
      return;
    }
    boolean asked =
        expected.profiles().stream()
                .anyMatch(profile -> EatMediaTypes.sameProfile(named.get(), profile))
            || expected.demandedProfiles().stream()
                .flatMap(profile -> profile.id().stream())
                .anyMatch(profile -> EatMediaTypes.sameProfile(named.get(), profile));
    if (asked) {
      throw VerificationException.of(
          VerificationException.Reason.PROFILE_MISMATCH,
          EatCodes.PROFILE_MISMATCH,
          Claims.PROFILE.name(),
          "the media type names another profile than the claims");
    }
  }

  private boolean contradicts(EatClaims claims) {
    Optional<String> named = EatMediaTypes.profile(type);
    return named.isPresent()
        && claims
            .known(Claims.PROFILE)
            .filter(profile -> EatMediaTypes.sameProfile(named.get(), profile))
            .isEmpty();
  }
}
