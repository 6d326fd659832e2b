package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rats4j.core.json.JsonObject;

class EarInspectTest {
  private static final String CLAIMS =
      """
      {"eat_profile":"tag:ietf.org,2026:rats/ear#03","iat":1666529184,
       "ear_verifier_id":{"developer":"https://d.example","build":"1.0"},
       "ear_status":"contraindicated",
       "submods":{
         "host":{"ear_status":"contraindicated","ear_trustworthiness_vector":
           {"executables":33,"hardware":2,"sourced-data":96,"storage-opaque":-1,"new":7}},
         "gpu \\u001b[31m":{"ear_status":"none","ear_appraisal_policy_ids":["urn:p","urn:q"]}}}
      """;

  @TempDir private Path folder;

  private String claims() throws Exception {
    return Files.writeString(folder.resolve("ear.json"), CLAIMS).toString();
  }

  @Test
  void showsTheDialectAndWhatTheClaimsMean() throws Exception {
    Run run = Run.of("inspect", claims());

    assertEquals(0, run.exit(), run.err());
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.contains("  dialect:  03 (tag:ietf.org,2026:rats/ear#03)"), run.out());
    assertTrue(lines.contains("  status:   contraindicated"), run.out());
    assertTrue(lines.contains("  verifier: https://d.example, build 1.0"), run.out());
    assertTrue(lines.contains("  host: contraindicated"), run.out());
    assertTrue(
        lines.contains(
            "    hardware         2  affirming        genuine and supported (genuine_hw)"),
        run.out());
    assertTrue(lines.contains("    policy: urn:q"), run.out());
  }

  @Test
  void readsAProfileThatIsNamed() throws Exception {
    String claims = CLAIMS.replace("tag:ietf.org,2026:rats/ear#03", "urn:vendor:ear");
    String file = Files.writeString(folder.resolve("vendor.json"), claims).toString();

    Run unknown = Run.of("inspect", file);
    Run named = Run.of("inspect", "--profile", "urn:other", "--profile=urn:vendor:ear", file);

    assertEquals(ExitCode.UNDECODABLE, unknown.exit());
    assertTrue(unknown.err().contains("EAR_PROFILE"), unknown.err());
    assertEquals(0, named.exit(), named.err());
    assertTrue(named.out().contains("  dialect:  04 (urn:vendor:ear)"), named.out());
  }

  @Test
  void verifiesThePublishedTokenOfAProfileThatIsNamed() {
    Path folder = Vectors.folder().resolve("ear");
    String token = folder.resolve("rust-readme-profile-test.jwt").toString();
    String key = folder.resolve("key-rust-ear-p256.jwk").toString();

    Run unknown = Run.of("verify", "--key", key, token);
    Run named = Run.of("verify", "--key", key, "--profile", "test", token);

    assertEquals(ExitCode.UNDECODABLE, unknown.exit(), unknown.out());
    assertEquals(0, named.exit(), named.err());
    assertTrue(named.out().contains("  dialect:  2023 (test)"), named.out());
  }

  @Test
  void refusesAProfileWhereNoneIsTaken() throws Exception {
    String file = Files.writeString(folder.resolve("any.json"), "{}").toString();

    Run run = Run.of("inspect", "--as", "jwk", "--profile", "test", file);

    assertEquals(ExitCode.USAGE, run.exit(), run.err());
    assertTrue(run.err().contains("jwk takes no --profile"), run.err());
  }

  @Test
  void coloursTiersOnlyWhereThatIsWanted() throws Exception {
    String file = claims();

    String plain = Run.of("inspect", file).out();
    String colour = Run.of("inspect", "--color", "always", file).out();

    assertFalse(plain.contains("\u001b"), plain);
    assertFalse(
        Run.of("inspect", "--color=always", "--color=never", file).out().contains("\u001b"));
    assertTrue(colour.contains("\u001b[1;31mcontraindicated\u001b[0m"), colour);
    assertTrue(colour.contains("\u001b[33mwarning\u001b[0m"), colour);
    assertTrue(colour.contains("\u001b[1;32maffirming\u001b[0m"), colour);
    assertEquals(plain, colour.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void refusesColoursThatNobodyKnows() throws Exception {
    assertEquals(2, Run.of("inspect", "--color", "sometimes", claims()).exit());
  }

  /** Each result that somebody published is found to be one, and shown with its dialect. */
  @TestFactory
  Stream<DynamicTest> opensPublishedResults() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    Path vectors = Vectors.folder().resolve("ear");
    for (JsonObject entry : Vectors.entries("ear")) {
      String dialect = Vectors.text(entry, "dialect");
      String file = Vectors.text(entry, "file");
      if (!dialect.isEmpty() && Vectors.text(entry, "expect").equals("valid")) {
        tests.add(
            DynamicTest.dynamicTest(
                file,
                () -> {
                  Run run = Run.of("inspect", vectors.resolve(file).toString());

                  assertEquals(0, run.exit(), run.err());
                  assertTrue(run.out().contains(": ear in "), run.out());
                  assertTrue(run.out().contains("\n  dialect: "), run.out());
                  assertTrue(
                      run.out().replaceAll(" +", " ").contains(" dialect: " + dialect + " ("),
                      run.out());
                }));
      }
    }
    return tests.stream();
  }
}
