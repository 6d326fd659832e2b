package org.rats4j.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.internal.BytesAccess;

/**
 * Checks the tokens of a JSON text, one after the other: RFC 8259 grammar, UTF-8 (RFC 3629) and
 * whole surrogate pairs in strings. A byte order mark and other encodings are no tokens.
 */
final class JsonScanner {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final boolean[] PLAIN = plain();

  private final byte[] array;
  private final int start;
  private final int end;
  private final String path;
  private boolean escaped;

  JsonScanner(Bytes json, String path) {
    array = BytesAccess.array(json);
    start = BytesAccess.offset(json);
    end = start + json.size();
    this.path = path;
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[256];
    for (int b = 0x20; b < 0x80; b++) {
      plain[b] = b != '"' && b != '\\';
    }
    return plain;
  }

  /** Returns where the text begins. */
  int start() {
    return start;
  }

  /** Returns the byte at {@code i}; 0, which no JSON text has, behind the end. */
  int at(int i) {
    return i < end ? array[i] & 0xff : 0;
  }

  /** Returns whether {@code i} is behind the last byte. */
  boolean isEnd(int i) {
    return i >= end;
  }

  /** Returns where the white space ends that begins at {@code i}. */
  int afterSpace(int i) {
    int next = i;
    while (next < end && array[next] <= ' ' && isSpace(array[next])) {
      next++;
    }
    return next;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Skips white space and {@code c} and returns what is behind. */
  int after(char c, int i) throws DecodingException {
    int next = afterSpace(i);
    if (at(next) != c) {
      throw malformed(next);
    }
    return next + 1;
  }

  int literalEnd(int from, String text) throws DecodingException {
    for (int i = 0; i < text.length(); i++) {
      if (at(from + i) != text.charAt(i)) {
        throw malformed(from);
      }
    }
    return from + text.length();
  }

  int numberEnd(int from) throws DecodingException {
    int to = NumberGrammar.end(array, from, end);
    if (to < 0) {
      throw malformed(from);
    }
    if (to - from > NumberGrammar.LENGTH_MAX) {
      throw fail(Reason.LIMIT_EXCEEDED, "number is longer than " + NumberGrammar.LENGTH_MAX, from);
    }
    // Only what has four digits or more behind its e can be too large.
    if (to - from > 5 && !NumberGrammar.exponentIsSmall(array, from, to)) {
      throw fail(Reason.LIMIT_EXCEEDED, "exponent is beyond +-" + NumberGrammar.EXPONENT_MAX, from);
    }
    return to;
  }

  /**
   * Returns where the closing quote of a string is.
   *
   * @param from behind its opening quote
   * @param limit how many bytes it may have in UTF-8, unescaped
   */
  int stringEnd(int from, int limit) throws DecodingException {
    escaped = false;
    int i = plainEnd(from);
    while (at(i) != '"') {
      if (at(i) < 0x20) {
        throw malformed(i);
      }
      i = plainEnd(at(i) == '\\' ? afterEscape(i) : afterCharacter(i));
    }
    if (i - from > limit && (!escaped || JsonText.utf8Length(array, from, i) > limit)) {
      throw fail(Reason.LIMIT_EXCEEDED, "text is longer than " + limit + " bytes", from);
    }
    return i;
  }

  /** Returns whether the string whose end was looked for last has escapes. */
  boolean escaped() {
    return escaped;
  }

  /** Returns a hash of the first and the last bytes in {@code from..to}. */
  int hash(int from, int to) {
    int length = to - from;
    if (length < Long.BYTES) {
      int hash = length;
      for (int i = from; i < to; i++) {
        hash = 31 * hash + array[i];
      }
      return hash;
    }
    long first = (long) EIGHT_BYTES.get(array, from);
    long last = (long) EIGHT_BYTES.get(array, to - Long.BYTES);
    return Long.hashCode(31 * first + last) * 31 + length;
  }

  /** Returns where the next byte is that ends a string or needs a closer look; eight at a time. */
  private int plainEnd(int from) {
    int i = from;
    while (end - i >= Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(array, i);
      long special =
          eight | below(eight, ' ') | below(eight ^ each('"'), 1) | below(eight ^ each('\\'), 1);
      special &= each(0x80);
      if (special != 0) {
        return i + Long.numberOfTrailingZeros(special) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < end && PLAIN[array[i] & 0xff]) {
      i++;
    }
    return i;
  }

  /** Sets the top bit of the first byte that is below {@code limit}, perhaps of later ones, too. */
  private static long below(long eight, int limit) {
    return eight - each(limit) & ~eight;
  }

  private static long each(int b) {
    return b * 0x0101010101010101L;
  }

  private int afterEscape(int i) throws DecodingException {
    escaped = true;
    if (i + 1 < end && "\"\\/bfnrt".indexOf(array[i + 1]) >= 0) {
      return i + 2;
    }
    int unit = unit(i);
    if (unit < 0) {
      throw malformed(i);
    }
    if (!Character.isSurrogate((char) unit)) {
      return i + 6;
    }
    int low = unit(i + 6);
    if (low < 0 || !Character.isSurrogatePair((char) unit, (char) low)) {
      throw fail(Reason.INVALID_UTF8, "lone surrogate", i);
    }
    return i + 12;
  }

  /** Returns the UTF-16 unit that is escaped at {@code i}, or a negative number. */
  private int unit(int i) {
    return end - i >= 6 && array[i] == '\\' && array[i + 1] == 'u'
        ? JsonText.unit(array, i + 2)
        : -1;
  }

  private int afterCharacter(int i) throws DecodingException {
    int lead = array[i] & 0xff;
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

  DecodingException malformed(int i) {
    return fail(Reason.NOT_WELL_FORMED, "not JSON", i);
  }

  DecodingException fail(Reason reason, String detail, int i) {
    return DecodingException.of(reason, path, detail + " at offset " + (i - start));
  }
}
