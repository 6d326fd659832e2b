package org.rats4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example fits on two screens, and says how it is called. */
class UsageTest {
  private static final Path SOURCES = Path.of("src/main/java/org/rats4j/examples");
  private static final String LAST = "Example.java";

  @TempDir private Path folder;

  static List<String> programs() throws Exception {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(LAST))
          .map(file -> file.substring(0, file.length() - LAST.length()))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreNine() throws Exception {
    assertEquals(9, programs().size());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programHasLessThanAHundredLines(String program) throws Exception {
    assertTrue(Files.readAllLines(SOURCES.resolve(program + LAST)).size() < 100);
  }

  /** No example takes one argument alone. */
  @ParameterizedTest
  @MethodSource("programs")
  void programSaysHowItIsCalled(String program) throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("jdk.module.path", "")
                    + File.pathSeparator
                    + System.getProperty("java.class.path"),
                "org.rats4j.examples." + program + "Example",
                "one")
            .redirectError(said.toFile())
            .start();

    assertEquals(2, process.waitFor());
    String text = Files.readString(said, StandardCharsets.UTF_8);
    assertTrue(text.startsWith("usage: " + program), text);
    assertEquals(1, text.lines().count(), text);
  }
}
