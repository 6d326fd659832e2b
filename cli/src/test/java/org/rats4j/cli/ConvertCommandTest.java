package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ConvertCommandTest {

  private static Run convert(String to, byte[] input, String... options) {
    String[] words = new String[options.length + 4];
    words[0] = "convert";
    words[1] = "--to";
    words[2] = to;
    System.arraycopy(options, 0, words, 3, options.length);
    words[words.length - 1] = "-";
    return Run.withInput(input, words);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(Run run) {
    assertEquals(0, run.exit(), run.err());
    return HexFormat.of().formatHex(run.bytes());
  }

  @Test
  void writesCborDeterministically() {
    Run run = convert("cbor", hex("bf616101182000ff"));

    assertEquals("a218200061" + "6101", hex(run));
  }

  @Test
  void writesJsonInOrderOfNames() {
    Run run = convert("json", "{\"b\" : [ 1.50 ], \"a\" : { \"d\": 1, \"c\": null }}".getBytes());

    assertEquals("{\"a\":{\"c\":null,\"d\":1},\"b\":[1.50]}\n", run.out());
  }

  @Test
  void readsDiagnosticNotation() {
    Run run = convert("cbor", "{1: h'00ff', -1: \"x\"}".getBytes());

    assertEquals("a2014200ff206178", hex(run));
  }

  @Test
  void readsClaimsInDiagnosticNotation() {
    Run run = convert("json", "{/iat/ 6: 1024}".getBytes(), "--as", "eat-claims");

    assertEquals("{\"iat\":1024}\n", run.out());
  }

  @Test
  void readsAMapInDiagnosticNotationAlsoIfToldSo() {
    Run run = convert("cbor", "{1: 2}".getBytes(), "--as", "diag");

    assertEquals("a10102", hex(run));
  }

  @Test
  void readsAnythingInDiagnosticNotationIfToldSo() {
    Run run = convert("cbor", "[1, 2]".getBytes(), "--as", "diag");

    assertEquals("820102", hex(run));
  }

  @Test
  void writesDiagnosticNotation() {
    Run run = convert("diag", hex("a2014200ff206178"));

    assertEquals("{1:h'00ff',-1:\"x\"}", run.out().replaceAll("\\s", ""));
  }

  @Test
  void convertsClaimsByTheirNames() {
    Run run = convert("json", hex("a10619" + "0400"), "--as", "eat-claims");

    assertEquals("{\"iat\":1024}\n", run.out());
  }

  @Test
  void convertsWrappers() {
    Run run = convert("cbor", "[\"application/eat+cwt\",\"AA\"]".getBytes());

    assertEquals("82736170706c69636174696f6e2f6561742b6377744100", hex(run));
  }

  @Test
  void refusesWhatHasNoFormInTheOtherNotation() {
    Run run = convert("json", hex("a10102"), "--as", "cbor");

    assertEquals(1, run.exit());
    assertTrue(run.err().contains("UNSUPPORTED at cbor: a key that is no text"), run.err());
  }

  @Test
  void convertsAMeasuredComponentBothWays() {
    Run json = convert("json", hex("a201816163054100"));
    Run cbor = convert("cbor", json.bytes());

    assertEquals("{\"id\":[\"c\"],\"raw-measurement\":\"AA\"}\n", json.out());
    assertEquals("a201816163054100", hex(cbor));
  }
}
