package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;

class Base64UrlTest {
  private static final DecodeOptions LENIENT =
      DecodeOptions.builder()
          .allow(
              Leniency.BASE64_PADDED,
              Leniency.BASE64_STANDARD_ALPHABET,
              Leniency.BASE64_TRAILING_BITS)
          .build();

  @Test
  void decodesTextsOfEveryLengthAndRefusesWhatDeviates() throws Exception {
    for (int size = 1; size < 200; size++) {
      Bytes bytes = Bytes.copyOf(new byte[size - 1]).concat(Bytes.of(0xfb));
      String text = Base64Url.encode(bytes);

      assertEquals(bytes, Base64Url.decode(text, "x"));
      String last = text.substring(0, text.length() - 1);
      refuses(text + "=");
      refuses(text + "A".repeat((5 - text.length() % 4) % 4));
      refuses(last + "/");
      refuses(last + "\u012d");
      if (size % 3 != 0) {
        refuses(last + "_"); // bits behind the last byte
      }
    }
  }

  private static void refuses(String text) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> Base64Url.decode(text, "x"), text);

    assertEquals(Reason.NOT_WELL_FORMED, e.reason());
  }

  @Tag("seeded")
  @RepeatedTest(100)
  void decodesWhatItEncodes(RepetitionInfo repetition) throws Exception {
    byte[] bytes = new byte[repetition.getCurrentRepetition() - 1];
    new Random(bytes.length).nextBytes(bytes);
    Bytes value = Bytes.copyOf(bytes);

    assertEquals(value, Base64Url.decode(Base64Url.encode(value), "doc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Y",
        "YWJjY",
        "Y!Q",
        "YQ ",
        " YQ",
        "Y Q",
        "YQ\n",
        "YQ\u0000",
        "YQ\u0100",
        "=",
        "==",
        "YQ=",
        "YQ===",
        "Y===",
        "YWJj=",
        "YWJj==",
        "YWJj====",
        "Y=Q=",
        "YWJ==",
        "YQ==YQ",
        "-_+/",
        "+-aa",
        "YW\u00e9",
        "YQ==\n"
      })
  void rejectsEvenWithEveryLeniency(String text) {
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> Base64Url.decode(text, "doc/x", new Findings(LENIENT)));

    assertEquals(Reason.NOT_WELL_FORMED, e.reason());
    assertEquals(CoreCodes.BASE64_INVALID, e.code());
    assertEquals("doc/x", e.path());
  }

  @ParameterizedTest
  @CsvSource({
    "YQ==,61,BASE64_PADDED",
    "YWI=,6162,BASE64_PADDED",
    "+/+/,fbffbf,BASE64_STANDARD_ALPHABET",
    "YR,61,BASE64_TRAILING_BITS",
    "YWI,6162,",
    "YWK,6162,BASE64_TRAILING_BITS",
    "YR==,61,BASE64_PADDED BASE64_TRAILING_BITS",
    "+x==,fb,BASE64_PADDED BASE64_STANDARD_ALPHABET BASE64_TRAILING_BITS",
    "YWL=,6162,BASE64_PADDED BASE64_TRAILING_BITS",
  })
  void reportsEveryLeniencyThatItUses(String text, String hex, String codes) throws Exception {
    Findings findings = new Findings(LENIENT);
    List<String> expected = codes == null ? List.of() : Arrays.asList(codes.split(" "));

    Bytes value = Base64Url.decode(text, "doc", findings);

    assertEquals(Bytes.ofHex(hex), value);
    assertEquals(expected, findings.toList().stream().map(Finding::code).toList());
    if (!expected.isEmpty()) {
      DecodingException e =
          assertThrows(DecodingException.class, () -> Base64Url.decode(text, "doc"));
      assertEquals(Reason.NOT_WELL_FORMED, e.reason());
      assertEquals(expected.get(0), e.code());
    }
  }

  /** Long texts take another way, which has to come to the same end. */
  @Tag("seeded")
  @RepeatedTest(500)
  void judgesALongTextLikeAShortOne(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String characters = "AQgwz059-_-_+/= \u00e9\u0141";
    StringBuilder tail = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      int plain = random.nextInt(3);
      tail.append(characters.charAt(random.nextInt(plain > 0 ? 10 : characters.length())));
    }
    String prefix = "AAAA".repeat(16);

    String expected = outcome(tail.toString());
    String actual = outcome(prefix + tail);

    String zeros = "00".repeat(48);
    assertEquals(expected.startsWith("!") ? expected : zeros + expected, actual, tail.toString());
  }

  /** Returns the value and the findings, or the code behind an exclamation mark. */
  private static String outcome(String text) {
    Findings findings = new Findings(LENIENT);
    try {
      Bytes value = Base64Url.decode(text, "doc", findings);
      return value.toHex() + findings.toList().stream().map(Finding::code).toList();
    } catch (DecodingException e) {
      return "!" + e.code();
    }
  }
}
