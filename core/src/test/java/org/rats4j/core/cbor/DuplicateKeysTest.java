package org.rats4j.core.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * Sets the reader's answer on random maps, with keys of every kind in any encoding, against a set
 * of what the keys mean.
 */
class DuplicateKeysTest {
  private static final int MAPS = 400;

  @Tag("seeded")
  @RepeatedTest(50)
  void findsKeysThatStandTwiceAndNoOthers(RepetitionInfo repetition) {
    for (int i = 0; i < MAPS; i++) {
      RandomMap map = new RandomMap(repetition.getCurrentRepetition() * MAPS + i);

      byte[] cbor = map.encode();

      assertEquals(map.hasDuplicate, isRefused(cbor), () -> HexFormat.of().formatHex(cbor));
    }
  }

  private static boolean isRefused(byte[] cbor) {
    try {
      CborItem item = CborItem.decode(cbor, DecodeOptions.STRICT);
      item.encode(); // refuses a key that stands twice, too
      return false;
    } catch (DecodingException e) {
      assertEquals(Reason.DUPLICATE_KEY, e.reason(), e.getMessage());
      return true;
    }
  }

  /** A map whose encoding is made up of random choices. */
  private static final class RandomMap {
    private final Random random;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean hasDuplicate;

    RandomMap(int seed) {
      random = new Random(seed);
    }

    byte[] encode() {
      map(0);
      return out.toByteArray();
    }

    private void map(int depth) {
      int size = random.nextInt(random.nextInt(5) == 0 ? 30 : 5);
      boolean indefinite = random.nextInt(5) == 0;
      if (indefinite) {
        out.write(0xbf);
      } else {
        head(5, size);
      }
      Set<String> meanings = new HashSet<>();
      for (int i = 0; i < size; i++) {
        hasDuplicate |= !meanings.add(item(0));
        if (depth < 4 && random.nextInt(3) == 0) {
          map(depth + 1);
        } else {
          item(1);
        }
      }
      if (indefinite) {
        out.write(0xff);
      }
    }

    /** Writes an item and returns what it means, whatever its encoding. */
    private String item(int depth) {
      switch (random.nextInt(depth > 2 ? 4 : 6)) {
        case 0:
          return integer(0, "");
        case 1:
          return integer(1, "-");
        case 2:
          return text();
        case 3:
          int length = random.nextInt(2);
          head(2, length);
          int content = length == 0 ? -1 : random.nextInt(3);
          if (length > 0) {
            out.write(content);
          }
          return "h'" + content + "'";
        case 4:
          int tag = 6 + random.nextInt(34);
          head(6, tag);
          return tag + "(" + item(depth + 1) + ")";
        default:
          return array(depth);
      }
    }

    private String integer(int major, String sign) {
      int argument = random.nextInt(random.nextBoolean() ? 8 : 300);
      head(major, argument);
      return sign + argument;
    }

    private String text() {
      int letter = 'a' + random.nextInt(6);
      if (random.nextInt(6) == 0) {
        out.write(0x7f);
        head(3, 1);
        out.write(letter);
        out.write(0xff);
      } else {
        head(3, 1);
        out.write(letter);
      }
      return "text " + letter;
    }

    private String array(int depth) {
      int size = random.nextInt(3);
      head(4, size);
      StringBuilder meaning = new StringBuilder("[");
      for (int i = 0; i < size; i++) {
        meaning.append(item(depth + 1)).append(',');
      }
      return meaning.append(']').toString();
    }

    /** Writes a head, now and then a longer one than needed. */
    private void head(int major, int argument) {
      int width = argument < 24 ? 0 : argument < 256 ? 1 : 2;
      if (random.nextInt(4) == 0) {
        width = Math.max(width, random.nextInt(4));
      }
      out.write(major << 5 | (width == 0 ? argument : 23 + width));
      int bytes = width == 0 ? 0 : 1 << (width - 1);
      for (int i = bytes - 1; i >= 0; i--) {
        out.write(i < 4 ? argument >>> (8 * i) : 0);
      }
    }
  }
}
