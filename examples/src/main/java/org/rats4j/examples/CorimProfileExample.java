package org.rats4j.examples;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.ExtensionKey;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.template.ExtensionCodecs;

/** A profile of CoRIMs of our own: it adds a value, the slot, and demands it. */
public final class CorimProfileExample {
  // snippet: profile
  static final CorimProfileId ID = CorimProfileId.of("tag:acme.example,2026:gateway");

  /** The slot that the firmware is in. */
  static final ExtensionKey<String> SLOT =
      ExtensionKey.ofValue(-70001, "acme-slot", ExtensionCodecs.TEXT);

  static final CorimProfile PROFILE =
      CorimProfile.builder(ID).key(SLOT).rule(CorimProfileExample::check).build();

  // end
  private CorimProfileExample() {}

  // snippet: rule
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

  // end
  /** Needs nothing: writes one CoRIM that keeps the profile and one that does not, reads both. */
  public static void main(String[] args) throws Exception {
    if (args.length != 0) {
      System.err.println("usage: CorimProfile, without arguments");
      System.exit(2);
    }
    RawEntries extensions = RawEntries.EMPTY.with(SLOT, "A");
    Corim read = read(write(extensions));
    Comid comid = ((ConciseTag.OfComid) read.tags().get(0)).comid();
    MeasurementValues values = comid.triples().reference().get(0).measurements().get(0).values();
    System.out.println("slot " + values.extensions().get(SLOT).orElseThrow());
    try {
      read(write(RawEntries.EMPTY));
    } catch (DecodingException e) {
      System.out.println("refused: " + e.code() + " at " + e.path());
    }
  }

  static Corim read(Bytes received) throws DecodingException {
    // snippet: read
    CorimProfiles profiles = CorimProfiles.BUILT_IN.with(PROFILE);
    Corim corim = Corim.decode(received, profiles, new Findings(CorimOptions.STRICT));
    // end
    return corim;
  }

  static Bytes write(RawEntries extensions) {
    Digest firmware = Digest.sha256Of(Bytes.ofUtf8("firmware 1.4.0"));
    MeasurementValues values =
        MeasurementValues.builder().digests(firmware).extensions(extensions).build();
    Environment gateways = Environment.of(EnvironmentClass.builder().vendor("ACME").build());
    ValuesTriple reference = new ValuesTriple(gateways, List.of(Measurement.of(values)));
    Triples triples = Triples.builder().reference(reference).build();
    Comid comid = Comid.builder(TagIdentity.of(TagId.of("acme.example/fw")), triples).build();
    Corim.Builder corim = Corim.builder(TagId.of("acme.example/2026-11")).profile(ID);
    return corim.tag(ConciseTag.of(comid)).build().encode();
  }
}
