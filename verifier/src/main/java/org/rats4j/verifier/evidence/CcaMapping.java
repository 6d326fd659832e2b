package org.rats4j.verifier.evidence;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.json.JsonString;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.cca.CcaPlatformClaims;
import org.rats4j.eat.cca.CcaRealmClaims;
import org.rats4j.eat.psa.SoftwareComponent;

/**
 * The halves of Arm CCA tokens in the words of the CoRIM profiles {@code
 * tag:arm.com,2025:cca_platform#1.0.0} and {@code tag:arm.com,2025:cca_realm#1.0.0}.
 *
 * <p>The class of a platform is its implementation id, its instance the instance id. The class of a
 * realm is its initial measurement; it has no instance, since the token names none.
 */
final class CcaMapping {
  static final String PLATFORM = "cca-platform";
  static final String REALM = "cca-realm";
  static final String LIFECYCLE = "cca-platform-lifecycle";

  private static final CorimProfileId PLATFORM_PROFILE =
      CorimProfileId.of("tag:arm.com,2025:cca_platform#1.0.0");
  private static final CorimProfileId REALM_PROFILE =
      CorimProfileId.of("tag:arm.com,2025:cca_realm#1.0.0");
  private static final MeasurementKey COMPONENT = MeasurementKey.of("cca.software-component");
  private static final MeasurementKey CONFIG = MeasurementKey.of("cca.platform-config");
  private static final MeasurementKey RIM = MeasurementKey.of("cca.rim");
  private static final MeasurementKey RPV = MeasurementKey.of("cca.rpv");

  /** The claims that are the environment, measurements, or what binds the two halves. */
  private static final List<ClaimKey<?>> SAID_OF_PLATFORM =
      List.of(
          CcaPlatformClaims.CHALLENGE,
          CcaPlatformClaims.INSTANCE_ID,
          CcaPlatformClaims.IMPLEMENTATION_ID,
          CcaPlatformClaims.LIFECYCLE,
          CcaPlatformClaims.SOFTWARE_COMPONENTS,
          CcaPlatformClaims.CONFIG,
          CcaPlatformClaims.HASH_ALGORITHM);

  private static final List<ClaimKey<?>> SAID_OF_REALM =
      List.of(
          CcaRealmClaims.CHALLENGE,
          CcaRealmClaims.PERSONALIZATION_VALUE,
          CcaRealmClaims.HASH_ALGORITHM,
          CcaRealmClaims.PUBLIC_KEY,
          CcaRealmClaims.INITIAL_MEASUREMENT,
          CcaRealmClaims.EXTENSIBLE_MEASUREMENTS,
          CcaRealmClaims.PUBLIC_KEY_HASH_ALGORITHM);

  private CcaMapping() {}

  static Optional<Environment> platformEnvironment(EatClaims claims) throws DecodingException {
    return PsaMapping.device(
        claims.get(CcaPlatformClaims.IMPLEMENTATION_ID), claims.get(CcaPlatformClaims.INSTANCE_ID));
  }

  static void describePlatform(EatClaims claims, EvidenceComponent.Builder into)
      throws DecodingException {
    platformEnvironment(claims).ifPresent(into::environment);
    into.profile(PLATFORM_PROFILE);
    OtherClaims.add(
        claims, SAID_OF_PLATFORM, List.of(CcaPlatformClaims.VERIFICATION_SERVICE), into);
    Optional<String> hash = claims.get(CcaPlatformClaims.HASH_ALGORITHM);
    for (SoftwareComponent component :
        claims.get(CcaPlatformClaims.SOFTWARE_COMPONENTS).orElse(List.of())) {
      into.measurement(
          PsaMapping.measurement(
              COMPONENT, component, component.measurementDescription().or(() -> hash)));
    }
    claims.get(CcaPlatformClaims.CONFIG).ifPresent(config -> into.measurement(raw(CONFIG, config)));
    claims
        .get(CcaPlatformClaims.LIFECYCLE)
        .ifPresent(lifecycle -> into.claim(LIFECYCLE, PsaMapping.word(lifecycle)));
  }

  static void describeRealm(EatClaims claims, EvidenceComponent.Builder into)
      throws DecodingException {
    into.profile(REALM_PROFILE);
    OtherClaims.add(claims, SAID_OF_REALM, List.of(), into);
    Optional<String> hash = claims.get(CcaRealmClaims.HASH_ALGORITHM);
    Optional<Bytes> rim = claims.get(CcaRealmClaims.INITIAL_MEASUREMENT);
    if (rim.isPresent()) {
      into.environment(Environment.of(EnvironmentClass.of(new TaggedBytes(rim.get()))));
      into.measurement(digest(RIM, hash, rim.get()));
    }
    int register = 0;
    for (Bytes rem : claims.get(CcaRealmClaims.EXTENSIBLE_MEASUREMENTS).orElse(List.of())) {
      into.measurement(digest(MeasurementKey.of("cca.rem" + register++), hash, rem));
    }
    claims
        .get(CcaRealmClaims.PERSONALIZATION_VALUE)
        .ifPresent(
            value -> {
              into.measurement(raw(RPV, value));
              into.claim(
                  CcaRealmClaims.PERSONALIZATION_VALUE.name(), new JsonString(value.toHex()));
            });
  }

  private static Measurement digest(MeasurementKey key, Optional<String> hash, Bytes value) {
    return Measurement.of(
        key, MeasurementValues.builder().digests(Hashes.named(hash, value)).build());
  }

  private static Measurement raw(MeasurementKey key, Bytes value) {
    return Measurement.of(
        key, MeasurementValues.builder().rawValue(new TaggedBytes(value)).build());
  }
}
