package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
}
