package org.rats4j.test.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Runs every entry of the manifest of one area.
 *
 * <pre>{@code
 * class CoreVectorsTest {
 *   @TestFactory
 *   Stream<DynamicTest> vectors() {
 *     return VectorSuite.of("core")
 *         .kind("cose", CoseVectors::check, "message", "external_aad")
 *         .kind("json-table", JsonVectors::checkTable)
 *         .tests();
 *   }
 * }
 * }</pre>
 *
 * <p>The areas lie in {@code ../shared/vectors} beside the repository, or in the folder that the
 * system property {@code rats4j.vectors} names. Nothing is skipped silently: an entry of a kind, or
 * with a member, that was not declared here fails; so does an entry whose check gives up by an
 * assumption; and a last test fails unless as many entries ran as the manifest has.
 *
 * <p>Not for use by several threads.
 */
public final class VectorSuite {
  private record Kind(VectorCheck<VectorEntry> check, Set<String> members) {}

  private final String area;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  private VectorSuite(String area) {
    this.area = area;
  }

  /** Returns a suite of the area with this folder name that knows no kind yet. */
  public static VectorSuite of(String area) {
    return new VectorSuite(Objects.requireNonNull(area, "area"));
  }

  /**
   * Declares a kind.
   *
   * @param members the members that {@code check} knows beyond {@link VectorEntry#COMMON_MEMBERS}
   * @throws IllegalArgumentException if the kind was declared before
   */
  public VectorSuite kind(String kind, VectorCheck<VectorEntry> check, String... members) {
    Set<String> known = new HashSet<>(VectorEntry.COMMON_MEMBERS);
    known.addAll(List.of(members));
    if (kinds.put(kind, new Kind(check, known)) != null) {
      throw new IllegalArgumentException("kind twice: " + kind);
    }
    return this;
  }

  /**
   * Returns one test for each entry, in the order of the manifest, and a last one that prints
   * {@code vectors AREA: N of N entries ran}.
   *
   * <p>If the area does not exist this is one test: it fails if the environment variable CI is
   * true, or if the named folder does not exist, and is skipped otherwise.
   */
  public Stream<DynamicTest> tests() {
    return tests(VectorFolder.ofEnvironment());
  }

  Stream<DynamicTest> tests(VectorFolder folder) {
    Path path = folder.areas().resolve(area);
    Path manifest = path.resolve("manifest.json");
    if (!Files.exists(manifest)) {
      return Stream.of(absent(folder, manifest));
    }
    List<VectorEntry> entries = read(path, manifest);
    AtomicInteger ran = new AtomicInteger();
    List<DynamicTest> tests = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    for (VectorEntry entry : entries) {
      int times = names.merge(entry.where(), 1, Integer::sum);
      String name = entry.where() + (times == 1 ? "" : " #" + times);
      tests.add(DynamicTest.dynamicTest(name, () -> run(entry, ran)));
    }
    tests.add(DynamicTest.dynamicTest("all entries ran", () -> count(ran.get(), entries.size())));
    return tests.stream();
  }

  private DynamicTest absent(VectorFolder folder, Path manifest) {
    return DynamicTest.dynamicTest(
        "the area " + area + " is there",
        () -> {
          String message = "vectors " + area + ": SKIPPED, no file " + manifest;
          if (folder.required()) {
            throw new AssertionError("no file " + manifest);
          }
          System.out.println(message);
          Assumptions.abort(message);
        });
  }

  private static List<VectorEntry> read(Path area, Path manifest) {
    byte[] json;
    try {
      json = Files.readAllBytes(manifest);
    } catch (IOException e) {
      throw new AssertionError("manifest cannot be read: " + manifest, e);
    }
    JsonNode array = VectorJson.read(json, manifest.toString());
    if (!array.isArray() || array.isEmpty()) {
      throw new AssertionError("manifest is not an array with entries: " + manifest);
    }
    List<VectorEntry> entries = new ArrayList<>();
    for (JsonNode node : array) {
      entries.add(new VectorEntry(area, entries.size(), node));
    }
    return entries;
  }

  /** Reports show the number of a test only, hence the message names the entry. */
  private void run(VectorEntry entry, AtomicInteger ran) {
    try {
      Kind kind = kinds.get(entry.kind());
      if (kind == null) {
        throw new AssertionError("kind that this test does not know: " + entry.kind());
      }
      entry.hasNoOtherMembersThan(kind.members());
      entry.expect();
      runs(kind, entry, ran);
    } catch (Exception | AssertionError e) {
      throw new AssertionError(entry.where() + ": " + e.getMessage(), e);
    }
  }

  private static void runs(Kind kind, VectorEntry entry, AtomicInteger ran) throws Exception {
    try {
      kind.check().check(entry);
    } catch (TestAbortedException e) {
      throw new AssertionError("the check gave up: " + e.getMessage(), e);
    } catch (Exception | AssertionError e) {
      ran.incrementAndGet();
      throw e;
    }
    ran.incrementAndGet();
  }

  private void count(int ran, int entries) {
    System.out.println("vectors " + area + ": " + ran + " of " + entries + " entries ran");
    if (ran != entries) {
      throw new AssertionError(ran + " of " + entries + " entries ran");
    }
  }
}
