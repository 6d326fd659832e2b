package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.json.JsonReader;

class CoreCodesTest {
  private static final DecodeOptions SHALLOW =
      DecodeOptions.builder().depth(3).jsonDepth(3).build();

  private static DecodingException ofCbor(String hex) {
    return assertThrows(
        DecodingException.class, () -> CborReader.of(Bytes.ofHex(hex), SHALLOW, "item"));
  }

  private static DecodingException ofJson(String json) {
    return assertThrows(
        DecodingException.class, () -> JsonReader.of(Bytes.ofUtf8(json), SHALLOW, "value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "19", "1901", "82", "8201", "4201", "5f4101", "a101", "c1", "9f01"})
  void tellsThatCborEndsTooEarly(String hex) {
    DecodingException e = ofCbor(hex);

    assertEquals(Reason.NOT_WELL_FORMED, e.reason());
    assertEquals(CoreCodes.TRUNCATED, e.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1c", "ff", "5f01ff", "f800"})
  void tellsItFromCborThatIsNone(String hex) {
    assertEquals(Reason.NOT_WELL_FORMED.name(), ofCbor(hex).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[", "[1,", "{\"a\"", "{\"a\":", "\"a", "\"\\u00", "-"})
  void tellsThatJsonEndsTooEarly(String json) {
    DecodingException e = ofJson(json);

    assertEquals(Reason.NOT_WELL_FORMED, e.reason());
    assertEquals(CoreCodes.TRUNCATED, e.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"]", "[1 2]", "{1:2}", "tru", "[01]"})
  void tellsItFromJsonThatIsNone(String json) {
    assertEquals(Reason.NOT_WELL_FORMED.name(), ofJson(json).code());
  }

  @Test
  void tellsDepthFromOtherLimits() {
    assertEquals(CoreCodes.DEPTH_LIMIT, ofCbor("8181818101").code());
    assertEquals(CoreCodes.DEPTH_LIMIT, ofJson("[[[[1]]]]").code());
    assertEquals(Reason.LIMIT_EXCEEDED, ofJson("[[[[1]]]]").reason());
    assertEquals(Reason.LIMIT_EXCEEDED.name(), ofJson("1e999999").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|ALG",
        "{\"alg\":\"None\"}|ALG",
        "{\"alg\":\"ES256\",\"crit\":[]}|CRIT",
        "{\"alg\":\"ES256\",\"crit\":[\"x\"]}|CRIT",
        "{\"alg\":\"ES256\",\"crit\":[\"alg\"]}|CRIT",
        "{\"alg\":\"ES256\",\"x5c\":[\"!\"]}|BASE64_INVALID",
        "{\"alg\":\"ES256\"}|SIGNATURE",
        "{\"alg\":\"ES256\",\"kid\":1}|UNEXPECTED_STRUCTURE",
      })
  void namesTheRuleOfTheHeader(String header, String code) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8));
    Bytes wire = Bytes.ofUtf8(encoded + ".AA.");

    DecodingException e =
        assertThrows(DecodingException.class, () -> Jws.decode(wire, DecodeOptions.STRICT));

    assertEquals(code, e.code());
  }

  @Test
  void knowsItsOwnCodesFromThoseOfModules() {
    DecodingException e = ofCbor("19");

    assertTrue(CoreCodes.isOf(e));
    assertTrue(CoreCodes.isOf(ofCbor("1c")));
    assertFalse(CoreCodes.isOf(e.withCode("OTHER")));
    assertEquals(e.path(), e.withCode("OTHER").path());
    assertEquals(e.detail(), e.withCode("OTHER").detail());
  }
}
