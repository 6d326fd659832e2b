package org.rats4j.test.vectors;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class VectorSuiteTest {
  private static final Path MADE_UP = Path.of("src/test/resources/made-up").toAbsolutePath();

  @Test
  void runsEveryEntryAndSaysSo() {
    List<String> seen = new ArrayList<>();
    VectorSuite suite =
        VectorSuite.of("good")
            .kind("text", entry -> seen.add(entry.contentText()), "shift")
            .kind("table", entry -> seen.add(entry.rows().toString()));

    Run run = run(suite, new VectorFolder(MADE_UP, true));

    assertEquals(Map.of(), run.failures);
    assertEquals(List.of("one", "one", "[first [0], second [1]]"), seen);
    assertEquals(List.of("one.txt", "one.txt #2", "table.json", "all entries ran"), run.names);
    assertEquals("vectors good: 3 of 3 entries ran", run.output);
  }

  @Test
  void failsAnUnknownKind() {
    VectorSuite suite = VectorSuite.of("unknown-kind").kind("text", entry -> {});

    Run run = run(suite, new VectorFolder(MADE_UP, false));

    assertEquals(Set.of("b", "all entries ran"), run.failures.keySet());
    assertTrue(run.failures.get("b").getMessage().contains("riddle"));
    assertEquals("vectors unknown-kind: 1 of 2 entries ran", run.output);
  }

  @Test
  void failsAnUnknownMember() {
    VectorSuite suite = VectorSuite.of("unknown-member").kind("text", entry -> {}, "shape");

    Run run = run(suite, new VectorFolder(MADE_UP, false));

    assertEquals(Set.of("a", "all entries ran"), run.failures.keySet());
    assertTrue(run.failures.get("a").getMessage().contains("[colour]"));
  }

  @Test
  void failsAnUnknownExpectation() {
    VectorSuite suite = VectorSuite.of("bad-expect").kind("text", entry -> {});

    Run run = run(suite, new VectorFolder(MADE_UP, false));

    assertTrue(run.failures.get("a").getMessage().contains("perhaps"));
  }

  @Test
  void failsACheckThatGivesUp() {
    VectorSuite suite =
        VectorSuite.of("giving-up").kind("text", entry -> Assumptions.abort("no provider"));

    Run run = run(suite, new VectorFolder(MADE_UP, false));

    assertEquals(Set.of("a", "all entries ran"), run.failures.keySet());
    assertFalse(run.failures.get("a") instanceof TestAbortedException);
  }

  @Test
  void countsAFailedEntryAsRun() {
    VectorSuite suite =
        VectorSuite.of("giving-up")
            .kind(
                "text",
                entry -> {
                  throw new AssertionError("wrong");
                });

    Run run = run(suite, new VectorFolder(MADE_UP, false));

    assertEquals(Set.of("a"), run.failures.keySet());
    assertEquals("a: wrong", run.failures.get("a").getMessage());
    assertEquals("vectors giving-up: 1 of 1 entries ran", run.output);
  }

  @Test
  void failsAnAbsentFolderOnCi() {
    Run run = run(VectorSuite.of("absent"), VectorFolder.of(MADE_UP, null, "true"));

    assertEquals(List.of("the area absent is there"), run.names);
    assertEquals(1, run.failures.size());
    assertFalse(run.failures.values().iterator().next() instanceof TestAbortedException);
  }

  @Test
  void skipsAnAbsentFolderElsewhereAndSaysSo() {
    Run run = run(VectorSuite.of("absent"), new VectorFolder(MADE_UP, false));

    assertTrue(run.failures.values().iterator().next() instanceof TestAbortedException);
    assertTrue(run.output.startsWith("vectors absent: SKIPPED"), run.output);
  }

  @Test
  void failsANamedFolderThatDoesNotExist() {
    VectorFolder folder = VectorFolder.of(MADE_UP, "no/such/folder", null);

    assertTrue(folder.required());
  }

  @Test
  void findsTheFolderFromTheRootOfTheRepository() {
    Path module = Path.of("").toAbsolutePath();
    Path root = module.getParent();

    assertAll(
        () ->
            assertEquals(
                root.resolveSibling("shared").resolve("vectors"),
                VectorFolder.of(module, null, null).areas()),
        () ->
            assertEquals(
                root.resolveSibling("shared").resolve("vectors"),
                VectorFolder.of(root, " ", null).areas()),
        () -> assertEquals(root.resolve("mine"), VectorFolder.of(module, "mine", null).areas()),
        () -> assertEquals(MADE_UP, VectorFolder.of(module, MADE_UP.toString(), null).areas()));
  }

  @Test
  void givesTheMembersByType() throws Exception {
    List<VectorRow> rows = new ArrayList<>();
    VectorSuite suite =
        VectorSuite.of("good")
            .kind(
                "text",
                entry -> {
                  if (entry.expect() == Expect.LENIENT) {
                    assertEquals(1, entry.integer("shift").orElseThrow());
                    assertEquals(Optional.of(true), entry.verifies());
                    assertEquals(Set.of("UPPER_CASE", "LINE_FEED"), entry.reasonCodes());
                  }
                },
                "shift")
            .kind("table", entry -> rows.addAll(entry.rows()));

    Run run = run(suite, new VectorFolder(MADE_UP, true));

    assertEquals(Map.of(), run.failures);
    assertArrayEquals(new byte[] {0, -1}, rows.get(0).requiredHex("hex"));
    assertEquals(List.of("1", "18446744073709551615"), rows.get(0).texts("tags"));
    assertEquals(4, rows.get(0).object("limits").orElseThrow().integer("depth").orElseThrow());
    assertThrows(AssertionError.class, () -> rows.get(0).flag("name"));
  }

  @Test
  void failsATableWhenOneRowFailsAndNamesIt() {
    VectorSuite suite =
        VectorSuite.of("good")
            .kind("text", entry -> {}, "shift")
            .kind(
                "table",
                entry ->
                    entry.checkRows(Set.of("name", "hex", "tags"), row -> row.requiredHex("hex")));

    Run run = run(suite, new VectorFolder(MADE_UP, true));

    String message = run.failures.get("table.json").getMessage();
    assertTrue(message.startsWith("table.json: 1 of 2 rows failed: first [0]"), message);
    assertTrue(message.contains("[limits]"), message);
  }

  private record Run(List<String> names, Map<String, Throwable> failures, String output) {}

  private static Run run(VectorSuite suite, VectorFolder folder) {
    List<String> names = new ArrayList<>();
    Map<String, Throwable> failures = new LinkedHashMap<>();
    PrintStream before = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      for (DynamicTest test : suite.tests(folder).toList()) {
        names.add(test.getDisplayName());
        try {
          test.getExecutable().execute();
        } catch (Throwable e) {
          failures.put(test.getDisplayName(), e);
        }
      }
    } finally {
      System.setOut(before);
    }
    return new Run(names, failures, output.toString(StandardCharsets.UTF_8).strip());
  }
}
