package org.rats4j.corim;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.corim.appraisal.AppraisalCaseEntry;
import org.rats4j.corim.appraisal.TruthTableEntry;
import org.rats4j.corim.vectors.CarriedEntry;
import org.rats4j.corim.vectors.CollectionEntry;
import org.rats4j.corim.vectors.ComidEntry;
import org.rats4j.corim.vectors.CorimEntry;
import org.rats4j.corim.vectors.CoswidEntry;
import org.rats4j.corim.vectors.SignedEntry;
import org.rats4j.corim.vectors.TemplateEntry;
import org.rats4j.test.vectors.VectorCheck;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorSuite;

class CorimVectorsTest {
  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("corim")
        .kind("comid", both(ComidEntry::check, TemplateEntry::checkThroughTemplate))
        .kind(
            "corim",
            both(CorimEntry::check, TemplateEntry::checkCorimThroughTemplate),
            "registerProfiles")
        .kind("cotl", CorimEntry::checkCotl)
        .kind("coswid", CoswidEntry::check)
        .kind("comid-json", TemplateEntry::checkComid)
        .kind("corim-json", TemplateEntry::checkCorim)
        .kind("corim-template-json", TemplateEntry::checkCorim)
        .kind(
            "signed-corim",
            SignedEntry::check,
            "registerProfiles",
            "detachedPayload",
            "preimage",
            "detachedDigestOf")
        .kind("cots", CarriedEntry::checkCbor)
        .kind("eat", CarriedEntry::checkCbor)
        .kind("eat-claims", CarriedEntry::checkJson)
        .kind("key", CarriedEntry::checkKey)
        .kind("cose", CarriedEntry::checkHeaders)
        .kind("cmw", CollectionEntry::check)
        .kind("ect", CarriedEntry::checkCbor)
        .kind("acs", CarriedEntry::checkJson)
        .kind("truth-table", TruthTableEntry::check)
        .kind("appraisal-case", AppraisalCaseEntry::check)
        .tests();
  }

  private static VectorCheck<VectorEntry> both(
      VectorCheck<VectorEntry> first, VectorCheck<VectorEntry> second) {
    return entry -> {
      first.check(entry);
      second.check(entry);
    };
  }
}
