package org.rats4j.corim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.corim.CorimCollection;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.test.vectors.VectorEntry;

/** Kind {@code cmw}: a collection of CoRIMs. */
public final class CollectionEntry {
  /**
   * Its manifest does not say that a CoSWID in it names no tag-creator, which section 2.6 of RFC
   * 9393 demands.
   */
  private static final String WITHOUT_TAG_CREATOR =
      "cmw/corim-collection-draft-example-patched.cbor";

  private CollectionEntry() {}

  /** Checks one entry. */
  public static void check(VectorEntry entry) throws Exception {
    Bytes cmw = Bytes.copyOf(entry.content());
    CorimProfiles profiles = CorimProfiles.NONE.keepingUnknown();
    Decoding.check(
        entry,
        findings -> {
          if (!entry.file().equals(WITHOUT_TAG_CREATOR)) {
            read(cmw, profiles, findings);
            return;
          }
          Findings all = new Findings(withoutTagCreator(findings.options()));
          read(cmw, profiles, all);
          List<Finding> remarked = new ArrayList<>(all.toList());
          assertTrue(remarked.removeIf(CollectionEntry::saysNoTagCreator));
          remarked.forEach(findings::add);
        });
  }

  private static DecodeOptions withoutTagCreator(DecodeOptions options) {
    return options.toBuilder().allow(CorimLeniencies.COSWID_CO_CONSTRAINT).build();
  }

  private static boolean saysNoTagCreator(Finding finding) {
    return finding.code().equals(CorimLeniencies.COSWID_CO_CONSTRAINT.code());
  }

  private static void read(Bytes cmw, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    CorimCollection collection = CorimCollection.decode(cmw, Encoding.CBOR, profiles, findings);
    Bytes again = collection.toCmw().encode(CmwForm.CBOR);
    assertEquals(
        collection,
        CorimCollection.decode(again, Encoding.CBOR, profiles, new Findings(findings.options())));
  }
}
