package org.rats4j.eat;

import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * A text, or a byte string, which only CBOR has: the scope of a token, and the name of a
 * measurement that was compared.
 *
 * <pre>{@code tstr / bstr}</pre>
 */
public sealed interface TextOrBytes permits TextOrBytes.OfText, TextOrBytes.OfBytes {

  /** Returns {@code value}. */
  static TextOrBytes of(String value) {
    return new OfText(value);
  }

  /** Returns {@code value}. */
  static TextOrBytes of(Bytes value) {
    return new OfBytes(value);
  }

  /**
   * A text.
   *
   * @param value the text
   */
  record OfText(String value) implements TextOrBytes {
    /** Creates a text. */
    public OfText {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /**
   * A byte string. JSON has no form for it.
   *
   * @param value the bytes
   */
  record OfBytes(Bytes value) implements TextOrBytes {
    /** Creates a byte string. */
    public OfBytes {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return "h'" + value.toHex() + "'";
    }
  }
}
