package org.rats4j.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.rats4j.core.Bytes;

/** Growing UTF-8 output that knows how JSON escapes (RFC 8259, section 7). */
final class JsonOutput {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[256];
  private int size;

  JsonOutput put(char ascii) {
    reserve(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  JsonOutput ascii(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  /**
   * Appends {@code text} in quotes.
   *
   * @throws IllegalArgumentException if it has a lone surrogate
   */
  JsonOutput text(String text) {
    put('"');
    int i = 0;
    while (i < text.length()) {
      int character = text.codePointAt(i);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        throw new IllegalArgumentException("lone surrogate");
      }
      reserve(6);
      character(character);
      i += Character.charCount(character);
    }
    return put('"');
  }

  private void character(int c) {
    if (c >= 0x80) {
      utf8(c);
    } else if (c == '"' || c == '\\') {
      escape(c);
    } else if (c >= 0x20) {
      bytes[size++] = (byte) c;
    } else {
      control(c);
    }
  }

  private void utf8(int c) {
    if (c < 0x800) {
      bytes[size++] = (byte) (0xc0 | c >> 6);
    } else if (c < 0x10000) {
      bytes[size++] = (byte) (0xe0 | c >> 12);
      bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
    } else {
      bytes[size++] = (byte) (0xf0 | c >> 18);
      bytes[size++] = (byte) (0x80 | c >> 12 & 0x3f);
      bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
    }
    bytes[size++] = (byte) (0x80 | c & 0x3f);
  }

  private void control(int c) {
    switch (c) {
      case '\b' -> escape('b');
      case '\t' -> escape('t');
      case '\n' -> escape('n');
      case '\f' -> escape('f');
      case '\r' -> escape('r');
      default -> {
        escape('u');
        bytes[size++] = '0';
        bytes[size++] = '0';
        bytes[size++] = HEX[c >> 4];
        bytes[size++] = HEX[c & 0xf];
      }
    }
  }

  private void escape(int c) {
    bytes[size++] = '\\';
    bytes[size++] = (byte) c;
  }

  private void reserve(int more) {
    if (more > bytes.length - size) {
      int needed = Math.addExact(size, more);
      bytes = Arrays.copyOf(bytes, Math.max(needed, size + (size >> 1)));
    }
  }

  Bytes toBytes() {
    return Bytes.copyOf(bytes, 0, size);
  }
}
