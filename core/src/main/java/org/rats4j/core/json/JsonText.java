package org.rats4j.core.json;

import java.nio.charset.StandardCharsets;

/** The content of strings that were checked, in UTF-8 and perhaps with escapes. */
final class JsonText {
  private JsonText() {}

  /** Returns the text in {@code from..to}, unescaped. */
  static String of(byte[] array, int from, int to, boolean escaped) {
    if (!escaped) {
      return new String(array, from, to - from, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder(to - from);
    int plain = from;
    int i = from;
    while (i < to) {
      if (array[i] != '\\') {
        i++;
        continue;
      }
      text.append(new String(array, plain, i - plain, StandardCharsets.UTF_8));
      text.append(unescaped(array, i));
      i += escapeLength(array, i);
      plain = i;
    }
    return text.append(new String(array, plain, to - plain, StandardCharsets.UTF_8)).toString();
  }

  /** Returns how many bytes the text in {@code from..to} has in UTF-8 when it is unescaped. */
  static int utf8Length(byte[] array, int from, int to) {
    int length = to - from;
    for (int i = from; i < to; i++) {
      if (array[i] == '\\') {
        char c = unescaped(array, i);
        int escape = escapeLength(array, i);
        length += utf8Length(c) - escape;
        i += escape - 1;
      }
    }
    return length;
  }

  /** Each half of a surrogate pair counts for two of its four bytes. */
  private static int utf8Length(char c) {
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  private static int escapeLength(byte[] array, int i) {
    return array[i + 1] == 'u' ? 6 : 2;
  }

  private static char unescaped(byte[] array, int i) {
    return switch (array[i + 1]) {
      case 'u' -> (char) unit(array, i + 2);
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) array[i + 1];
    };
  }

  /** Returns the number that four hexadecimal digits make, or a negative one if they are none. */
  static int unit(byte[] array, int i) {
    return digit(array[i]) << 12
        | digit(array[i + 1]) << 8
        | digit(array[i + 2]) << 4
        | digit(array[i + 3]);
  }

  private static int digit(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int letter = b | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }
}
