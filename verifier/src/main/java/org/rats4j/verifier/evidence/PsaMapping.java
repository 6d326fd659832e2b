package org.rats4j.verifier.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.TaggedUeid;
import org.rats4j.corim.comid.Version;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.PsaProfiles;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.eat.psa.SoftwareComponent;

/**
 * PSA tokens (RFC 9783 and its predecessors) in the words of the CoRIM profile {@code
 * tag:arm.com,2025:psa#1.0.0}: the class is the implementation id, the instance the instance id,
 * and each software component an element {@code psa.software-component} with digest, name, version
 * and signer id. All other claims are there for policies to ask for.
 */
public final class PsaMapping implements ClaimsMapping {
  /** The claim by which policies ask for the lifecycle: the name of its state, in lower case. */
  public static final String LIFECYCLE = "psa-security-lifecycle";

  private static final CorimProfileId PROFILE = CorimProfileId.of("tag:arm.com,2025:psa#1.0.0");
  private static final MeasurementKey COMPONENT = MeasurementKey.of("psa.software-component");

  /** The claims that are the environment, measurements, or told under one name for all profiles. */
  private static final List<ClaimKey<?>> SAID =
      List.of(
          PsaClaims.NONCE,
          PsaClaims.Legacy.NONCE,
          PsaClaims.INSTANCE_ID,
          PsaClaims.Legacy.INSTANCE_ID,
          PsaClaims.IMPLEMENTATION_ID,
          PsaClaims.Legacy.IMPLEMENTATION_ID,
          PsaClaims.SOFTWARE_COMPONENTS,
          PsaClaims.Legacy.SOFTWARE_COMPONENTS,
          PsaClaims.SECURITY_LIFECYCLE,
          PsaClaims.Legacy.SECURITY_LIFECYCLE,
          PsaClaims.CLIENT_ID,
          PsaClaims.Legacy.CLIENT_ID,
          PsaClaims.CERTIFICATION_REFERENCE,
          PsaClaims.Legacy.CERTIFICATION_REFERENCE,
          Claims.SUBMODULES);

  private static final List<ClaimKey<?>> NAMED =
      List.of(
          PsaClaims.VERIFICATION_SERVICE_INDICATOR,
          PsaClaims.Legacy.VERIFICATION_SERVICE_INDICATOR,
          PsaClaims.Draft.BOOT_SEED,
          PsaClaims.Legacy.BOOT_SEED,
          PsaClaims.Legacy.PROFILE,
          PsaClaims.Legacy.NO_SOFTWARE_MEASUREMENTS);

  /** Creates a mapping. */
  public PsaMapping() {}

  @Override
  public boolean fits(EatClaims claims) {
    return PsaProfiles.ALL.findOrGuess(claims).isPresent();
  }

  @Override
  public String label() {
    return "psa";
  }

  @Override
  public Optional<Environment> environment(EatClaims claims) throws DecodingException {
    return device(
        first(claims, PsaClaims.IMPLEMENTATION_ID, PsaClaims.Legacy.IMPLEMENTATION_ID),
        first(claims, PsaClaims.INSTANCE_ID, PsaClaims.Legacy.INSTANCE_ID));
  }

  @Override
  public void describe(EatClaims claims, EvidenceComponent.Builder into) throws DecodingException {
    into.profile(PROFILE);
    OtherClaims.add(claims, SAID, NAMED, into);
    List<SoftwareComponent> components =
        first(claims, PsaClaims.SOFTWARE_COMPONENTS, PsaClaims.Legacy.SOFTWARE_COMPONENTS)
            .orElse(List.of());
    for (SoftwareComponent component : components) {
      into.measurement(measurement(COMPONENT, component, component.measurementDescription()));
    }
    first(claims, PsaClaims.SECURITY_LIFECYCLE, PsaClaims.Legacy.SECURITY_LIFECYCLE)
        .ifPresent(lifecycle -> into.claim(LIFECYCLE, word(lifecycle)));
    first(claims, PsaClaims.CLIENT_ID, PsaClaims.Legacy.CLIENT_ID)
        .ifPresent(client -> into.claim(PsaClaims.CLIENT_ID.name(), JsonNumber.of(client)));
    first(claims, PsaClaims.CERTIFICATION_REFERENCE, PsaClaims.Legacy.CERTIFICATION_REFERENCE)
        .ifPresent(reference -> into.claim(PsaClaims.CERTIFICATION_REFERENCE.name(), reference));
  }

  /** Returns the environment of one device of a class. */
  static Optional<Environment> device(Optional<Bytes> implementationId, Optional<Ueid> instanceId) {
    if (implementationId.isEmpty()) {
      return Optional.empty();
    }
    Environment.Builder environment =
        Environment.builder()
            .environmentClass(EnvironmentClass.of(new TaggedBytes(implementationId.get())));
    instanceId.ifPresent(id -> environment.instance(new TaggedUeid(id.value())));
    return Optional.of(environment.build());
  }

  /** Returns a software component as an element. */
  static Measurement measurement(
      MeasurementKey key, SoftwareComponent component, Optional<String> hash) {
    MeasurementValues.Builder values =
        MeasurementValues.builder()
            .digests(Hashes.named(hash, component.measurementValue()))
            .cryptoKeys(List.of(new TaggedBytes(component.signerId())));
    component.measurementType().ifPresent(values::name);
    component.version().ifPresent(version -> values.version(Version.of(version)));
    return Measurement.of(key, values.build());
  }

  /** Returns the name of the state, such as {@code secured}. */
  static String word(SecurityLifecycle lifecycle) {
    return lifecycle.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> Optional<T> first(EatClaims claims, ClaimKey<T> key, ClaimKey<T> legacy)
      throws DecodingException {
    Optional<T> value = claims.get(key);
    return value.isPresent() ? value : claims.get(legacy);
  }
}
