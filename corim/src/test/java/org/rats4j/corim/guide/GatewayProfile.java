package org.rats4j.corim.guide;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.ExtensionKey;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.template.ExtensionCodecs;

/** A profile of a user, as the guide shows it. */
final class GatewayProfile {
  static final CorimProfileId ID = CorimProfileId.of("tag:acme.example,2026:gateway");

  /** The slot that the firmware is in. */
  static final ExtensionKey<String> SLOT =
      ExtensionKey.ofValue(-70001, "acme-slot", ExtensionCodecs.TEXT);

  static final CorimProfile PROFILE =
      CorimProfile.builder(ID).key(SLOT).rule(GatewayProfile::check).build();

  private GatewayProfile() {}

  private static List<Finding> check(Comid comid) {
    List<Finding> faults = new ArrayList<>();
    List<ValuesTriple> references = comid.triples().reference();
    for (int i = 0; i < references.size(); i++) {
      for (Measurement measurement : references.get(i).measurements()) {
        if (measurement.values().extensions().get(SLOT.label()).isEmpty()) {
          String path = "comid/4/0/" + i;
          faults.add(new Finding(CorimCodes.PROFILE_RULE, Severity.ERROR, path, "slot is missing"));
        }
      }
    }
    return faults;
  }
}
