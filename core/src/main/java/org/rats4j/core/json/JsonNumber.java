package org.rats4j.core.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A JSON number as it is written.
 *
 * @param lexeme the number in the grammar of RFC 8259, section 6
 */
public record JsonNumber(String lexeme) implements JsonValue {

  /**
   * Creates a number.
   *
   * @throws IllegalArgumentException if {@code lexeme} is no JSON number, is longer than 1000
   *     characters, or has an exponent beyond -1000..1000
   */
  public JsonNumber {
    byte[] text = lexeme.getBytes(StandardCharsets.UTF_8);
    if (text.length > NumberGrammar.LENGTH_MAX
        || NumberGrammar.end(text, 0, text.length) != text.length
        || !NumberGrammar.exponentIsSmall(text, 0, text.length)) {
      throw new IllegalArgumentException("not a JSON number within limits");
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
