package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

class Utf8TextTest {
  private static final int PLACES = 20;

  /** Wherever it stands: most of a text is looked at in steps of eight bytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ff",
        "80",
        "c0af",
        "e0a0",
        "eda080",
        "f4908080", // not UTF-8
        "5c7564383030",
        "5c7564633030",
        "5c75643830305c7530303431" // lone surrogates
      })
  void rejectsAtEveryPlace(String hex) {
    for (int before = 0; before < PLACES; before++) {
      for (int behind = 0; behind < PLACES; behind++) {
        Bytes text = within(before, Bytes.ofHex(hex), behind);

        DecodingException e =
            assertThrows(DecodingException.class, () -> Utf8Text.check(text, "json"));

        assertEquals(Reason.INVALID_UTF8, e.reason());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c3a9", "e282ac", "f09f9880", "5c6e", "5c5c", "5c75643833645c7564653030"})
  void acceptsAtEveryPlace(String hex) {
    for (int before = 0; before < PLACES; before++) {
      for (int behind = 0; behind < PLACES; behind++) {
        Bytes text = within(before, Bytes.ofHex(hex), behind);

        assertDoesNotThrow(() -> Utf8Text.check(text, "json"));
      }
    }
  }

  private static Bytes within(int before, Bytes middle, int behind) {
    return Bytes.ofUtf8("x".repeat(before)).concat(middle).concat(Bytes.ofUtf8("x".repeat(behind)));
  }
}
