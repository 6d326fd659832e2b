package org.rats4j.test.guide;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The Java in a guide, which has to be a part of code that is compiled and run. */
public final class GuideCode {
  private GuideCode() {}

  /**
   * Checks that each block of Java in {@code guide} stands in one of the files {@code code}, line
   * by line. Indentation and empty lines do not count. Blocks that are named as snippets of an
   * example are compared there.
   *
   * @throws IOException if a file cannot be read
   */
  public static void check(Path guide, Path... code) throws IOException {
    List<List<String>> files = new ArrayList<>();
    for (Path file : code) {
      files.add(stripped(Files.readAllLines(file)));
    }
    List<List<String>> snippets = snippets(Files.readAllLines(guide));
    assertFalse(snippets.isEmpty(), "no code in " + guide);
    for (List<String> snippet : snippets) {
      assertTrue(
          files.stream().anyMatch(lines -> Collections.indexOfSubList(lines, snippet) >= 0),
          () -> "in " + guide.getFileName() + ", and run nowhere:\n" + String.join("\n", snippet));
    }
  }

  private static List<List<String>> snippets(List<String> guide) {
    List<List<String>> snippets = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < guide.size(); i++) {
      if (guide.get(i).equals("```java") && !isSnippet(guide, i)) {
        start = i + 1;
      } else if (guide.get(i).equals("```") && start >= 0) {
        snippets.add(stripped(guide.subList(start, i)));
        start = -1;
      }
    }
    return snippets;
  }

  private static boolean isSnippet(List<String> guide, int fence) {
    return fence > 0 && guide.get(fence - 1).startsWith("<!-- snippet: ");
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
