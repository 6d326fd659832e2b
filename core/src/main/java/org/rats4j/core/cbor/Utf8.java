package org.rats4j.core.cbor;

/** Checks UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF. */
final class Utf8 {
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  static boolean isValid(byte[] buf, int from, int to) {
    return isAscii(buf, from, to) || isValidUnicode(buf, from, to);
  }

  /** Looks at eight bytes at a time; may say no where only a look at each byte could tell. */
  static boolean isAscii(byte[] buf, int from, int to) {
    int length = to - from;
    int last = to - Long.BYTES;
    if (last < 0) {
      return false;
    }
    long tail = Head.uint64(buf, last) & HIGH_BITS;
    if (length < Long.BYTES) {
      return (tail & (1L << (Byte.SIZE * length)) - 1) == 0;
    }
    for (int pos = from; pos < last; pos += Long.BYTES) {
      tail |= Head.uint64(buf, pos) & HIGH_BITS;
    }
    return tail == 0;
  }

  private static boolean isValidUnicode(byte[] buf, int from, int to) {
    int pos = from;
    while (pos < to) {
      if (buf[pos] >= 0) {
        pos++;
      } else {
        pos = behindSequence(buf, pos, to);
        if (pos < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns the offset behind the sequence of two to four bytes at {@code at}, or -1. */
  private static int behindSequence(byte[] buf, int at, int to) {
    int lead = buf[at] & 0xff;
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead < 0xc2 || lead > 0xf4 || length > to - at) {
      return -1;
    }
    int second = buf[at + 1] & 0xff;
    // The second byte alone decides on overlong forms, surrogates and the end of the code space.
    int min = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int max = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < min || second > max) {
      return -1;
    }
    for (int i = 2; i < length; i++) {
      if ((buf[at + i] & 0xc0) != 0x80) {
        return -1;
      }
    }
    return at + length;
  }
}
