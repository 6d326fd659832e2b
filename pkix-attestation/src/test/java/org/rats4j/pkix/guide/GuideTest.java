package org.rats4j.pkix.guide;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rats4j.test.guide.GuideCode;

/** Every line of code in the guides is one that is compiled and run. */
class GuideTest {
  private static final Path GUIDES = Path.of("../docs/guide");
  private static final Path CODE = Path.of("src/test/java/org/rats4j/pkix/guide");

  @Test
  void certificationAuthority() throws Exception {
    GuideCode.check(
        GUIDES.resolve("certification-authority.md"),
        CODE.resolve("CertificationAuthorityGuideTest.java"));
  }

  @Test
  void hsmVendor() throws Exception {
    GuideCode.check(
        GUIDES.resolve("hsm-vendor.md"),
        CODE.resolve("HsmVendorGuideTest.java"),
        CODE.resolve("CertificationAuthorityGuideTest.java"));
  }
}
