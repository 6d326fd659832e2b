package org.rats4j.corim.cca;

import java.util.List;
import org.rats4j.core.Finding;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.MaskedRawValue;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.internal.ArmRules;
import org.rats4j.corim.internal.Faults;

/**
 * The profile of endorsements of Arm CCA platforms. What breaks one of these rules is refused:
 *
 * <ul>
 *   <li>Reference values are of a class that tagged bytes of 32 name, the implementation id, and
 *       nobody is named who authorizes. At least one measurement has the key {@link
 *       #SOFTWARE_COMPONENT}, with digests of 32, 48 or 64 bytes and in cryptokeys one signer id,
 *       tagged bytes of such a size; a version has no scheme. At most one has the key {@link
 *       #PLATFORM_CONFIG}, and there a raw value with its mask.
 *   <li>An attest-key record names the same class, as instance a UEID of 33 bytes that begins with
 *       01, and one key in PEM.
 * </ul>
 *
 * <p>A digest whose algorithm is named by a number is remarked with {@link
 * org.rats4j.corim.CorimCodes#PROFILE_DIGEST_ALG_INT}.
 */
public final class CcaPlatformProfile {
  /** The name of the profile. */
  public static final CorimProfileId ID = CorimProfileId.of("tag:arm.com,2025:cca_platform#1.0.0");

  /** The key of a measured software component. */
  public static final String SOFTWARE_COMPONENT = "cca.software-component";

  /** The key of the configuration of a platform. */
  public static final String PLATFORM_CONFIG = "cca.platform-config";

  /** The profile. */
  public static final CorimProfile PROFILE =
      CorimProfile.builder(ID).rule(CcaPlatformProfile::check).build();

  private CcaPlatformProfile() {}

  private static List<Finding> check(Comid comid) {
    Faults faults = new Faults();
    Triples triples = comid.triples();
    for (int i = 0; i < triples.reference().size(); i++) {
      checkReference(triples.reference().get(i), ArmRules.reference(i), faults);
    }
    ArmRules.checkAttestKeys(triples, faults);
    return faults.toList();
  }

  private static void checkReference(ValuesTriple triple, String path, Faults faults) {
    ArmRules.checkImplementation(triple.environment(), path, faults);
    int components = 0;
    int configurations = 0;
    for (int i = 0; i < triple.measurements().size(); i++) {
      Measurement measurement = triple.measurements().get(i);
      String at = path + "/1/" + i;
      ArmRules.checkNobodyAuthorizes(measurement, at, faults);
      switch (ArmRules.key(measurement)) {
        case SOFTWARE_COMPONENT -> {
          ArmRules.checkSoftware(measurement, at, faults);
          components++;
        }
        case PLATFORM_CONFIG -> {
          faults.demand(isMasked(measurement.values()), at, "/1", "raw value has no mask");
          configurations++;
        }
        default ->
            faults.demand(
                false, at, "", "mkey is neither " + SOFTWARE_COMPONENT + " nor " + PLATFORM_CONFIG);
      }
    }
    faults.demand(components > 0, path, "/1", "there is no " + SOFTWARE_COMPONENT);
    faults.demand(configurations < 2, path, "/1", "there are two " + PLATFORM_CONFIG);
  }

  private static boolean isMasked(MeasurementValues values) {
    return values.rawValueMask().isPresent()
        || values.rawValue().orElse(null) instanceof MaskedRawValue;
  }
}
