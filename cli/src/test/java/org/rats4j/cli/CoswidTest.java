package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CoswidTest {
  private static final String TAG =
      "{0: \"t\", 12: 3, 1: \"App\", 13: \"1\", 14: 16384, 2: {31: \"ACME\", 33: [1, 2]},"
          + " 4: {38: 32(\"swid:b\"), 40: 8}, 6: {16: {24: \"opt\", 26: {17: {24: \"a\","
          + " 7: [1, h'0000000000000000000000000000000000000000000000000000000000000000']}}}}}";

  private static byte[] cbor(String notation) {
    Run run =
        Run.withInput(
            notation.getBytes(StandardCharsets.UTF_8),
            "convert",
            "--as",
            "diag",
            "--to",
            "cbor",
            "-");
    assertEquals(0, run.exit(), run.err());
    return run.bytes();
  }

  @Test
  void inspectShowsNamesAndMeanings() {
    Run run = Run.withInput(cbor("1398229316(" + TAG + ")"), "inspect", "-");

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("coswid in cbor"), run.out());
    assertTrue(run.out().contains("version-scheme: 16384 (semver)"), run.out());
    assertTrue(run.out().contains("- 2 (software-creator)"), run.out());
    assertTrue(run.out().contains("href: \"swid:b\""), run.out());
    assertTrue(run.out().contains("rel: 8 (requires)"), run.out());
    assertTrue(run.out().contains("fs-name: \"a\""), run.out());
    assertTrue(run.out().contains("alg: 1 (sha-256)"), run.out());
  }

  @Test
  void inspectNamesTheDeviationThatItAccepts() {
    byte[] untagged = cbor(TAG.replace("32(\"swid:b\")", "\"swid:b\""));

    Run strict = Run.withInput(untagged, "inspect", "-");
    Run lenient = Run.withInput(untagged, "inspect", "--lenient", "-");

    assertEquals(1, strict.exit());
    assertTrue(strict.err().contains("coswid/4/38"), strict.err());
    assertTrue(strict.err().contains("UNTAGGED_URI"), strict.err());
    assertEquals(0, lenient.exit(), lenient.err());
    assertTrue(lenient.out().contains("deviation UNTAGGED_URI at coswid/4/38"), lenient.out());
  }

  @Test
  void convertLeavesTheTagWhereItIs() {
    for (byte[] tag : new byte[][] {cbor(TAG), cbor("1398229316(" + TAG + ")")}) {
      Run diag = Run.withInput(tag, "convert", "--to", "diag", "-");
      Run back = Run.withInput(diag.bytes(), "convert", "--as", "diag", "--to", "cbor", "-");
      Run again = Run.withInput(tag, "convert", "--as", "coswid", "--to", "cbor", "-");

      assertEquals(0, diag.exit(), diag.err());
      assertArrayEquals(tag, back.bytes());
      assertArrayEquals(tag, again.bytes());
    }
  }

  @Test
  void convertRefusesJsonSinceThereIsNoSuchForm() {
    Run run = Run.withInput(cbor(TAG), "convert", "--to", "json", "-");

    assertEquals(1, run.exit());
    assertTrue(run.err().contains("UNSUPPORTED"), run.err());
  }
}
