package org.rats4j.corim;

import java.math.BigDecimal;
import java.time.Instant;
import org.rats4j.core.cbor.CborWriter;

/**
 * Seconds since 1970 as CBOR carries them: an integer or a float.
 *
 * <pre>{@code
 * time = #6.1(number)
 * }</pre>
 *
 * <p>Two are equal if they are the same number in the same form; {@link #compareTo} compares the
 * numbers alone.
 */
public final class EpochTime implements Comparable<EpochTime> {
  private static final int NANOS = 1_000_000_000;

  private final long seconds;

  /** The number if it is a float, otherwise NaN. */
  private final double fractional;

  private EpochTime(long seconds, double fractional) {
    this.seconds = seconds;
    this.fractional = fractional;
  }

  /** Returns the time {@code seconds}. */
  public static EpochTime of(long seconds) {
    return new EpochTime(seconds, Double.NaN);
  }

  /**
   * Returns the time {@code seconds}, which is written as a float.
   *
   * @throws IllegalArgumentException if {@code seconds} is not finite
   */
  public static EpochTime of(double seconds) {
    if (!Double.isFinite(seconds)) {
      throw new IllegalArgumentException("time is not finite");
    }
    return new EpochTime(0, seconds);
  }

  /** Returns {@code time} in whole seconds, which is what is left of it. */
  public static EpochTime of(Instant time) {
    return of(time.getEpochSecond());
  }

  /** Returns whether the time is written as a float. */
  public boolean isFloat() {
    return !Double.isNaN(fractional);
  }

  /** Returns the number; of a float what is in front of the point. */
  public long longValue() {
    return isFloat() ? (long) fractional : seconds;
  }

  /** Returns the number, of a large integer the nearest. */
  public double doubleValue() {
    return isFloat() ? fractional : seconds;
  }

  /** Returns the time, or the first or last instant there is if it is beyond those. */
  public Instant toInstant() {
    double whole = isFloat() ? Math.floor(fractional) : seconds;
    if (whole >= Instant.MAX.getEpochSecond()) {
      return Instant.MAX;
    }
    if (whole < Instant.MIN.getEpochSecond()) {
      return Instant.MIN;
    }
    return isFloat()
        ? Instant.ofEpochSecond((long) whole, (long) ((fractional - whole) * NANOS))
        : Instant.ofEpochSecond(seconds);
  }

  /** Writes the number, without a tag. */
  public void write(CborWriter out) {
    if (isFloat()) {
      out.writeDouble(fractional);
    } else {
      out.writeInt(seconds);
    }
  }

  /** Compares the numbers, exactly. */
  @Override
  public int compareTo(EpochTime other) {
    return exact().compareTo(other.exact());
  }

  private BigDecimal exact() {
    return isFloat() ? new BigDecimal(fractional) : BigDecimal.valueOf(seconds);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof EpochTime other
        && seconds == other.seconds
        && Double.compare(fractional, other.fractional) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seconds) + Double.hashCode(fractional);
  }

  /** Returns the number of seconds. */
  @Override
  public String toString() {
    return isFloat() ? Double.toString(fractional) : Long.toString(seconds);
  }
}
