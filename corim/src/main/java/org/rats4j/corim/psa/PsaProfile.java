package org.rats4j.corim.psa;

import java.util.List;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.SeriesTriple;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.internal.ArmRules;
import org.rats4j.corim.internal.Faults;

/**
 * The profile of Arm PSA endorsements. What breaks one of these rules is refused:
 *
 * <ul>
 *   <li>Reference values are of a class that tagged bytes of 32 name, the implementation id. Each
 *       measurement has the key {@link #SOFTWARE_COMPONENT}, digests of 32, 48 or 64 bytes and in
 *       cryptokeys one signer id, tagged bytes of such a size; a version has no scheme, and nobody
 *       is named who authorizes.
 *   <li>An attest-key record names the same class, as instance a UEID of 33 bytes that begins with
 *       01, and one key in PEM.
 *   <li>A certificate number, code point 100, stands under the key {@link #CERTIFICATION}.
 * </ul>
 *
 * <p>A digest whose algorithm is named by a number is remarked with {@link
 * org.rats4j.corim.CorimCodes#PROFILE_DIGEST_ALG_INT}.
 */
public final class PsaProfile {
  /** The name of the profile. */
  public static final CorimProfileId ID = CorimProfileId.of("tag:arm.com,2025:psa#1.0.0");

  /** The key of a measured software component. */
  public static final String SOFTWARE_COMPONENT = "psa.software-component";

  /** The key of a certificate number. */
  public static final String CERTIFICATION = "psa.certification";

  /** The profile. */
  public static final CorimProfile PROFILE =
      CorimProfile.builder(ID).rule(PsaProfile::check).build();

  private PsaProfile() {}

  private static List<Finding> check(Comid comid) {
    Faults faults = new Faults();
    Triples triples = comid.triples();
    for (int i = 0; i < triples.reference().size(); i++) {
      checkReference(triples.reference().get(i), ArmRules.reference(i), faults);
    }
    ArmRules.checkAttestKeys(triples, faults);
    checkCertificates(triples.reference(), "comid/4/" + Triples.REFERENCE, faults);
    checkCertificates(triples.endorsed(), "comid/4/" + Triples.ENDORSED, faults);
    for (int i = 0; i < triples.conditionalEndorsement().size(); i++) {
      String path = "comid/4/" + Triples.CONDITIONAL_ENDORSEMENT + "/" + i + "/1";
      checkCertificates(triples.conditionalEndorsement().get(i).endorsements(), path, faults);
    }
    for (int i = 0; i < triples.series().size(); i++) {
      List<SeriesTriple.Row> rows = triples.series().get(i).rows();
      for (int j = 0; j < rows.size(); j++) {
        String path = "comid/4/" + Triples.SERIES + "/" + i + "/1/" + j + "/1";
        checkCertificate(rows.get(j).addition(), path, faults);
      }
    }
    return faults.toList();
  }

  private static void checkReference(ValuesTriple triple, String path, Faults faults) {
    ArmRules.checkImplementation(triple.environment(), path, faults);
    for (int i = 0; i < triple.measurements().size(); i++) {
      Measurement measurement = triple.measurements().get(i);
      String at = path + "/1/" + i;
      faults.demand(
          ArmRules.key(measurement).equals(SOFTWARE_COMPONENT),
          at,
          "",
          "mkey is not " + SOFTWARE_COMPONENT);
      ArmRules.checkSoftware(measurement, at, faults);
      ArmRules.checkNobodyAuthorizes(measurement, at, faults);
    }
  }

  private static void checkCertificates(List<ValuesTriple> triples, String path, Faults faults) {
    for (int i = 0; i < triples.size(); i++) {
      checkCertificate(triples.get(i).measurements(), path + "/" + i + "/1", faults);
    }
  }

  private static void checkCertificate(List<Measurement> measurements, String path, Faults faults) {
    Label number = Label.of(MeasurementValues.PSA_CERTIFICATE_NUMBER);
    for (int i = 0; i < measurements.size(); i++) {
      Measurement measurement = measurements.get(i);
      faults.demand(
          !measurement.values().contains(number) || ArmRules.key(measurement).equals(CERTIFICATION),
          path,
          "/" + i,
          "mkey of a certificate number is not " + CERTIFICATION);
    }
  }
}
