package org.rats4j.core.cbor;

/**
 * A simple value.
 *
 * @param value its number, 0..23 or 32..255
 */
public record CborSimple(int value) implements CborItem {
  /** The simple value 20. */
  public static final CborSimple FALSE = new CborSimple(20);

  /** The simple value 21. */
  public static final CborSimple TRUE = new CborSimple(21);

  /** The simple value 22. */
  public static final CborSimple NULL = new CborSimple(22);

  /** The simple value 23. */
  public static final CborSimple UNDEFINED = new CborSimple(23);

  /**
   * Creates a simple value.
   *
   * @throws IllegalArgumentException if {@code value} is not in 0..23 or 32..255
   */
  public CborSimple {
    if (value < 0 || value > 255 || (value > 23 && value < 32)) {
      throw new IllegalArgumentException("no simple value: " + value);
    }
  }

  static CborSimple of(int value) {
    switch (value) {
      case 20:
        return FALSE;
      case 21:
        return TRUE;
      case 22:
        return NULL;
      case 23:
        return UNDEFINED;
      default:
        return new CborSimple(value);
    }
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
