package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;

class EncodingRuleTest {

  private static void decode(Bytes cbor, EncodingRule rule) throws DecodingException {
    CborItem.decode(cbor, DecodeOptions.builder().encodingRule(rule).build());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cbor/encoding-rule.csv", delimiter = '|')
  void refusesFromARuleOn(String name, String hex, String first, String code, String offset) {
    Bytes cbor = Bytes.ofHex(hex);
    for (EncodingRule rule : EncodingRule.values()) {
      if (isKept(rule, first)) {
        assertDoesNotThrow(() -> decode(cbor, rule), rule::name);
      } else {
        DecodingException e = assertThrows(DecodingException.class, () -> decode(cbor, rule));
        assertEquals(Reason.ENCODING_RULE, e.reason());
        assertEquals(code, e.code());
        assertEquals("cbor", e.path());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cbor/encoding-rule.csv", delimiter = '|')
  void findsTheSameAsLint(String name, String hex, String first, String code, String offset)
      throws Exception {
    for (EncodingRule rule : EncodingRule.values()) {
      List<Finding> findings = EncodingLint.check(Bytes.ofHex(hex), rule, DecodeOptions.STRICT);

      if (isKept(rule, first)) {
        assertEquals(List.of(), findings);
      } else {
        assertEquals(1, findings.size());
        assertEquals(code, findings.get(0).code());
        String message = findings.get(0).message();
        assertEquals("offset " + offset, message.substring(message.indexOf("offset ")));
      }
    }
  }

  private static boolean isKept(EncodingRule rule, String first) {
    return first.equals("NONE") || rule.compareTo(EncodingRule.valueOf(first)) < 0;
  }

  @Test
  void lintGoesOnBehindTheFirstFinding() throws Exception {
    Bytes cbor = Bytes.ofHex("bf1802fa3fc0000001c24105ff");

    List<Finding> findings =
        EncodingLint.check(cbor, EncodingRule.DETERMINISTIC, DecodeOptions.STRICT);

    assertEquals(
        List.of("INDEFINITE_LENGTH", "LONG_HEAD", "LONG_FLOAT", "KEY_ORDER", "LONG_BIGNUM"),
        findings.stream().map(Finding::code).toList());
  }

  @Test
  void lintRefusesWhatIsNotValid() {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () ->
                EncodingLint.check(
                    Bytes.ofHex("a20100180101"), EncodingRule.DETERMINISTIC, DecodeOptions.STRICT));

    assertEquals(Reason.DUPLICATE_KEY, e.reason());
  }

  @Test
  void checksWellFormednessUnderEveryRule() {
    for (EncodingRule rule : EncodingRule.values()) {
      assertEquals(Reason.DUPLICATE_KEY, failure("a201000101", rule));
      assertEquals(Reason.DUPLICATE_KEY, failure("a2616100616100", rule));
      assertEquals(Reason.DUPLICATE_KEY, failure("a1a20100010000", rule));
      assertEquals(Reason.INVALID_UTF8, failure("61ff", rule));
      assertEquals(Reason.TRAILING_DATA, failure("0101", rule));
      assertEquals(Reason.NOT_WELL_FORMED, failure("81", rule));
    }
  }

  private static Reason failure(String hex, EncodingRule rule) {
    return assertThrows(DecodingException.class, () -> decode(Bytes.ofHex(hex), rule)).reason();
  }
}
