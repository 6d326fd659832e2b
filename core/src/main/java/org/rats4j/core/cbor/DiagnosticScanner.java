package org.rats4j.core.cbor;

import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/** Looks at a text in diagnostic notation, character by character. */
final class DiagnosticScanner {
  /** What {@link #peek} returns behind the last character. */
  static final int END = -1;

  private static final String PATH = "edn";

  private final String text;
  private int pos;

  DiagnosticScanner(String text) {
    this.text = text;
  }

  int position() {
    return pos;
  }

  /** Returns the next character, or {@link #END}. */
  int peek() {
    return peek(0);
  }

  private int peek(int ahead) {
    return pos + ahead < text.length() ? text.charAt(pos + ahead) : END;
  }

  /** Returns the next character and moves behind it. */
  char next() throws DecodingException {
    if (pos == text.length()) {
      throw notWellFormed("text ends too early");
    }
    return text.charAt(pos++);
  }

  /** Moves behind {@code word} and returns true if it comes next. */
  boolean take(String word) {
    if (!text.startsWith(word, pos)) {
      return false;
    }
    pos += word.length();
    return true;
  }

  void expect(char expected) throws DecodingException {
    if (peek() != expected) {
      throw notWellFormed("'" + expected + "' expected");
    }
    pos++;
  }

  /** Returns the longest run from here of letters, digits and the signs of numbers. */
  String word() {
    int start = pos;
    while (isWordPart(peek())) {
      pos++;
    }
    return text.substring(start, pos);
  }

  private boolean isWordPart(int c) {
    if (c == '+' || c == '-') {
      // A sign begins a number or its decimal exponent.
      int before = pos > 0 ? text.charAt(pos - 1) : END;
      return !isLetterOrDigit(before) || before == 'e' || before == 'E';
    }
    return isLetterOrDigit(c) || c == '.';
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Moves behind an encoding indicator: trees do not know how an item is encoded. */
  void skipEncodingIndicator() {
    if (peek() != '_') {
      return;
    }
    pos++;
    int c = peek();
    if (c >= '0' && c <= '7' || c == 'i') {
      pos++;
    }
  }

  /** Moves behind white space and comments. */
  void skipSpace() throws DecodingException {
    while (true) {
      int c = peek();
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        pos++;
      } else if (c == '#' || (c == '/' && peek(1) == '/')) {
        skipLine();
      } else if (take("/*")) {
        skipBehind("*/");
      } else if (take("/")) {
        skipBehind("/");
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    int end = text.indexOf('\n', pos);
    pos = end < 0 ? text.length() : end + 1;
  }

  private void skipBehind(String mark) throws DecodingException {
    int end = text.indexOf(mark, pos);
    if (end < 0) {
      throw notWellFormed("comment does not end");
    }
    pos = end + mark.length();
  }

  DecodingException notWellFormed(String detail) {
    return fail(Reason.NOT_WELL_FORMED, detail);
  }

  DecodingException fail(Reason reason, String detail) {
    return DecodingException.of(reason, PATH, detail + " at offset " + pos);
  }
}
