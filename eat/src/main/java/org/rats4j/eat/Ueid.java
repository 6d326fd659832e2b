package org.rats4j.eat;

import org.rats4j.core.Bytes;
import org.rats4j.core.json.Base64Url;

/**
 * A universal entity id (RFC 9711, section 4.2.1): permanent, and opaque to whoever reads it.
 *
 * <p>What was read may begin with any type byte; the factories make those that the specification
 * defines. {@link #toString()} hides the value, which identifies a device for its whole life.
 *
 * @param value type byte and identifier, 7 to 33 bytes
 */
public record Ueid(Bytes value) {
  /** Type byte of a random number. */
  public static final int RAND = 1;

  /** Type byte of an IEEE EUI. */
  public static final int EUI = 2;

  /** Type byte of an IMEI. */
  public static final int IMEI = 3;

  static final int MIN = 7;
  static final int MAX = 33;

  /**
   * Creates a UEID.
   *
   * @throws IllegalArgumentException if {@code value} has less than 7 or more than 33 bytes
   */
  public Ueid {
    if (value.size() < MIN || value.size() > MAX) {
      throw new IllegalArgumentException("UEID has " + value.size() + " bytes, not 7 to 33");
    }
  }

  /**
   * Returns a UEID from a random number.
   *
   * @throws IllegalArgumentException if {@code random} has not 16, 24 or 32 bytes
   */
  public static Ueid rand(Bytes random) {
    if (random.size() != 16 && random.size() != 24 && random.size() != 32) {
      throw new IllegalArgumentException("random number has not 128, 192 or 256 bits");
    }
    return new Ueid(Bytes.of(RAND).concat(random));
  }

  /**
   * Returns a UEID from an EUI-48, such as a MAC address.
   *
   * @throws IllegalArgumentException if {@code eui} has not 6 bytes
   */
  public static Ueid eui48(Bytes eui) {
    return eui(eui, 6);
  }

  /**
   * Returns a UEID from an EUI-64.
   *
   * @throws IllegalArgumentException if {@code eui} has not 8 bytes
   */
  public static Ueid eui64(Bytes eui) {
    return eui(eui, 8);
  }

  /**
   * Returns a UEID from an IMEI.
   *
   * @param digits the 14 digits without check digit
   * @throws IllegalArgumentException if {@code digits} is anything else
   */
  public static Ueid imei(String digits) {
    if (digits.length() != 14) {
      throw new IllegalArgumentException("IMEI has not 14 digits");
    }
    int[] bytes = new int[15];
    bytes[0] = IMEI;
    for (int i = 0; i < 14; i++) {
      char digit = digits.charAt(i);
      if (digit < '0' || digit > '9') {
        throw new IllegalArgumentException("IMEI has not 14 digits");
      }
      bytes[i + 1] = digit - '0';
    }
    return new Ueid(Bytes.of(bytes));
  }

  /** Returns the UEID as a device URN (RFC 9039). */
  public String urn() {
    return "urn:dev:ueid:" + Base64Url.encode(value);
  }

  private static Ueid eui(Bytes eui, int size) {
    if (eui.size() != size) {
      throw new IllegalArgumentException("EUI has " + eui.size() + " bytes, not " + size);
    }
    return new Ueid(Bytes.of(EUI).concat(eui));
  }

  /** Returns the size, not the value. */
  @Override
  public String toString() {
    return "Ueid[" + value.size() + " bytes]";
  }
}
