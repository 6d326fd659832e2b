package org.rats4j.core;

import java.util.Locale;

/**
 * Text of a message that people get to see: nothing in it begins a line of a log, moves the cursor
 * of a terminal, or turns the direction of writing.
 */
public final class PrintableText {
  private PrintableText() {}

  /**
   * Returns {@code text} with each character that does not print as {@code \}{@code uXXXX}, two of
   * them where it is beyond the basic plane. What prints stays, a backslash too.
   */
  public static String of(String text) {
    StringBuilder printable = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!prints(c)) {
        if (printable == null) {
          printable = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        for (int j = i; j < next; j++) {
          printable.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(j)));
        }
      } else if (printable != null) {
        printable.appendCodePoint(c);
      }
      i = next;
    }
    return printable == null ? text : printable.toString();
  }

  /**
   * Returns whether a code point prints: it is no control or format character, separates no lines
   * or paragraphs, is no half of a pair, and has a meaning that all share.
   */
  public static boolean prints(int codePoint) {
    if (codePoint >= 0x20 && codePoint < 0x7f) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
