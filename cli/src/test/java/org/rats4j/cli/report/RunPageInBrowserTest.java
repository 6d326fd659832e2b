package org.rats4j.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;

/** Where there is no chromedriver these tests are skipped, and the build says so. */
class RunPageInBrowserTest {
  private static final String ENDS_WHERE_ROLES_ARE =
      """
      const middle = e => { const b = e.getBoundingClientRect(); return b.left + b.width / 2; };
      const roles = [...document.querySelectorAll('.role')].map(middle);
      const near = (a, b) => Math.abs(a - b) < 2;
      return [...document.querySelectorAll('.arrow')].every(arrow => {
        const box = arrow.getBoundingClientRect();
        const from = +/from-(\\d)/.exec(arrow.className)[1];
        const to = +/to-(\\d)/.exec(arrow.className)[1];
        return near(box.left, roles[from - 1]) && near(box.right, roles[to - 1]);
      });
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {390, 1200})
  void fitsItsWidthAndOpensItsMessages(int width) throws Exception {
    Assumptions.assumeTrue(Browser.find().isPresent(), "no chromedriver on the path");
    Path page = folder.resolve("run.html");
    Files.writeString(page, RunPage.of(HostileRun.report()));

    try (Browser browser = Browser.start(Browser.find().get(), width)) {
      browser.open(page);

      assertEquals(
          JsonNumber.of(0),
          browser.run("return document.querySelectorAll('script,img,svg,h1 *,title *').length"));
      assertEquals(new JsonBoolean(true), browser.run(ENDS_WHERE_ROLES_ARE));
      assertEquals(
          JsonNumber.of(3),
          browser.run(
              "document.querySelectorAll('summary').forEach(s => s.click());"
                  + "return document.querySelectorAll('details[open] .opened').length"));
      assertEquals(
          JsonNumber.of(width),
          browser.run("return Math.max(innerWidth, document.documentElement.scrollWidth)"));
    }
  }
}
