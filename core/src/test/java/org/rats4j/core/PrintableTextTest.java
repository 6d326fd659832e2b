package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a b\\c~", "\u00e9\u6c34\u0301", "\ud83d\ude00"})
  void leavesWhatPrints(String text) {
    assertSame(text, PrintableText.of(text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "line feed, 10, \\u000a",
    "escape, 27, \\u001b",
    "delete, 127, \\u007f",
    "control beyond ASCII, 155, \\u009b",
    "soft hyphen, 173, \\u00ad",
    "right to left, 8238, \\u202e",
    "line separator, 8232, \\u2028",
    "paragraph separator, 8233, \\u2029",
    "half of a pair, 55357, \\ud83d",
    "private use, 57344, \\ue000",
    "tag of a language, 917537, \\udb40\\udc21",
  })
  void escapesWhatDoesNotPrint(String name, int codePoint, String escaped) {
    String text = "a" + Character.toString(codePoint) + "\u6c34\\b";

    assertEquals("a" + escaped + "\u6c34\\b", PrintableText.of(text));
  }
}
