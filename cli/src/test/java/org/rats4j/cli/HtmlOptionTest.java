package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlOptionTest {
  @TempDir private Path folder;

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void putsAllFilesOnOnePage() throws Exception {
    String good = file("<good>.json", "{\"a\": [1]}");
    String bad = file("bad.json", "{");
    String page = folder.resolve("page.html").toString();

    Run run = Run.of("inspect", "--html", page, good, bad);

    assertEquals(1, run.exit());
    assertTrue(run.out().contains(": json in json"), run.out());
    String html = Files.readString(Path.of(page));
    assertTrue(html.contains("&lt;good&gt;.json"), html);
    assertTrue(html.contains("not signed"), html);
    assertTrue(html.contains("bad.json"), html);
    assertTrue(html.contains("cannot be read"), html);
  }

  @Test
  void saysOnThePageThatAMessageIsNotVerified() throws Exception {
    Path page = folder.resolve("page.html");

    Run run = Run.of("verify", "--html", page.toString(), file("a.json", "{}"));

    assertEquals(3, run.exit());
    assertTrue(Files.readString(page).contains("<span class=\"badge bad\">not verified</span>"));
  }

  @Test
  void saysThatItCannotWriteThePage() throws Exception {
    String page = folder.resolve("nowhere/page.html").toString();

    Run run = Run.of("inspect", "--html", page, file("a.json", "{}"));

    assertEquals(1, run.exit());
    assertTrue(run.err().contains("error: " + page + ": UNREADABLE"), run.err());
    assertEquals(2, Run.of("inspect", "--html", "-", file("a.json", "{}")).exit());
  }
}
