package org.rats4j.pkix.guide;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every line of code in the guide is one that is compiled and run. */
class GuideTest {
  private static final Path GUIDE = Path.of("../docs/guide/certification-authority.md");
  private static final Path CODE =
      Path.of("src/test/java/org/rats4j/pkix/guide/CertificationAuthorityGuideTest.java");

  @Test
  void hasNoCodeThatDoesNotRun() throws Exception {
    List<String> code = stripped(Files.readAllLines(CODE));
    List<List<String>> snippets = snippets(Files.readAllLines(GUIDE));

    assertFalse(snippets.isEmpty());
    for (List<String> snippet : snippets) {
      assertTrue(
          Collections.indexOfSubList(code, snippet) >= 0,
          () -> "not in " + CODE.getFileName() + ":\n" + String.join("\n", snippet));
    }
  }

  private static List<List<String>> snippets(List<String> guide) {
    List<List<String>> snippets = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < guide.size(); i++) {
      if (guide.get(i).equals("```java")) {
        start = i + 1;
      } else if (guide.get(i).equals("```") && start >= 0) {
        snippets.add(stripped(guide.subList(start, i)));
        start = -1;
      }
    }
    return snippets;
  }

  /** The guide has another indentation, and leaves empty lines away. */
  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
