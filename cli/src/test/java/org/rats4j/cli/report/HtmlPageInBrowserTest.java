package org.rats4j.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonString;

/** Where there is no chromedriver these tests are skipped, and the build says so. */
class HtmlPageInBrowserTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {400, 1200})
  void fitsItsWidthWithItsStyleAndRunsNothing(int width) throws Exception {
    Assumptions.assumeTrue(Browser.find().isPresent(), "no chromedriver on the path");
    Path page = folder.resolve("report.html");
    Files.writeString(page, HtmlPage.of(List.of(HostileReport.of(false))));

    try (Browser browser = Browser.start(Browser.find().get(), width)) {
      browser.open(page);

      assertEquals(JsonNumber.of(width), browser.run("return window.innerWidth"));
      assertEquals(
          JsonNumber.of(width),
          browser.run("return Math.max(innerWidth, document.documentElement.scrollWidth)"));
      assertEquals(
          JsonNumber.of(0),
          browser.run("return document.querySelectorAll('script,img,svg,h1 *,title *').length"));
      assertEquals(new JsonString(HostileReport.TEXT), browser.run("return document.title"));
      assertNotEquals(
          new JsonString("rgba(0, 0, 0, 0)"),
          browser.run("return getComputedStyle(document.body).backgroundColor"));
    }
  }
}
