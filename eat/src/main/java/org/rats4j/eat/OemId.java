package org.rats4j.eat;

import org.rats4j.core.Bytes;

/**
 * Who made the hardware ({@code oemid}; RFC 9711, section 4.2.3), in one of three forms.
 *
 * <pre>{@code oemid = oemid-pen / oemid-ieee / oemid-random}</pre>
 */
public sealed interface OemId permits OemId.Pen, OemId.Ieee, OemId.Random {

  /** Returns the private enterprise number {@code number}. */
  static OemId pen(long number) {
    return new Pen(number);
  }

  /**
   * Returns an IEEE number.
   *
   * @throws IllegalArgumentException if {@code oui} has not 3 bytes
   */
  static OemId ieee(Bytes oui) {
    return new Ieee(oui);
  }

  /**
   * Returns a random number.
   *
   * @throws IllegalArgumentException if {@code value} has not 16 bytes
   */
  static OemId random(Bytes value) {
    return new Random(value);
  }

  /**
   * A private enterprise number of IANA.
   *
   * @param number the number, unsigned
   */
  record Pen(long number) implements OemId {
    @Override
    public String toString() {
      return "Pen[number=" + Long.toUnsignedString(number) + "]";
    }
  }

  /**
   * An OUI, CID or MA-L of IEEE.
   *
   * @param value 3 bytes
   */
  record Ieee(Bytes value) implements OemId {
    /**
     * Creates an IEEE number.
     *
     * @throws IllegalArgumentException if {@code value} has not 3 bytes
     */
    public Ieee {
      if (value.size() != 3) {
        throw new IllegalArgumentException("IEEE OEM id has " + value.size() + " bytes, not 3");
      }
    }
  }

  /**
   * A random number that the maker drew once.
   *
   * @param value 16 bytes
   */
  record Random(Bytes value) implements OemId {
    /**
     * Creates a random number.
     *
     * @throws IllegalArgumentException if {@code value} has not 16 bytes
     */
    public Random {
      if (value.size() != 16) {
        throw new IllegalArgumentException("random OEM id has " + value.size() + " bytes, not 16");
      }
    }
  }
}
