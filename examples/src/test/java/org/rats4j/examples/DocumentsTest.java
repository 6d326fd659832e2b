package org.rats4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * README.md and the guides show no Java that is not compiled. With the system property {@code
 * snippets.write} what they take from the examples is written into them first.
 */
class DocumentsTest {
  private static final Path ROOT = Path.of("..");

  private static List<Path> documents() throws IOException {
    try (Stream<Path> guides = Files.list(ROOT.resolve("docs/guide"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), guides.sorted()).toList();
    }
  }

  /** The sources of the modules, which stand beside this one. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules.map(module -> module.resolve("src")).filter(Files::isDirectory).toList();
    }
  }

  @Test
  void showOnlyCodeThatIsCompiled() throws Exception {
    DocumentedCode code = new DocumentedCode(Path.of("src/main/java"), sources());
    List<String> faults = new ArrayList<>();
    for (Path document : documents()) {
      if (System.getProperty("snippets.write") != null) {
        code.write(document);
      }
      faults.addAll(code.faults(document));
    }

    assertTrue(faults.isEmpty(), () -> "\n" + String.join("\n\n", faults));
    assertEquals(Set.of(), code.notShown(), "snippets that no document shows");
  }
}
