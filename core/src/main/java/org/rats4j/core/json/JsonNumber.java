package org.rats4j.core.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A JSON number as it is written.
 *
 * @param lexeme the number in the grammar of RFC 8259, section 6
 */
public record JsonNumber(String lexeme) implements JsonValue {
  /** Longer ones cost more than linear time once somebody calculates with them. */
  static final int LENGTH_MAX = 1000;

  static final int EXPONENT_MAX = 1000;

  private static final Pattern GRAMMAR =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /**
   * Creates a number.
   *
   * @throws IllegalArgumentException if {@code lexeme} is no JSON number, is longer than 1000
   *     characters, or has an exponent beyond -1000..1000
   */
  public JsonNumber {
    if (lexeme.length() > LENGTH_MAX
        || !GRAMMAR.matcher(lexeme).matches()
        || !exponentIsSmall(lexeme)) {
      throw new IllegalArgumentException("not a JSON number within limits");
    }
  }

  /** Returns the number {@code value}. */
  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /** Returns whether the number is written without fraction and exponent. */
  public boolean isInteger() {
    return isInteger(lexeme);
  }

  /** Returns the value, exactly. */
  public BigDecimal value() {
    return new BigDecimal(lexeme);
  }

  static boolean isInteger(String lexeme) {
    return lexeme.indexOf('.') < 0 && lexeme.indexOf('e') < 0 && lexeme.indexOf('E') < 0;
  }

  /** Returns whether the exponent is in -1000..1000; {@code lexeme} is in the grammar. */
  static boolean exponentIsSmall(String lexeme) {
    int e = Math.max(lexeme.indexOf('e'), lexeme.indexOf('E'));
    if (e < 0) {
      return true;
    }
    int exponent = 0;
    for (int i = e + 1; i < lexeme.length(); i++) {
      char c = lexeme.charAt(i);
      if (c >= '0' && c <= '9') {
        exponent = 10 * exponent + (c - '0');
        if (exponent > EXPONENT_MAX) {
          return false;
        }
      }
    }
    return true;
  }
}
