package org.rats4j.core.cbor;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/** Reads text and byte strings of diagnostic notation. */
final class DiagnosticStrings {
  private final DiagnosticScanner in;

  DiagnosticStrings(DiagnosticScanner in) {
    this.in = in;
  }

  /** Reads a string, or returns null if none begins here. */
  @Nullable CborItem tryRead() throws DecodingException {
    if (in.take("\"")) {
      return new CborText(quoted('"'));
    }
    if (in.take("'")) {
      return new CborBytes(Bytes.ofUtf8(quoted('\'')));
    }
    if (in.take("h'")) {
      return new CborBytes(hex());
    }
    if (in.take("b64'")) {
      return new CborBytes(base64());
    }
    return null;
  }

  private Bytes hex() throws DecodingException {
    String digits = digits();
    if (digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw in.notWellFormed("no pairs of hexadecimal digits");
    }
    return Bytes.ofHex(digits);
  }

  private Bytes base64() throws DecodingException {
    String digits = digits().replace('-', '+').replace('_', '/');
    try {
      return Bytes.copyOf(Base64.getDecoder().decode(digits));
    } catch (IllegalArgumentException e) {
      throw in.notWellFormed("no base64");
    }
  }

  /** Returns what stands up to the closing quote, without space. */
  private String digits() throws DecodingException {
    StringBuilder digits = new StringBuilder();
    for (char c = in.next(); c != '\''; c = in.next()) {
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  private String quoted(char quote) throws DecodingException {
    StringBuilder text = new StringBuilder();
    for (char c = in.next(); c != quote; c = in.next()) {
      if (c == '\\') {
        escape(text);
      } else if (c < ' ' && c != '\n' && c != '\r') {
        throw in.notWellFormed("control character in a string");
      } else {
        text.append(c);
      }
    }
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw in.fail(Reason.INVALID_UTF8, "lone surrogate in a string");
      }
      i += Character.charCount(c) - 1;
    }
    return text.toString();
  }

  private void escape(StringBuilder text) throws DecodingException {
    char c = in.next();
    switch (c) {
      case '"':
      case '\'':
      case '\\':
      case '/':
        text.append(c);
        break;
      case 'b':
        text.append('\b');
        break;
      case 'f':
        text.append('\f');
        break;
      case 'n':
        text.append('\n');
        break;
      case 'r':
        text.append('\r');
        break;
      case 't':
        text.append('\t');
        break;
      case 'u':
        text.appendCodePoint(codePoint());
        break;
      default:
        throw in.notWellFormed("unknown escape");
    }
  }

  /** Reads four digits, or any number of them in braces. */
  private int codePoint() throws DecodingException {
    if (!in.take("{")) {
      int value = 0;
      for (int i = 0; i < 4; i++) {
        value = value << 4 | digit(in.next());
      }
      return value;
    }
    int value = 0;
    for (char c = in.next(); c != '}'; c = in.next()) {
      value = value << 4 | digit(c);
      if (value > Character.MAX_CODE_POINT) {
        throw in.notWellFormed("no character of Unicode");
      }
    }
    return value;
  }

  private int digit(char c) throws DecodingException {
    if (!HexFormat.isHexDigit(c)) {
      throw in.notWellFormed("no hexadecimal digit");
    }
    return HexFormat.fromHexDigit(c);
  }
}
