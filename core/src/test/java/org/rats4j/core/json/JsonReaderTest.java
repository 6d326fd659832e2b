package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

class JsonReaderTest {
  private static final String SAMPLE =
      "{\"eat_nonce\":\"AAECAwQFBgc\",\"iat\":1700000000,\"submods\":{\"a/b~c\":[1,-0,1.50,1e3,"
          + "true,false,null,{},[]],\"\u00e9\\ud83d\\ude00\":\"\\\"\\\\\\n\\u0001\"}}";

  private static JsonReader reader(String json) throws DecodingException {
    return JsonReader.of(utf8(json), DecodeOptions.STRICT, "doc");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Bytes utf8) {
    return utf8.toUtf8();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "0",
        "\"\"",
        "null",
        "true",
        "[1,-0,1.50,1E+3,18446744073709551616]",
        "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"b\":\"\u00e9\ud83d\ude00\"}",
        "{\"\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\\\"\\\\/\u007f\u2028\"}",
      })
  void decodesAndEncodesTheSameBytes(String json) throws Exception {
    assertEquals(json, text(JsonValue.decode(utf8(json), DecodeOptions.STRICT).encode()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/json/invalid.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejects(String name, String json, String hex, Reason reason) {
    byte[] input = hex == null ? utf8(json) : HexFormat.of().parseHex(hex);

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> JsonReader.of(input, DecodeOptions.STRICT, "doc"));

    assertEquals(reason, e.reason());
    assertEquals("doc", e.path());
  }

  @Test
  void leavesTheValueThatItPeeksAt() throws Exception {
    JsonReader in = JsonReader.of(Bytes.ofUtf8("{\"a\":[1,2]}"), DecodeOptions.STRICT, "json");
    in.startObject();
    in.readName();

    JsonValue peeked = in.peekValue();

    assertEquals(new JsonArray(List.of(JsonNumber.of(1), JsonNumber.of(2))), peeked);
    assertEquals(peeked, in.readValue());
    in.endObject();
  }

  @Test
  void readsValuesInTurns() throws Exception {
    JsonReader in = reader(SAMPLE);

    in.startObject();
    assertEquals("eat_nonce", in.readName());
    assertEquals("h'0001020304050607'", in.readBase64Url().toString());
    assertEquals("iat", in.readName());
    assertEquals(1_700_000_000L, in.readLong());
    assertEquals("submods", in.readName());
    in.startObject();
    assertEquals("a/b~c", in.readName());
    assertEquals(9, in.startArray());
    assertEquals(1, in.readInt(1, 1));
    assertEquals(0, in.readLong());
    assertEquals(new BigDecimal("1.50"), in.readNumber().value());
    assertEquals("1e3", in.readNumber().lexeme());
    assertTrue(in.readBoolean());
    assertFalse(in.tryNull());
    assertFalse(in.readBoolean());
    assertTrue(in.tryNull());
    in.startObject();
    in.endObject();
    assertEquals(JsonType.ARRAY, in.peekType());
    in.startArray(0);
    in.endArray();
    in.endArray();
    assertEquals("\u00e9\ud83d\ude00", in.readName());
    assertEquals("\"\\\n\u0001", in.readText());
    in.endObject();
    in.endObject();
    assertFalse(in.hasNext());
  }

  @Test
  void pathNamesWhatWasReadLast() throws Exception {
    JsonReader in = reader("{\"a\":1,\"s/~\":[[7,8],{\"x\":\"y\"}]}");

    in.startObject();
    assertEquals("doc", in.path());
    in.readName();
    assertEquals("doc/a", in.path());
    in.readLong();
    in.readName();
    in.startArray();
    assertEquals("doc/s~1~0", in.path());
    in.startArray();
    assertEquals("doc/s~1~0/0", in.path());
    in.skip();
    in.readLong();
    assertEquals("doc/s~1~0/0/1", in.path());
    in.endArray();
    assertEquals("doc/s~1~0/0", in.path());
    in.startObject();
    in.readName();
    assertEquals("doc/s~1~0/1/x", in.path());
    assertEquals("doc/s~1~0/1/x", assertThrows(DecodingException.class, in::readLong).path());
    in.endObject();
    in.endArray();
    in.endObject();
    assertEquals("doc", in.path());
  }

  @ParameterizedTest
  @CsvSource({"'',a/0", "/,/a/0", "eat,eat/a/0"})
  void pathBeginsWithTheRoot(String root, String path) throws Exception {
    JsonReader in = JsonReader.of(utf8("{\"a\":[1]}"), DecodeOptions.STRICT, root);

    in.startObject();
    in.readName();
    in.startArray();
    in.readLong();

    assertEquals(path, in.path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e0", "1E0", "0.5", "\"1\"", "null", "[1]"})
  void integerIsDecidedByItsLexeme(String json) throws Exception {
    assertEquals(Reason.UNEXPECTED_STRUCTURE, reasonOf(json, JsonReader::readLong));
    assertEquals(Reason.UNEXPECTED_STRUCTURE, reasonOf(json, JsonReader::readInteger));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9223372036854775808", "-9223372036854775809", "100000000000000000000000"})
  void integerBeyondLongIsAnInvalidValue(String json) throws Exception {
    assertEquals(Reason.INVALID_VALUE, reasonOf(json, JsonReader::readLong));
    assertEquals(new BigInteger(json), reader(json).readInteger());
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 999_999_999_999_999_999L})
  void readsTheWholeRangeOfLong(long value) throws Exception {
    assertEquals(value, reader(Long.toString(value)).readLong());
  }

  @Test
  void keepsExactDecimals() throws Exception {
    String lexeme = "0.1000000000000000055511151231257827";

    assertEquals(new BigDecimal(lexeme), reader(lexeme).readNumber().value());
  }

  @ParameterizedTest
  @CsvSource({"[1],2,3", "'[1,2,3]',1,2", "[],1,1"})
  void arrayOfAnotherSizeIsUnexpected(String json, int min, int max) throws Exception {
    assertEquals(Reason.UNEXPECTED_STRUCTURE, reasonOf(json, in -> in.startArray(min, max)));
  }

  @Test
  void leftValuesAreUnexpected() throws Exception {
    JsonReader in = reader("[[1,2],{\"x\":1}]");
    in.startArray();
    in.startArray();
    in.readLong();

    DecodingException element = assertThrows(DecodingException.class, in::endArray);

    assertEquals(Reason.UNEXPECTED_STRUCTURE, element.reason());
    assertEquals("doc/0/1", element.path());
    in.skip();
    in.endArray();
    in.startObject();
    assertEquals("doc/1/x", assertThrows(DecodingException.class, in::endObject).path());
  }

  @Test
  void misuseIsAnIllegalState() throws Exception {
    JsonReader in = reader("{\"a\":[]}");
    assertThrows(IllegalStateException.class, in::endObject);
    assertThrows(IllegalStateException.class, in::readName);
    in.startObject();
    assertThrows(IllegalStateException.class, in::skip);
    assertThrows(IllegalStateException.class, in::endArray);
    in.readName();
    assertThrows(IllegalStateException.class, in::readName);
    assertThrows(IllegalStateException.class, in::endObject);
    in.startArray();
    assertThrows(IllegalStateException.class, in::readLong);
    assertThrows(IllegalStateException.class, in::readName);
    in.endArray();
    in.endObject();
    assertThrows(IllegalStateException.class, in::peekType);
  }

  @Test
  void aForkLooksAheadAndLeavesTheReaderWhereItIs() throws Exception {
    JsonReader in = reader("{\"a\":[1,2],\"b\":3}");
    in.startObject();
    in.readName();
    in.startArray();
    in.readLong();

    JsonReader fork = in.fork();
    assertEquals(2, fork.readLong());
    fork.endArray();
    assertEquals("b", fork.readName());
    assertEquals(3, fork.readLong());

    assertEquals("doc/a/0", in.path());
    assertEquals(2, in.readLong());
    in.endArray();
    assertEquals("b", in.readName());
    assertEquals("doc/b", fork.path());
  }

  /** Whatever the bytes are, reading returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] json = utf8(SAMPLE);
    for (int i = 0; i < 3; i++) {
      json[random.nextInt(json.length)] = (byte) random.nextInt();
    }
    try {
      JsonValue.decode(json, DecodeOptions.STRICT).encode();
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  private interface Read {
    Object from(JsonReader in) throws DecodingException;
  }

  private static Reason reasonOf(String json, Read read) throws DecodingException {
    JsonReader in = reader(json);
    DecodingException e = assertThrows(DecodingException.class, () -> read.from(in));
    assertEquals("doc", e.path());
    return e.reason();
  }
}
