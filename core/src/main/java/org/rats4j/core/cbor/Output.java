package org.rats4j.core.cbor;

import java.util.Arrays;

/** A growing array with the primitives of CBOR. */
final class Output {
  private static final int HEAD_MAX = 9;

  byte[] buf = new byte[128];
  int size;

  /** Makes room for {@code more} bytes. */
  void reserve(int more) {
    if (buf.length - size < more) {
      int needed = Math.addExact(size, more);
      buf = Arrays.copyOf(buf, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * size)));
    }
  }

  /** Writes the shortest head of {@code argument}, which is unsigned. */
  void head(int major, long argument) {
    reserve(HEAD_MAX);
    size = putHead(size, major, argument);
  }

  /** Puts the shortest head at {@code at} and returns the offset behind it. */
  int putHead(int at, int major, long argument) {
    int high = major << 5;
    if (argument >= 0 && argument < 24) {
      buf[at] = (byte) (high | (int) argument);
      return at + 1;
    }
    switch (headLength(argument)) {
      case 2:
        buf[at] = (byte) (high | 24);
        buf[at + 1] = (byte) argument;
        return at + 2;
      case 3:
        buf[at] = (byte) (high | 25);
        Head.putUint16(buf, at + 1, (int) argument);
        return at + 3;
      case 5:
        buf[at] = (byte) (high | 26);
        Head.putUint32(buf, at + 1, (int) argument);
        return at + 5;
      default:
        buf[at] = (byte) (high | 27);
        Head.putUint64(buf, at + 1, argument);
        return at + HEAD_MAX;
    }
  }

  static int headLength(long argument) {
    if (argument < 0 || argument > 0xffffffffL) {
      return HEAD_MAX;
    }
    if (argument < 24) {
      return 1;
    }
    if (argument > 0xffff) {
      return 5;
    }
    return argument > 0xff ? 3 : 2;
  }

  void copy(byte[] array, int offset, int length) {
    reserve(length);
    System.arraycopy(array, offset, buf, size, length);
    size += length;
  }

  /** Writes a text string with its head. */
  void text(String text) {
    int length = text.length();
    int start = size;
    reserve(Math.addExact(HEAD_MAX, length));
    size = putHead(size, Head.TEXT, length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = start;
        unicode(text);
        return;
      }
      buf[size++] = (byte) c;
    }
  }

  private void unicode(String text) {
    int length = utf8Length(text);
    reserve(Math.addExact(HEAD_MAX, length));
    size = putHead(size, Head.TEXT, length);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        buf[size++] = (byte) c;
      } else if (c < 0x800) {
        buf[size++] = (byte) (0xc0 | c >> 6);
        continuation(c, 0);
      } else if (c < 0x10000) {
        buf[size++] = (byte) (0xe0 | c >> 12);
        continuation(c, 6);
      } else {
        buf[size++] = (byte) (0xf0 | c >> 18);
        continuation(c, 12);
      }
    }
  }

  private void continuation(int c, int highestShift) {
    for (int shift = highestShift; shift >= 0; shift -= 6) {
      buf[size++] = (byte) (0x80 | c >> shift & 0x3f);
    }
  }

  private static int utf8Length(String text) {
    long length = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new IllegalArgumentException("text has a lone surrogate");
      }
      length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      i += Character.charCount(c);
    }
    return Math.toIntExact(length);
  }

  /** Writes a float in the shortest form that keeps its value. */
  void shortestFloat(double value) {
    reserve(HEAD_MAX);
    float single = (float) value;
    int half = Double.isNaN(value) ? Floats.NAN : single == value ? Floats.toHalf(single) : -1;
    if (half != Floats.NO_HALF) {
      buf[size] = (byte) (Head.SIMPLE << 5 | Floats.HALF);
      Head.putUint16(buf, size + 1, half);
      size += 3;
    } else if (single == value) {
      buf[size] = (byte) (Head.SIMPLE << 5 | Floats.SINGLE);
      Head.putUint32(buf, size + 1, Float.floatToRawIntBits(single));
      size += 5;
    } else {
      buf[size] = (byte) (Head.SIMPLE << 5 | Floats.DOUBLE);
      Head.putUint64(buf, size + 1, Double.doubleToRawLongBits(value));
      size += HEAD_MAX;
    }
  }
}
