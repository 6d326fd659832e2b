package org.rats4j.core.cbor;

import java.math.BigInteger;
import java.util.Objects;

/**
 * An integer of major type 0 or 1. A bignum stays a {@link CborTagged}.
 *
 * @param value the integer, in -2^64..2^64-1
 */
public record CborInteger(BigInteger value) implements CborItem {
  /**
   * Creates an integer.
   *
   * @throws IllegalArgumentException if {@code value} is not in -2^64..2^64-1
   */
  public CborInteger {
    Objects.requireNonNull(value, "value");
    if (value.bitLength() > Long.SIZE) {
      throw new IllegalArgumentException("integer is not in -2^64..2^64-1");
    }
  }

  /** Returns the integer {@code value}. */
  public static CborInteger of(long value) {
    return new CborInteger(BigInteger.valueOf(value));
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
