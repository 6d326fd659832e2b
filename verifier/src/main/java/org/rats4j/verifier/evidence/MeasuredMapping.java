package org.rats4j.verifier.evidence;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cose.CosePublicKey;
import org.rats4j.core.jose.PublicJwk;
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
import org.rats4j.eat.Confirmation;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.OemId;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.measured.MeasuredComponent;
import org.rats4j.eat.measured.MeasuredComponents;
import org.rats4j.eat.measured.MeasuredValue;

/**
 * Tokens with measured components (RFC 10013), of whatever profile, in the words of CoRIM:
 *
 * <ul>
 *   <li>the instance is {@code ueid}, tag 550;
 *   <li>the class has {@code hwmodel} as class-id, tag 560, and {@code oemid} as vendor: {@code
 *       pen:} and the number, or {@code ieee:} or {@code random:} and hexadecimal digits;
 *   <li>each component is an element with its name as mkey, with digests or raw-value (tag 560),
 *       version, and its authorities as cryptokeys (tag 560);
 *   <li>all other claims are there for policies to ask for, by their names in JSON; one that nobody
 *       knows by its label in decimal, such as {@code -70001}, with byte strings in base64url, or
 *       as a text in diagnostic notation if JSON has no form for it;
 *   <li>a public key that {@code cnf} confirms is one that the result attests.
 * </ul>
 *
 * <p>Claims without any of {@code ueid}, {@code hwmodel} and {@code oemid} do not identify their
 * environment; where the verifier knows it otherwise, {@link #ofClass} says so.
 */
public final class MeasuredMapping implements ClaimsMapping {
  private static final List<ClaimKey<?>> NOT_REPEATED =
      List.of(Claims.NONCE, Claims.SUBMODULES, Claims.MEASUREMENTS, Claims.MANIFESTS);

  private final @Nullable EnvironmentClass fixed;
  private final @Nullable ProfileId profile;
  private final String label;
  private final List<ClaimKey<?>> named;

  private MeasuredMapping(
      @Nullable EnvironmentClass fixed,
      @Nullable ProfileId profile,
      String label,
      List<ClaimKey<?>> named) {
    this.fixed = fixed;
    this.profile = profile;
    this.label = label;
    this.named = List.copyOf(named);
  }

  /** Returns the mapping for tokens of any profile. */
  public static MeasuredMapping standard() {
    return new MeasuredMapping(null, null, "eat", List.of());
  }

  /**
   * Returns a mapping of tokens that are all about environments of one class.
   *
   * @param label what results call them
   */
  public static MeasuredMapping ofClass(EnvironmentClass environmentClass, String label) {
    return new MeasuredMapping(
        Objects.requireNonNull(environmentClass, "environmentClass"),
        null,
        Objects.requireNonNull(label, "label"),
        List.of());
  }

  /**
   * Returns this mapping for tokens of one profile, whose authorities and flags its caller knows.
   */
  public MeasuredMapping forProfile(ProfileId id) {
    return new MeasuredMapping(fixed, Objects.requireNonNull(id, "id"), label, named);
  }

  /**
   * Returns this mapping, which also knows claims of your own: policies and results have them under
   * their names, results in CBOR under their labels, whatever the encoding of the token, and a
   * token in which one of them has a value that it cannot have is refused.
   */
  public MeasuredMapping withClaims(ClaimKey<?>... keys) {
    List<ClaimKey<?>> all = new ArrayList<>(named);
    all.addAll(List.of(keys));
    return new MeasuredMapping(fixed, profile, label, all);
  }

  @Override
  public boolean fits(EatClaims claims) {
    try {
      return profile == null || claims.get(Claims.PROFILE).filter(profile::equals).isPresent();
    } catch (DecodingException e) {
      return false;
    }
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Optional<Environment> environment(EatClaims claims) throws DecodingException {
    Environment.Builder environment = Environment.builder();
    Optional<Bytes> instance = claims.get(Claims.UEID).map(ueid -> ueid.value());
    instance.ifPresent(value -> environment.instance(new TaggedUeid(value)));
    Optional<EnvironmentClass> named =
        fixed == null ? environmentClass(claims) : Optional.of(fixed);
    named.ifPresent(environment::environmentClass);
    return instance.isEmpty() && named.isEmpty()
        ? Optional.empty()
        : Optional.of(environment.build());
  }

  private static Optional<EnvironmentClass> environmentClass(EatClaims claims)
      throws DecodingException {
    Optional<HwModel> model = claims.get(Claims.HARDWARE_MODEL);
    Optional<OemId> oem = claims.get(Claims.OEM_ID);
    if (model.isEmpty() && oem.isEmpty()) {
      return Optional.empty();
    }
    EnvironmentClass.Builder named = EnvironmentClass.builder();
    model.ifPresent(value -> named.id(new TaggedBytes(value.value())));
    oem.ifPresent(value -> named.vendor(vendor(value)));
    return Optional.of(named.build());
  }

  private static String vendor(OemId oem) {
    if (oem instanceof OemId.Pen pen) {
      return "pen:" + pen.number();
    } else if (oem instanceof OemId.Ieee ieee) {
      return "ieee:" + ieee.value().toHex();
    }
    return "random:" + ((OemId.Random) oem).value().toHex();
  }

  @Override
  public void describe(EatClaims claims, EvidenceComponent.Builder into) throws DecodingException {
    List<ProfileId> known = profile == null ? List.of() : List.of(profile);
    for (MeasuredComponent component :
        MeasuredComponents.read(claims, known, MeasuredComponent.STRICT)) {
      into.measurement(measurement(component));
    }
    OtherClaims.add(claims, NOT_REPEATED, named, into);
    confirmedKey(claims).ifPresent(into::attestedKey);
  }

  private static Optional<PublicKey> confirmedKey(EatClaims claims) throws DecodingException {
    Optional<Confirmation> confirmation = claims.get(Claims.CONFIRMATION);
    try {
      return confirmation
          .flatMap(Confirmation::coseKey)
          .filter(CosePublicKey.class::isInstance)
          .map(key -> ((CosePublicKey) key).toPublicKey())
          .or(
              () ->
                  confirmation
                      .flatMap(Confirmation::jwk)
                      .filter(PublicJwk.class::isInstance)
                      .map(key -> ((PublicJwk) key).toPublicKey()));
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(Reason.INVALID_VALUE, "cnf", "the confirmed key is none");
    }
  }

  private static Measurement measurement(MeasuredComponent component) {
    MeasurementValues.Builder values = MeasurementValues.builder();
    if (component.measurement() instanceof MeasuredValue.Digested digested) {
      values.digests(digested.digest());
    } else if (component.measurement() instanceof MeasuredValue.Raw raw) {
      values.rawValue(new TaggedBytes(raw.value()));
    }
    component
        .version()
        .ifPresent(
            version ->
                values.version(
                    version
                        .scheme()
                        .map(scheme -> Version.of(version.text(), scheme))
                        .orElseGet(() -> Version.of(version.text()))));
    if (!component.authorities().isEmpty()) {
      List<TaggedBytes> authorities = new ArrayList<>();
      component.authorities().forEach(authority -> authorities.add(new TaggedBytes(authority)));
      values.cryptoKeys(authorities);
    }
    return Measurement.of(MeasurementKey.of(component.name()), values.build());
  }
}
