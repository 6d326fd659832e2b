package org.rats4j.expat.guide;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rats4j.test.guide.GuideCode;

/** Every line of code in the guide is one that is compiled and run. */
class GuideTest {

  @Test
  void attestedTls() throws Exception {
    GuideCode.check(
        Path.of("../docs/guide/attested-tls.md"),
        Path.of("src/test/java/org/rats4j/expat/guide/AttestedTlsGuideTest.java"));
  }
}
