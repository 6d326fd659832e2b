package org.rats4j.core;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The grammar of a Content-Type-Spec (RFC 9193, section 2), without content coding. */
final class MediaTypeParser {
  private static final int NAME_MAX = 127;
  private static final String NAME_MARKS = "!#$&-^_.+";
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private final String text;
  private int position;

  MediaTypeParser(String text) {
    this.text = text;
  }

  MediaType parse() {
    restrictedName();
    expect('/');
    restrictedName();
    String name = text.substring(0, position);
    Map<String, String> parameters = new HashMap<>();
    while (position < text.length()) {
      skipSpaces();
      expect(';');
      skipSpaces();
      String parameter = token().toLowerCase(Locale.ROOT);
      expect('=');
      String value = peek() == '"' ? quotedString() : token();
      if (parameters.put(parameter, value) != null) {
        throw new IllegalArgumentException("media type has a parameter twice");
      }
    }
    return new MediaType(text, name, parameters);
  }

  static boolean isTokenCharacter(char c) {
    return isAlphanumeric(c) || TOKEN_MARKS.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private void restrictedName() {
    int start = position;
    while (isAlphanumeric(peek()) || position > start && NAME_MARKS.indexOf(peek()) >= 0) {
      position++;
    }
    if (position == start || position - start > NAME_MAX) {
      throw fail();
    }
  }

  private String token() {
    int start = position;
    while (isTokenCharacter(peek())) {
      position++;
    }
    if (position == start) {
      throw fail();
    }
    return text.substring(start, position);
  }

  private String quotedString() {
    StringBuilder value = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      if (peek() == '\\') {
        position++;
      }
      if (peek() < ' ' || peek() > '~') {
        throw fail();
      }
      value.append(peek());
      position++;
    }
    expect('"');
    return value.toString();
  }

  private void skipSpaces() {
    while (peek() == ' ') {
      position++;
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw fail();
    }
    position++;
  }

  /** Returns the next character; NUL, which the grammar does not have, at the end. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : 0;
  }

  private IllegalArgumentException fail() {
    return new IllegalArgumentException("not a media type at position " + position);
  }
}
