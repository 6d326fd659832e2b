package org.rats4j.eat.psa;

import static org.rats4j.eat.ProfileClaim.optional;
import static org.rats4j.eat.ProfileClaim.required;

import java.util.List;
import java.util.regex.Pattern;
import org.rats4j.core.Encoding;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.eat.CwtTagRule;
import org.rats4j.eat.EatEnvelope;
import org.rats4j.eat.EatProfile;
import org.rats4j.eat.ProfileClaim;
import org.rats4j.eat.ProfileRegistry;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.ValueRule;

/**
 * The profiles of PSA tokens: that of RFC 9783 and its two predecessors.
 *
 * <pre>{@code
 * EatExpectations expected =
 *     EatExpectations.builder().key(deviceKey).nonce(nonce).profile(PsaProfiles.TFM).build();
 * Eat token = Eat.decode(bytes, EatOptions.STRICT).verify(expected);
 * SecurityLifecycle state = token.claims().get(PsaClaims.SECURITY_LIFECYCLE).orElseThrow();
 * }</pre>
 *
 * <p>A fragment on the identifier of {@link #TFM} names a derived profile, which is another one:
 * make it by {@link EatProfile#derive}.
 */
public final class PsaProfiles {
  private static final int RAND_SIZE = 33;

  /** Demands an instance id: type byte 01 and 32 bytes. */
  public static final ValueRule<Ueid> INSTANCE_ID =
      new ValueRule<>(
          "be 33 bytes that begin with 01",
          ueid -> ueid.value().size() == RAND_SIZE && ueid.value().at(0) == Ueid.RAND);

  private static final ValueRule<Long> NOT_ZERO = new ValueRule<>("not be 0", id -> id != 0);
  private static final ValueRule<String> NOT_EMPTY =
      new ValueRule<>("not be empty", text -> !text.isEmpty());

  private static final ProfileClaim<?>[] COMMON = {
    required(PsaClaims.NONCE, ValueRule.oneNonce(32, 48, 64)),
    required(PsaClaims.INSTANCE_ID, INSTANCE_ID),
    required(PsaClaims.CLIENT_ID, NOT_ZERO),
    required(PsaClaims.SECURITY_LIFECYCLE),
    required(PsaClaims.IMPLEMENTATION_ID, ValueRule.size(32)),
    required(PsaClaims.SOFTWARE_COMPONENTS),
    optional(
        PsaClaims.CERTIFICATION_REFERENCE,
        ValueRule.matching(Pattern.compile("[0-9]{13}-[0-9]{5}"))),
    optional(PsaClaims.VERIFICATION_SERVICE_INDICATOR, NOT_EMPTY),
  };

  /** The profile of RFC 9783. */
  public static final EatProfile TFM =
      token(EatProfile.builder("tag:psacertified.org,2023:psa#tfm"))
          .encodingRule(EncodingRule.DEFINITE)
          .claims(COMMON)
          .claims(optional(PsaClaims.BOOT_SEED, ValueRule.sizeBetween(8, 32)))
          .build();

  /** The profile of the drafts of RFC 9783, which devices still emit; read only. */
  public static final EatProfile DRAFT =
      token(EatProfile.builder("http://arm.com/psa/2.0.0"))
          .claims(COMMON)
          .claims(optional(PsaClaims.Draft.BOOT_SEED, ValueRule.sizeBetween(1, 32)))
          .readOnly()
          .build();

  /**
   * The profile of 2019. Its identifier stands in media types only; tokens name it by {@link
   * PsaClaims.Legacy#PROFILE} or not at all.
   */
  public static final EatProfile LEGACY =
      token(EatProfile.builder("tag:psacertified.org,2019:psa#legacy"))
          .namedBy(PsaClaims.Legacy.PROFILE, PsaClaims.Legacy.PROFILE_NAME)
          .impliedBy(PsaClaims.Legacy.NONCE)
          .nonceClaim(PsaClaims.Legacy.NONCE)
          .claims(
              required(PsaClaims.Legacy.NONCE, ValueRule.oneNonce(32, 48, 64)),
              required(PsaClaims.Legacy.INSTANCE_ID, INSTANCE_ID),
              required(PsaClaims.Legacy.CLIENT_ID, NOT_ZERO),
              required(PsaClaims.Legacy.SECURITY_LIFECYCLE),
              required(PsaClaims.Legacy.IMPLEMENTATION_ID, ValueRule.size(32)),
              required(PsaClaims.Legacy.BOOT_SEED, ValueRule.size(32)),
              optional(
                  PsaClaims.Legacy.CERTIFICATION_REFERENCE,
                  ValueRule.matching(Pattern.compile("[0-9]{13}(-[0-9]{5})?"))),
              optional(PsaClaims.Legacy.SOFTWARE_COMPONENTS),
              optional(PsaClaims.Legacy.NO_SOFTWARE_MEASUREMENTS, ValueRule.oneOf(1L)),
              optional(PsaClaims.Legacy.VERIFICATION_SERVICE_INDICATOR, NOT_EMPTY))
          .check(
              claims ->
                  claims.contains(PsaClaims.Legacy.SOFTWARE_COMPONENTS)
                          == claims.contains(PsaClaims.Legacy.NO_SOFTWARE_MEASUREMENTS)
                      ? List.of(
                          EatProfile.violation(
                              PsaClaims.Legacy.SOFTWARE_COMPONENTS,
                              "either software components, or the word that there are none"))
                      : List.of())
          .build();

  /** All three. */
  public static final ProfileRegistry ALL = ProfileRegistry.EMPTY.with(TFM, DRAFT, LEGACY);

  private PsaProfiles() {}

  private static EatProfile.Builder token(EatProfile.Builder profile) {
    return profile
        .encodings(Encoding.CBOR)
        .envelopes(EatEnvelope.COSE_SIGN1, EatEnvelope.COSE_MAC0)
        .cwtTag(CwtTagRule.FORBIDDEN)
        .noDetachedClaims()
        .algorithms(
            Algorithms.ES256,
            Algorithms.ES384,
            Algorithms.ES512,
            Algorithms.HMAC_256,
            Algorithms.HMAC_384,
            Algorithms.HMAC_512);
  }
}
