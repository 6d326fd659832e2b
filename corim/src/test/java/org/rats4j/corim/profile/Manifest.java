package org.rats4j.corim.profile;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;

/** A CoRIM of a profile with one CoMID, from diagnostic notation. */
final class Manifest {
  private Manifest() {}

  static Corim decode(CorimProfileId profile, String comid, Findings findings)
      throws DecodingException {
    CborWriter out = new CborWriter();
    out.writeTag(501).startMap(3).writeInt(0).writeText("c");
    out.writeInt(1).startArray(1).writeTag(506).writeBytes(cbor(comid));
    out.writeInt(3);
    if (profile instanceof CorimProfileId.OfOid oid) {
      out.writeTag(111).writeBytes(octets(oid.oid()));
    } else {
      out.writeTag(32).writeText(profile.toString());
    }
    return Corim.decode(out.toBytes(), CorimProfiles.BUILT_IN, findings);
  }

  private static Bytes octets(Oid oid) {
    return oid.octets();
  }

  private static Bytes cbor(String diagnostic) throws DecodingException {
    return Diagnostic.parse(diagnostic).encode();
  }
}
