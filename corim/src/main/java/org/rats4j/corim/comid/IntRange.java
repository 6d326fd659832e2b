package org.rats4j.corim.comid;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An integer, or all integers between two bounds that belong to the range.
 *
 * <pre>{@code
 * int-range-type-choice = int / tagged-int-range
 * tagged-int-range = #6.564([min: int / null, max: int / null])
 * }</pre>
 *
 * <p>Integers are those of CBOR, -2^64 to 2^64-1. A range whose lower bound is above its upper one
 * is legal and holds nothing.
 */
public final class IntRange {
  /** The CBOR tag of a range. */
  public static final long TAG = 564;

  private final boolean single;
  private final @Nullable BigInteger min;
  private final @Nullable BigInteger max;

  private IntRange(boolean single, @Nullable BigInteger min, @Nullable BigInteger max) {
    this.single = single;
    this.min = checked(min);
    this.max = checked(max);
  }

  private static @Nullable BigInteger checked(@Nullable BigInteger bound) {
    if (bound != null && bound.bitLength() > Long.SIZE) {
      throw new IllegalArgumentException("integer is not in -2^64..2^64-1");
    }
    return bound;
  }

  /**
   * Returns the integer {@code value}.
   *
   * @throws IllegalArgumentException if CBOR has no integer for it
   */
  public static IntRange of(BigInteger value) {
    Objects.requireNonNull(value, "value");
    return new IntRange(true, value, value);
  }

  /** Returns the integer {@code value}. */
  public static IntRange of(long value) {
    return of(BigInteger.valueOf(value));
  }

  /**
   * Returns all integers from {@code min} to {@code max}.
   *
   * @throws IllegalArgumentException if CBOR has no integer for a bound
   */
  public static IntRange between(BigInteger min, BigInteger max) {
    return new IntRange(
        false, Objects.requireNonNull(min, "min"), Objects.requireNonNull(max, "max"));
  }

  /**
   * Returns all integers from {@code min} on.
   *
   * @throws IllegalArgumentException if CBOR has no integer for it
   */
  public static IntRange from(BigInteger min) {
    return new IntRange(false, Objects.requireNonNull(min, "min"), null);
  }

  /**
   * Returns all integers up to {@code max}.
   *
   * @throws IllegalArgumentException if CBOR has no integer for it
   */
  public static IntRange upTo(BigInteger max) {
    return new IntRange(false, null, Objects.requireNonNull(max, "max"));
  }

  /** Returns all integers. */
  public static IntRange all() {
    return new IntRange(false, null, null);
  }

  /** Returns whether this is one integer and not a range, which may hold one only, too. */
  public boolean isSingle() {
    return single;
  }

  /** Returns the lower bound; empty if there is none. */
  public Optional<BigInteger> min() {
    return Optional.ofNullable(min);
  }

  /** Returns the upper bound; empty if there is none. */
  public Optional<BigInteger> max() {
    return Optional.ofNullable(max);
  }

  /** Returns whether {@code value} is in the range. */
  public boolean contains(BigInteger value) {
    return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
  }

  /** Returns whether no integer is in the range. */
  public boolean isEmpty() {
    return min != null && max != null && min.compareTo(max) > 0;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof IntRange other
        && single == other.single
        && Objects.equals(min, other.min)
        && Objects.equals(max, other.max);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(min) + Objects.hashCode(max);
  }

  @Override
  public String toString() {
    return single
        ? String.valueOf(min)
        : (min == null ? "" : min.toString()) + ".." + (max == null ? "" : max.toString());
  }
}
