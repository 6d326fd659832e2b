package org.rats4j.core.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A JSON number as it is written.
 *
 * @param lexeme the number in the grammar of RFC 8259, section 6
 */
public record JsonNumber(String lexeme) implements JsonValue {
  private static final Pattern GRAMMAR =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

  /**
   * Creates a number.
   *
   * @throws IllegalArgumentException if {@code lexeme} is no JSON number
   */
  public JsonNumber {
    if (!GRAMMAR.matcher(lexeme).matches()) {
      throw new IllegalArgumentException("not a JSON number");
    }
  }

  /** Returns the number {@code value}. */
  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /** Returns whether the number is written without fraction and exponent. */
  public boolean isInteger() {
    return lexeme.indexOf('.') < 0 && lexeme.indexOf('e') < 0 && lexeme.indexOf('E') < 0;
  }

  /** Returns the value, exactly. */
  public BigDecimal value() {
    return new BigDecimal(lexeme);
  }
}
