package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

class JsonLimitsTest {

  private static void accepts(String json, DecodeOptions options) throws DecodingException {
    JsonReader.of(json.getBytes(StandardCharsets.UTF_8), options, "doc").skip();
  }

  private static void exceeds(String json, DecodeOptions options) {
    DecodingException e = assertThrows(DecodingException.class, () -> accepts(json, options));
    assertEquals(Reason.LIMIT_EXCEEDED, e.reason());
    assertEquals("doc", e.path());
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32, 512})
  void depthEndsAtTheLimit(int depth) throws Exception {
    DecodeOptions options = DecodeOptions.builder().jsonDepth(depth).build();

    accepts(nested(depth), options);
    exceeds(nested(depth + 1), options);
    exceeds("{\"a\":".repeat(depth + 1), options);
  }

  @Test
  void aMillionLevelsAreJustTooDeep() {
    exceeds("[".repeat(1_000_000), DecodeOptions.STRICT);
  }

  @Test
  void inputEndsAtTheLimit() throws Exception {
    DecodeOptions options = DecodeOptions.builder().inputBytes(10).build();

    accepts("\"12345678\"", options);
    exceeds("\"123456789\"", options);
  }

  @Test
  void textEndsAtTheLimitInBytes() throws Exception {
    DecodeOptions options = DecodeOptions.builder().textBytes(8).build();

    accepts("[\"12345678\",\"\u00e9\u00e9\u00e9\u00e9\",\"\ud83d\ude00\ud83d\ude00\"]", options);
    exceeds("\"123456789\"", options);
    exceeds("\"\u00e9\u00e9\u00e9\u00e9x\"", options);
    exceeds("\"\ud83d\ude00\ud83d\ude00x\"", options);
    exceeds("\"\u20ac\u20ac\u20ac\"", options);
  }

  @Test
  void nameEndsAt1024Bytes() throws Exception {
    accepts("{\"" + "n".repeat(1024) + "\":1}", DecodeOptions.STRICT);
    exceeds("{\"" + "n".repeat(1025) + "\":1}", DecodeOptions.STRICT);
  }

  @Test
  void numberEndsAt1000Characters() throws Exception {
    accepts("1".repeat(1000), DecodeOptions.STRICT);
    exceeds("1".repeat(1001), DecodeOptions.STRICT);
    accepts("0." + "1".repeat(998), DecodeOptions.STRICT);
    exceeds("0." + "1".repeat(999), DecodeOptions.STRICT);
  }

  @Test
  void exponentEndsAt1000() throws Exception {
    accepts("[1e1000,1E-1000,1e+1000,1e0001000]", DecodeOptions.STRICT);
    exceeds("[1e1001]", DecodeOptions.STRICT);
    exceeds("[1e-1001]", DecodeOptions.STRICT);
  }

  @Test
  void membersEndAtTheLimit() throws Exception {
    DecodeOptions options = DecodeOptions.builder().mapEntries(100).build();

    accepts(members(100), options);
    exceeds(members(101), options);
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + i + "\":" + i)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
