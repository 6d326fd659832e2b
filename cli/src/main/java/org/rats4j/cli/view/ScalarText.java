package org.rats4j.cli.view;

import org.rats4j.core.Bytes;

/**
 * Says a value that has no parts in the notation of EDN; what is long is cut off.
 *
 * @param bytes how many bytes of a byte string are shown
 * @param characters how many characters of a text are shown
 */
public record ScalarText(int bytes, int characters) {

  /**
   * Returns what {@code view} says, control characters included.
   *
   * @throws IllegalArgumentException if it has parts, or a remark
   */
  public String of(View view) {
    if (view instanceof View.Text text) {
      return '"' + shortened(text.value()) + '"';
    } else if (view instanceof View.Numeral number) {
      return number.lexeme();
    } else if (view instanceof View.Flag flag) {
      return Boolean.toString(flag.value());
    } else if (view instanceof View.Binary binary) {
      return shortened(binary.value());
    } else if (view instanceof View.Symbol symbol) {
      return symbol.name();
    } else if (view instanceof View.Nothing) {
      return "null";
    }
    throw new IllegalArgumentException("value has parts or a remark");
  }

  private String shortened(String text) {
    return text.length() <= characters
        ? text
        : text.substring(0, characters) + "... (" + text.length() + " characters)";
  }

  private String shortened(Bytes value) {
    return value.size() <= bytes
        ? "h'" + value.toHex() + "'"
        : "h'" + value.slice(0, bytes).toHex() + "...' (" + value.size() + " bytes)";
  }
}
