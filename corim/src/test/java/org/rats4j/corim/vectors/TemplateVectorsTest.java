package org.rats4j.corim.vectors;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.test.vectors.VectorSuite;

class TemplateVectorsTest {

  @TestFactory
  Stream<DynamicTest> comids() {
    return VectorSuite.of("corim")
        .kind("comid-json", TemplateEntry::checkComid)
        .tests()
        .filter(test -> test.getDisplayName().matches("json/.*-?comid.*"));
  }

  @TestFactory
  Stream<DynamicTest> comidsThroughTemplates() {
    return VectorSuite.of("corim")
        .kind("comid", TemplateEntry::checkThroughTemplate)
        .tests()
        .filter(
            test ->
                test.getDisplayName()
                    .matches("comid/.*|(draft-[^/]*|cocli|veraison-corim)/(intel-)?comid-.*cbor"));
  }
}
