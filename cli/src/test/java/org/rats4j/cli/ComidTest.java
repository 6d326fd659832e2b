package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ComidTest {
  private static final String TEMPLATE =
      """
      {"tag-identity": {"id": "t", "version": 1}, "triples": {"reference-values": [{
        "environment": {"class": {"vendor": "ACME", "model": "RoadRunner"}},
        "measurements": [{"value": {"svn": 2, "raw-value": {"type": "bytes", "value": "AQI="}}}]}]}}
      """;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Run convert(byte[] input, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "convert";
    System.arraycopy(options, 0, words, 1, options.length);
    words[words.length - 1] = "-";
    return Run.withInput(input, words);
  }

  @Test
  void convertMakesACoMidOfATemplateAndBack() {
    Run cbor = convert(utf8(TEMPLATE), "--to", "cbor");
    Run json = convert(cbor.bytes(), "--to", "json");
    Run again = convert(json.bytes(), "--to", "cbor");

    assertEquals(0, cbor.exit(), cbor.err());
    assertEquals(0, json.exit(), json.err());
    assertArrayEquals(cbor.bytes(), again.bytes());
    assertTrue(json.out().contains("\"model\":\"RoadRunner\""), json.out());
  }

  @Test
  void inspectShowsBothWithTheNamesOfTheTemplate() {
    byte[] cbor = convert(utf8(TEMPLATE), "--to", "cbor").bytes();

    Run ofJson = Run.withInput(utf8(TEMPLATE), "inspect", "-");
    Run ofCbor = Run.withInput(cbor, "inspect", "-");

    assertTrue(ofJson.out().contains("comid-json in json"), ofJson.out());
    assertTrue(ofCbor.out().contains("comid in cbor"), ofCbor.out());
    for (Run run : new Run[] {ofJson, ofCbor}) {
      assertEquals(0, run.exit(), run.err());
      assertTrue(run.out().contains("vendor: \"ACME\""), run.out());
      assertTrue(run.out().contains("svn: 2"), run.out());
    }
  }

  @Test
  void readsTheFirstVersionOfTheDialectIfToldSo() {
    byte[] old = utf8(TEMPLATE.replace("\"svn\": 2", "\"op-flags\": [\"debug\"]"));

    Run strict = convert(old, "--to", "cbor");
    Run lenient = convert(old, "--lenient", "--to", "cbor");

    assertEquals(1, strict.exit());
    assertTrue(strict.err().contains("JSON_V1_FORM"), strict.err());
    assertEquals(0, lenient.exit(), lenient.err());
  }
}
