package org.rats4j.expat;

import java.util.Objects;
import org.rats4j.core.Bytes;

/** What signed content says of a value that the relying party expects. */
public sealed interface Confirmation {
  /** The signed content does not have the value, or nobody looked. */
  Confirmation MISSING = new Missing();

  /** The appraiser compared the value itself: it is the expected one. */
  Confirmation CONFIRMED = new Compared(true);

  /** The appraiser compared the value itself: it is another one. */
  Confirmation DIFFERENT = new Compared(false);

  /** Returns the value as the signed content has it; it is compared in constant time. */
  static Confirmation found(Bytes value) {
    return new Found(value);
  }

  /** Nothing was found. */
  record Missing() implements Confirmation {}

  /**
   * The appraiser has compared.
   *
   * @param equal whether the values are equal
   */
  record Compared(boolean equal) implements Confirmation {}

  /**
   * The value of the signed content.
   *
   * @param value the value
   */
  record Found(Bytes value) implements Confirmation {
    /** Creates a finding. */
    public Found {
      Objects.requireNonNull(value, "value");
    }

    /** Returns how long the value is, not the value. */
    @Override
    public String toString() {
      return "Found[" + value.size() + " bytes]";
    }
  }
}
