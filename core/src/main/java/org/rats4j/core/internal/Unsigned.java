package org.rats4j.core.internal;

import java.math.BigInteger;
import org.rats4j.core.Bytes;

/** Numbers as COSE and JOSE have them: big-endian, never negative. */
public final class Unsigned {
  private Unsigned() {}

  /** Returns the number. */
  public static BigInteger value(Bytes bytes) {
    return new BigInteger(1, bytes.toByteArray());
  }

  /** Returns {@code value} without leading zeros. */
  public static Bytes shortest(BigInteger value) {
    return padded(value, (value.bitLength() + 7) / 8);
  }

  /**
   * Returns {@code value} in {@code size} bytes.
   *
   * @throws IllegalArgumentException if it does not fit
   */
  public static Bytes padded(BigInteger value, int size) {
    byte[] signed = value.toByteArray();
    int zeros = signed.length > 1 && signed[0] == 0 ? 1 : 0;
    int length = signed.length - zeros;
    if (value.signum() < 0 || length > Math.max(size, 1)) {
      throw new IllegalArgumentException("number does not fit " + size + " bytes");
    }
    byte[] padded = new byte[size];
    int copied = Math.min(length, size);
    System.arraycopy(signed, signed.length - copied, padded, size - copied, copied);
    return Bytes.copyOf(padded);
  }

  /**
   * Checks a size.
   *
   * @throws IllegalArgumentException if {@code bytes} has not exactly {@code size} bytes
   */
  public static void checkSize(String name, Bytes bytes, int size) {
    if (bytes.size() != size) {
      throw new IllegalArgumentException(name + " has " + bytes.size() + " bytes, not " + size);
    }
  }
}
