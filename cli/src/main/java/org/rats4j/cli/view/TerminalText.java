package org.rats4j.cli.view;

import java.util.Locale;

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
      if (prints(c) && c != '\\') {
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

  /** Returns {@code json} with everything that does not print as JSON escape. */
  static String safeJson(String json) {
    StringBuilder safe = null;
    for (int i = 0; i < json.length(); ) {
      int c = json.codePointAt(i);
      int next = i + Character.charCount(c);
      if (prints(c)) {
        if (safe != null) {
          safe.appendCodePoint(c);
        }
      } else {
        if (safe == null) {
          safe = new StringBuilder(json.length() + 16).append(json, 0, i);
        }
        for (int j = i; j < next; j++) {
          safe.append(String.format(Locale.ROOT, "\\u%04x", (int) json.charAt(j)));
        }
      }
      i = next;
    }
    return safe == null ? json : safe.toString();
  }

  private static boolean prints(int c) {
    if (c >= 0x20 && c < 0x7f) {
      return true;
    }
    return switch (Character.getType(c)) {
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
