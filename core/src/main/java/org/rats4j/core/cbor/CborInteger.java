package org.rats4j.core.cbor;

import java.math.BigInteger;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.BytesAccess;

/** An integer of major type 0 or 1, in -2^64..2^64-1. A bignum stays a {@link CborTagged}. */
public final class CborInteger implements CborItem {
  private static final int CACHED = 512;
  private static final CborInteger[] UNSIGNED = cache(false);
  private static final CborInteger[] NEGATIVE = cache(true);

  private final boolean negative;
  private final long argument;

  private CborInteger(boolean negative, long argument) {
    this.negative = negative;
    this.argument = argument;
  }

  /**
   * Creates an integer.
   *
   * @throws IllegalArgumentException if {@code value} is not in -2^64..2^64-1
   */
  public CborInteger(BigInteger value) {
    this(value.signum() < 0, argument(value));
  }

  private static long argument(BigInteger value) {
    if (value.bitLength() > Long.SIZE) {
      throw new IllegalArgumentException("integer is not in -2^64..2^64-1");
    }
    return (value.signum() < 0 ? value.not() : value).longValue();
  }

  private static CborInteger[] cache(boolean negative) {
    CborInteger[] integers = new CborInteger[CACHED];
    for (int i = 0; i < CACHED; i++) {
      integers[i] = new CborInteger(negative, i);
    }
    return integers;
  }

  /** Returns the integer {@code value}. */
  public static CborInteger of(long value) {
    return value < 0 ? ofArgument(true, ~value) : ofArgument(false, value);
  }

  /** Returns the integer of one byte {@code initial}. */
  static CborInteger small(byte initial) {
    return (initial < 24 ? UNSIGNED : NEGATIVE)[initial & 0x1f];
  }

  /** Returns {@code value} as an integer if that holds it, otherwise as tag 2 or 3. */
  static CborItem orBignum(BigInteger value) {
    if (value.bitLength() <= Long.SIZE) {
      return new CborInteger(value);
    }
    byte[] magnitude = (value.signum() < 0 ? value.not() : value).toByteArray();
    int sign = magnitude[0] == 0 ? 1 : 0;
    Bytes content = BytesAccess.wrap(magnitude, sign, magnitude.length - sign);
    return new CborTagged(value.signum() < 0 ? 3 : 2, new CborBytes(content));
  }

  /** Returns the integer {@code argument}, or -1 minus that; the argument is unsigned. */
  static CborInteger ofArgument(boolean negative, long argument) {
    if (argument >= 0 && argument < CACHED) {
      return (negative ? NEGATIVE : UNSIGNED)[(int) argument];
    }
    return new CborInteger(negative, argument);
  }

  /** Returns the integer. */
  public BigInteger value() {
    return big(negative, argument);
  }

  /** Returns the integer {@code argument}, or -1 minus that; the argument is unsigned. */
  static BigInteger big(boolean negative, long argument) {
    BigInteger value = BigInteger.valueOf(argument);
    if (argument < 0) {
      value = value.add(BigInteger.ONE.shiftLeft(Long.SIZE));
    }
    return negative ? value.not() : value;
  }

  /** Returns whether the integer is in the range of {@code long}. */
  public boolean fitsLong() {
    return argument >= 0;
  }

  /**
   * Returns the integer.
   *
   * @throws ArithmeticException if it is beyond the range of {@code long}
   */
  public long longValue() {
    if (argument < 0) {
      throw new ArithmeticException("integer is beyond 64 bits");
    }
    return negative ? ~argument : argument;
  }

  boolean isNegative() {
    return negative;
  }

  /** Returns the integer, or -1 minus the integer if it is negative; unsigned. */
  long argument() {
    return argument;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CborInteger other
        && argument == other.argument
        && negative == other.negative;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(negative ? ~argument : argument);
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
