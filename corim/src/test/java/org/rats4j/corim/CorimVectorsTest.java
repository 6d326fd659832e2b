package org.rats4j.corim;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.corim.vectors.ComidEntry;
import org.rats4j.corim.vectors.CorimEntry;
import org.rats4j.test.vectors.VectorSuite;

class CorimVectorsTest {
  /** What has a test of its own, or comes with a later slice. */
  private static final String ELSEWHERE =
      "coswid/.*|cocli/coswid-.*|.*/signed-.*|signed/(?!detached-payload).*|cmw/.*|cots/.*|.*\\.json|.*\\.jwk"
          + "|appraisal/(psa|cca)-.*|services/corim-(psa|cca)-.*valid.cbor|veraison-corim/profile-.*-valid.cbor|cca/.*|draft-head/(?!comid|corim|cotl|payload).*|keys/.*|all entries ran|.*test-signed.*|psa/.*|eat/.*";

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("corim")
        .kind("comid", ComidEntry::check)
        .kind("corim", CorimEntry::check, "registerProfiles")
        .kind("cotl", CorimEntry::checkCotl)
        .kind("cots", CorimEntry::checkItem)
        .tests()
        .filter(test -> !test.getDisplayName().matches(ELSEWHERE));
  }
}
