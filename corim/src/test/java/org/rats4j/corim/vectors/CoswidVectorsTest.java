package org.rats4j.corim.vectors;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.test.vectors.VectorSuite;

class CoswidVectorsTest {

  /** Tags that stand in tokens as manifests and measurements. */
  @TestFactory
  Stream<DynamicTest> vectorsOfTokens() {
    return VectorSuite.of("eat")
        .kind("coswid", CoswidEntry::checkInToken)
        .tests()
        .filter(test -> test.getDisplayName().startsWith("coswid/"));
  }
}
