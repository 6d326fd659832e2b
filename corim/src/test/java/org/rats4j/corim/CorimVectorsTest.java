package org.rats4j.corim;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.corim.vectors.ComidEntry;
import org.rats4j.test.vectors.VectorSuite;

class CorimVectorsTest {
  /** The kinds that are read; the others come with their slices. */
  private static final String DONE =
      "comid/.*|(draft-[^/]*|cocli|veraison-corim)/(intel-)?comid-.*\\.cbor";

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("corim")
        .kind("comid", ComidEntry::check)
        .tests()
        .filter(test -> test.getDisplayName().matches(DONE));
  }
}
