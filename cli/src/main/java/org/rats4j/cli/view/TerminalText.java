package org.rats4j.cli.view;

import java.util.Locale;
import org.rats4j.core.PrintableText;

/**
 * Makes text from a message safe for a terminal: what could move the cursor, colour the screen or
 * turn the direction of writing is escaped.
 */
public final class TerminalText {
  private TerminalText() {}

  /** Returns {@code text} on one line, with everything that does not print escaped. */
  public static String safe(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (PrintableText.prints(c) && c != '\\') {
        if (safe != null) {
          safe.appendCodePoint(c);
        }
      } else {
        if (safe == null) {
          safe = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        escape(c, safe);
      }
      i = next;
    }
    return safe == null ? text : safe.toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append(String.format(Locale.ROOT, c > 0xffff ? "\\u{%x}" : "\\u%04x", c));
    }
  }
}
