package org.rats4j.eat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.test.vectors.VectorSuite;

class EatVectorsTest {
  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("eat")
        .kind("eat-claims", ClaimsEntry::check, "innerKey")
        .kind("measured-component", ClaimsEntry::checkComponent)
        .kind("coswid", ClaimsEntry::checkCoswid)
        .kind("cwt", TokenEntry::check, "clock", "message", "innerKey", "profile")
        .kind("jwt", TokenEntry::check, "innerKey")
        .kind("uccs", TokenEntry::check, "clock", "message", "innerKey", "channel", "profile")
        .kind("deb", TokenEntry::checkBundle, "innerKey")
        .kind("psa-token", TokenEntry::check, "profile")
        .kind("psa-claims", ProfileEntry::check, "profile")
        .kind("cca-platform-claims", ProfileEntry::check, "profile")
        .kind("cca-realm-claims", ProfileEntry::check, "profile")
        .kind("cca-token", CcaTokenEntry::check)
        .tests();
  }
}
