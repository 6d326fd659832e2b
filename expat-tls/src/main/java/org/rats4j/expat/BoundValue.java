package org.rats4j.expat;

import java.util.Objects;
import org.rats4j.core.Bytes;

/** What signed content says of a value that the relying party expects. */
public sealed interface BoundValue {
  /** The signed content does not have the value, or nobody looked. */
  BoundValue MISSING = new Missing();

  /** The appraiser compared the value itself: it is the expected one. */
  BoundValue CONFIRMED = new Compared(true);

  /** The appraiser compared the value itself: it is another one. */
  BoundValue DIFFERENT = new Compared(false);

  /** Returns what the appraiser found when it compared the value itself. */
  static BoundValue confirmedIf(boolean equal) {
    return equal ? CONFIRMED : DIFFERENT;
  }

  /** Returns the value as the signed content has it; it is compared in constant time. */
  static BoundValue found(Bytes value) {
    return new Found(value);
  }

  /** Nothing was found. */
  record Missing() implements BoundValue {}

  /**
   * The appraiser has compared.
   *
   * @param equal whether the values are equal
   */
  record Compared(boolean equal) implements BoundValue {}

  /**
   * The value of the signed content.
   *
   * @param value the value
   */
  record Found(Bytes value) implements BoundValue {
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
