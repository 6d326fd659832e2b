package org.rats4j.eat.guide;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rats4j.test.guide.GuideCode;

/** Every line of code in the guides is one that is compiled and run. */
class GuideTest {
  private static final Path GUIDES = Path.of("../docs/guide");
  private static final Path CODE = Path.of("src/test/java/org/rats4j/eat/guide");

  @Test
  void profilesHaveNoCodeThatDoesNotRun() throws Exception {
    GuideCode.check(
        GUIDES.resolve("eat-profiles.md"),
        CODE.resolve("DatacentreRot.java"),
        CODE.resolve("ProfileGuideTest.java"));
  }

  @Test
  void attestersHaveNoCodeThatDoesNotRun() throws Exception {
    GuideCode.check(GUIDES.resolve("attester.md"), CODE.resolve("AttesterGuideTest.java"));
  }

  @Test
  void claimsOfYoursHaveNoCodeThatDoesNotRun() throws Exception {
    GuideCode.check(GUIDES.resolve("custom-claims.md"), CODE.resolve("CustomClaimsGuideTest.java"));
  }

  @Test
  void verifierHasNoCodeThatDoesNotRun() throws Exception {
    GuideCode.check(GUIDES.resolve("verifier.md"), CODE.resolve("VerifierGuideTest.java"));
  }
}
