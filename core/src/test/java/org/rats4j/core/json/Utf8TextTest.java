package org.rats4j.core.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5c7530303030", // NUL as an escape
        "5cc3a9", // what no escape is, the parser says
        "5c7564387a7a",
        "7564383030",
      })
  void leavesToTheParserWhatIsNotOfCharacters(String hex) {
    acceptsAtEveryPlace(hex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5c75643830305c7530303030",
        "5c7564383030787564633030",
        "5c75643830305c78646330300000",
        "5c75643830305c7564637a7a",
      })
  void rejectsHalvesOfPairsAtEveryPlace(String hex) {
    rejectsAtEveryPlace(hex);
  }

  @Test
  void agreesWithTheJdkOnEverySequence() {
    byte[][] tails = {{}, {-128}, {-65}, {127}, {-64}, {-128, -128}, {-65, -65}, {-128, -64}};
    for (int lead = 0x80; lead < 0x100; lead++) {
      for (int second = 0; second < 0x100; second++) {
        if (second != '\\') {
          for (byte[] tail : tails) {
            Bytes text =
                Bytes.ofUtf8("text").concat(Bytes.of(lead, second)).concat(Bytes.copyOf(tail));
            assertEquals(isUtf8ForTheJdk(text), isUtf8(text), text::toHex);
          }
        }
      }
    }
  }

  private static boolean isUtf8(Bytes text) {
    try {
      Utf8Text.check(text, "json");
      return true;
    } catch (DecodingException e) {
      return false;
    }
  }

  private static boolean isUtf8ForTheJdk(Bytes text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.toByteArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff})
  void countsBytes(int codePoint) {
    String text = Character.toString(codePoint).repeat(5);
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;

    assertTrue(Utf8Text.isLonger(text, bytes - 1));
    assertFalse(Utf8Text.isLonger(text, bytes));
    assertFalse(Utf8Text.isLonger(text, 3 * text.length()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x20, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff})
  void writesWhatTheJdkWrites(int codePoint) {
    for (int count : new int[] {1, 2, 7, 100, 10_000}) {
      String text = Character.toString(codePoint).repeat(count);

      assertEquals(Bytes.ofUtf8("\"" + text + "\""), new JsonWriter().writeText(text).toBytes());
    }
  }

  private static Bytes within(int before, Bytes middle, int behind) {
    return Bytes.ofUtf8("x".repeat(before)).concat(middle).concat(Bytes.ofUtf8("x".repeat(behind)));
  }
}
