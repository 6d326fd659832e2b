package org.rats4j.eat.cca;

import static org.rats4j.eat.ProfileClaim.foreign;
import static org.rats4j.eat.ProfileClaim.optional;
import static org.rats4j.eat.ProfileClaim.required;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.eat.CwtTagRule;
import org.rats4j.eat.EatEnvelope;
import org.rats4j.eat.EatProfile;
import org.rats4j.eat.ProfileClaim;
import org.rats4j.eat.ProfileRegistry;
import org.rats4j.eat.ValueRule;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.PsaProfiles;

/** The profiles of the two halves of a CCA token, each with its predecessor. */
public final class CcaProfiles {
  private static final ValueRule<String> NAMES_A_HASH =
      new ValueRule<>("name a hash", name -> !name.isEmpty());
  private static final ValueRule<List<Bytes>> HASHES =
      new ValueRule<>(
          "be hashes of 32 or 48 or 64 bytes",
          all -> all.stream().allMatch(ValueRule.size(32, 48, 64).holds()));

  private static final ProfileClaim<?>[] PLATFORM_CLAIMS = {
    required(CcaPlatformClaims.CHALLENGE, ValueRule.oneNonce(32, 48, 64)),
    required(CcaPlatformClaims.INSTANCE_ID, PsaProfiles.INSTANCE_ID),
    required(CcaPlatformClaims.IMPLEMENTATION_ID, ValueRule.size(32)),
    required(CcaPlatformClaims.CONFIG, ValueRule.sizeBetween(1, Integer.MAX_VALUE)),
    required(CcaPlatformClaims.LIFECYCLE),
    required(CcaPlatformClaims.SOFTWARE_COMPONENTS),
    required(CcaPlatformClaims.HASH_ALGORITHM, NAMES_A_HASH),
    optional(CcaPlatformClaims.VERIFICATION_SERVICE),
    foreign(PsaClaims.CLIENT_ID),
    foreign(PsaClaims.BOOT_SEED),
    foreign(PsaClaims.CERTIFICATION_REFERENCE),
  };

  private static final ProfileClaim<?>[] REALM_CLAIMS = {
    required(CcaRealmClaims.CHALLENGE, ValueRule.oneNonce(64)),
    required(CcaRealmClaims.PERSONALIZATION_VALUE, ValueRule.size(64)),
    required(CcaRealmClaims.HASH_ALGORITHM, NAMES_A_HASH),
    required(
        CcaRealmClaims.PUBLIC_KEY,
        new ValueRule<>("be a COSE_Key on a NIST curve", RealmKey::isCoseKey)),
    required(CcaRealmClaims.INITIAL_MEASUREMENT, ValueRule.size(32, 48, 64)),
    required(CcaRealmClaims.EXTENSIBLE_MEASUREMENTS, HASHES),
    required(CcaRealmClaims.PUBLIC_KEY_HASH_ALGORITHM, NAMES_A_HASH),
  };

  /** The platform. */
  public static final EatProfile PLATFORM =
      half(EatProfile.builder("tag:arm.com,2023:cca_platform#1.0.0"))
          .claims(PLATFORM_CLAIMS)
          .build();

  /** The platform under its first name. */
  public static final EatProfile PLATFORM_LEGACY =
      half(EatProfile.builder("http://arm.com/CCA-SSD/1.0.0")).claims(PLATFORM_CLAIMS).build();

  /** The realm. */
  public static final EatProfile REALM =
      half(EatProfile.builder("tag:arm.com,2023:realm#1.0.0")).claims(REALM_CLAIMS).build();

  /** The realm before it had a profile claim; its key is a bare point. */
  public static final EatProfile REALM_LEGACY =
      half(EatProfile.unnamed("cca-realm-legacy"))
          .impliedBy(CcaRealmClaims.PUBLIC_KEY)
          .claims(REALM_CLAIMS)
          .claims(
              required(
                  CcaRealmClaims.PUBLIC_KEY,
                  new ValueRule<>("be an uncompressed point on P-384", RealmKey::isPoint)))
          .build();

  /** All four. */
  public static final ProfileRegistry ALL =
      ProfileRegistry.EMPTY.with(PLATFORM, PLATFORM_LEGACY, REALM, REALM_LEGACY);

  private CcaProfiles() {}

  private static EatProfile.Builder half(EatProfile.Builder profile) {
    return profile
        .encodings(Encoding.CBOR)
        .envelopes(EatEnvelope.COSE_SIGN1)
        .cwtTag(CwtTagRule.FORBIDDEN);
  }
}
