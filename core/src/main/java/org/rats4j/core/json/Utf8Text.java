package org.rats4j.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.internal.BytesAccess;

/**
 * Checks that bytes are UTF-8 (RFC 3629) whose JSON escapes make no lone surrogate, before a parser
 * sees them: a parser would guess another encoding from the first bytes, or replace what is wrong.
 */
final class Utf8Text {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long BACKSLASHES = '\\' * ONES;

  private final byte[] array;
  private final int start;
  private final int end;
  private final String path;

  private Utf8Text(Bytes bytes, String path) {
    array = BytesAccess.array(bytes);
    start = BytesAccess.offset(bytes);
    end = start + bytes.size();
    this.path = path;
  }

  /**
   * Checks {@code json}.
   *
   * @throws DecodingException with NOT_WELL_FORMED if it begins like UTF-16, UTF-32 or with a byte
   *     order mark, with INVALID_UTF8 if it is not UTF-8 or has a lone surrogate
   */
  static void check(Bytes json, String path) throws DecodingException {
    Utf8Text text = new Utf8Text(json, path);
    text.checkEncoding();
    text.checkCharacters();
  }

  /** Returns whether {@code text} needs more than {@code limit} bytes in UTF-8. */
  static boolean isLonger(String text, int limit) {
    if (text.length() <= limit / 3) {
      return false;
    }
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // Each half of a surrogate pair counts for two of its four bytes.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes > limit;
  }

  private void checkEncoding() throws DecodingException {
    int first = at(start) << 8 | at(start + 1);
    boolean mark = first == 0xfeff || first == 0xfffe || first == 0xefbb && at(start + 2) == 0xbf;
    if (mark) {
      throw fail(Reason.NOT_WELL_FORMED, "byte order mark", start);
    }
    // JSON has no NUL: where one of the first four bytes is 0, this is UTF-16 or UTF-32.
    for (int i = start; i < Math.min(start + 4, end); i++) {
      if (array[i] == 0) {
        throw fail(Reason.NOT_WELL_FORMED, "NUL", i);
      }
    }
  }

  /** Returns the byte at {@code i}; 0 behind the end, which is no part of a character. */
  private int at(int i) {
    return i < end ? array[i] & 0xff : 0;
  }

  private void checkCharacters() throws DecodingException {
    int i = start;
    while (i < end) {
      if (end - i >= Long.BYTES && isPlain((long) EIGHT_BYTES.get(array, i))) {
        i += Long.BYTES;
        continue;
      }
      byte b = array[i];
      if (b == '\\') {
        i = afterEscape(i);
      } else if (b >= 0) {
        i++;
      } else {
        i = afterCharacter(i);
      }
    }
  }

  /** Returns whether eight bytes are ASCII without backslash, as almost all are. */
  private static boolean isPlain(long eight) {
    long difference = eight ^ BACKSLASHES;
    // The high bit of each byte that is 0 in the difference, or 0x80 and above in the input.
    return ((difference - ONES & ~difference | eight) & HIGH_BITS) == 0;
  }

  private int afterCharacter(int i) throws DecodingException {
    int lead = at(i);
    int second = at(i + 1);
    if (lead >= 0xc2 && lead <= 0xdf && isContinuation(second)) {
      return i + 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      int low = lead == 0xe0 ? 0xa0 : 0x80;
      int high = lead == 0xed ? 0x9f : 0xbf;
      if (second >= low && second <= high && isContinuation(at(i + 2))) {
        return i + 3;
      }
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      int low = lead == 0xf0 ? 0x90 : 0x80;
      int high = lead == 0xf4 ? 0x8f : 0xbf;
      boolean tail = isContinuation(at(i + 2)) && isContinuation(at(i + 3));
      if (second >= low && second <= high && tail) {
        return i + 4;
      }
    }
    throw fail(Reason.INVALID_UTF8, "not UTF-8", i);
  }

  private static boolean isContinuation(int b) {
    return (b & 0xc0) == 0x80;
  }

  /** What is no escape at all is left to the parser; here only surrogates matter. */
  private int afterEscape(int i) throws DecodingException {
    int unit = escapedUnit(i);
    if (unit < 0) {
      return at(i + 1) < 0x80 ? i + 2 : i + 1;
    }
    if (!Character.isSurrogate((char) unit)) {
      return i + 6;
    }
    int next = escapedUnit(i + 6);
    if (next < 0 || !Character.isSurrogatePair((char) unit, (char) next)) {
      throw fail(Reason.INVALID_UTF8, "lone surrogate", i);
    }
    return i + 12;
  }

  /** Returns the UTF-16 unit that is escaped at {@code i}, or -1. */
  private int escapedUnit(int i) {
    if (at(i) != '\\' || at(i + 1) != 'u') {
      return -1;
    }
    int unit = 0;
    for (int k = i + 2; k < i + 6; k++) {
      int digit = Character.digit(at(k), 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private DecodingException fail(Reason reason, String detail, int i) {
    return DecodingException.of(reason, path, detail + " at offset " + (i - start));
  }
}
