package org.rats4j.core.json;

/** The numbers of RFC 8259, section 6, and the bounds that keep them cheap. */
final class NumberGrammar {
  /** Longer ones cost more than linear time once somebody calculates with them. */
  static final int LENGTH_MAX = 1000;

  static final int EXPONENT_MAX = 1000;

  private NumberGrammar() {}

  /** Returns where the number that begins at {@code from} ends, or -1 if there is none. */
  static int end(byte[] text, int from, int to) {
    int start = from < to && text[from] == '-' ? from + 1 : from;
    int i = digits(text, start, to);
    if (i == start || text[start] == '0' && i > start + 1) {
      return -1;
    }
    if (i == to || text[i] != '.' && (text[i] | 0x20) != 'e') {
      return i;
    }
    return fractionEnd(text, i, to);
  }

  private static int fractionEnd(byte[] text, int from, int to) {
    int i = from;
    if (text[i] == '.') {
      i = digits(text, i + 1, to);
      if (i == from + 1) {
        return -1;
      }
    }
    return i < to && (text[i] | 0x20) == 'e' ? exponentEnd(text, i + 1, to) : i;
  }

  private static int exponentEnd(byte[] text, int from, int to) {
    boolean signed = from < to && (text[from] == '+' || text[from] == '-');
    int start = signed ? from + 1 : from;
    int end = digits(text, start, to);
    return end == start ? -1 : end;
  }

  private static int digits(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    return i;
  }

  /** Returns whether a number has neither fraction nor exponent. */
  static boolean isInteger(byte[] text, int from, int to) {
    return digits(text, text[from] == '-' ? from + 1 : from, to) == to;
  }

  /** Returns whether the exponent of a number, if any, is in -1000..1000. */
  static boolean exponentIsSmall(byte[] text, int from, int to) {
    int i = from;
    while (i < to && (text[i] | 0x20) != 'e') {
      i++;
    }
    int exponent = 0;
    for (i++; i < to; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        exponent = 10 * exponent + (text[i] - '0');
        if (exponent > EXPONENT_MAX) {
          return false;
        }
      }
    }
    return true;
  }
}
