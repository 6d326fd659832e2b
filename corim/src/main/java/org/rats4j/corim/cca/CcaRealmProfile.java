package org.rats4j.corim.cca;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.internal.ArmRules;
import org.rats4j.corim.internal.Faults;

/**
 * The profile of reference values of Arm CCA realms. What breaks one of these rules is refused: the
 * class is named by the initial measurement of the realm, tagged bytes of 32, 48 or 64; one
 * measurement has the key {@link #INITIAL_MEASUREMENT}; others may have {@link
 * #EXTENSIBLE_MEASUREMENT} with 0 to 3 behind it, each of these with exactly one digest of 32, 48
 * or 64 bytes; {@link #PERSONALIZATION_VALUE} has a raw value of tagged bytes.
 *
 * <p>Remarked are a digest whose algorithm is named by a number, with {@link
 * CorimCodes#PROFILE_DIGEST_ALG_INT}, and a personalization value that is not of 64 bytes, with
 * {@link CorimCodes#PROFILE_VALUE_SIZE}.
 */
public final class CcaRealmProfile {
  /** The name of the profile. */
  public static final CorimProfileId ID = CorimProfileId.of("tag:arm.com,2025:cca_realm#1.0.0");

  /** The key of the initial measurement. */
  public static final String INITIAL_MEASUREMENT = "cca.rim";

  /** The key of an extensible measurement, without its number. */
  public static final String EXTENSIBLE_MEASUREMENT = "cca.rem";

  /** The key of the personalization value. */
  public static final String PERSONALIZATION_VALUE = "cca.rpv";

  /** The profile. */
  public static final CorimProfile PROFILE =
      CorimProfile.builder(ID).rule(CcaRealmProfile::check).build();

  private static final int PERSONALIZATION_SIZE = 64;

  private CcaRealmProfile() {}

  private static List<Finding> check(Comid comid) {
    Faults faults = new Faults();
    List<ValuesTriple> triples = comid.triples().reference();
    for (int i = 0; i < triples.size(); i++) {
      checkReference(triples.get(i), ArmRules.reference(i), faults);
    }
    return faults.toList();
  }

  private static void checkReference(ValuesTriple triple, String path, Faults faults) {
    faults.demand(
        ArmRules.isHashSize(ArmRules.classId(triple.environment()).size()),
        path,
        "/0",
        "class-id is not an initial measurement, tagged bytes of 32, 48 or 64");
    int initial = 0;
    for (int i = 0; i < triple.measurements().size(); i++) {
      Measurement measurement = triple.measurements().get(i);
      String at = path + "/1/" + i;
      String key = ArmRules.key(measurement);
      if (key.equals(PERSONALIZATION_VALUE)) {
        checkPersonalization(measurement.values(), at, faults);
      } else if (isMeasurement(key)) {
        ArmRules.checkDigests(measurement.values(), at, faults);
        faults.demand(
            measurement.values().digests().size() < 2, at, "/1/2", "there are several digests");
        initial += key.equals(INITIAL_MEASUREMENT) ? 1 : 0;
      } else {
        faults.demand(false, at, "", "mkey is none of the profile");
      }
    }
    faults.demand(initial > 0, path, "/1", "there is no " + INITIAL_MEASUREMENT);
  }

  private static boolean isMeasurement(String key) {
    return key.equals(INITIAL_MEASUREMENT)
        || (key.length() == EXTENSIBLE_MEASUREMENT.length() + 1
            && key.startsWith(EXTENSIBLE_MEASUREMENT)
            && "0123".indexOf(key.charAt(key.length() - 1)) >= 0);
  }

  private static void checkPersonalization(MeasurementValues values, String path, Faults faults) {
    boolean isBytes = values.rawValue().orElse(null) instanceof TaggedBytes;
    faults.demand(isBytes, path, "/1", "raw value is not tagged bytes");
    if (isBytes && size(values) != PERSONALIZATION_SIZE) {
      faults.remark(
          CorimCodes.PROFILE_VALUE_SIZE, path + "/1/4", "personalization value is not of 64 bytes");
    }
  }

  private static int size(MeasurementValues values) {
    Bytes value = ((TaggedBytes) values.rawValue().orElseThrow()).value();
    return value.size();
  }
}
