package org.rats4j.corim.guide;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rats4j.test.guide.GuideCode;

/** Every line of code in the guides is one that is compiled and run. */
class GuideTest {
  private static final Path GUIDES = Path.of("../docs/guide");
  private static final Path CODE = Path.of("src/test/java/org/rats4j/corim/guide");

  @Test
  void endorsersHaveNoCodeThatDoesNotRun() throws Exception {
    GuideCode.check(GUIDES.resolve("endorser.md"), CODE.resolve("EndorserGuideTest.java"));
  }

  @Test
  void profilesHaveNoCodeThatDoesNotRun() throws Exception {
    GuideCode.check(
        GUIDES.resolve("corim-profiles.md"),
        CODE.resolve("GatewayProfile.java"),
        CODE.resolve("CorimProfilesGuideTest.java"));
  }

  @Test
  void vendorFilesHaveNoCodeThatDoesNotRun() throws Exception {
    GuideCode.check(GUIDES.resolve("vendor-corim.md"), CODE.resolve("VendorGuideTest.java"));
  }
}
