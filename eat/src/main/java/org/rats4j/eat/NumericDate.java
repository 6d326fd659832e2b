package org.rats4j.eat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;

/**
 * A point in time as seconds since 1970-01-01T00:00Z, leap seconds ignored (RFC 8392, section 2;
 * RFC 7519, section 2).
 *
 * <p>The number is kept as it was sent: a fraction, also .0, makes it a float on the wire, and it
 * may lie beyond what an {@link Instant} holds.
 *
 * @param seconds the seconds
 */
public record NumericDate(BigDecimal seconds) implements Comparable<NumericDate> {
  private static final BigDecimal MIN = BigDecimal.valueOf(Instant.MIN.getEpochSecond());
  private static final BigDecimal MAX = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

  /** Creates a date. */
  public NumericDate {
    Objects.requireNonNull(seconds, "seconds");
    if (seconds.scale() < 0) {
      seconds = seconds.setScale(0, RoundingMode.UNNECESSARY);
    }
  }

  /** Returns the date {@code seconds} after 1970 began. */
  public static NumericDate ofSeconds(long seconds) {
    return new NumericDate(BigDecimal.valueOf(seconds));
  }

  /** Returns the whole second in which {@code instant} lies. */
  public static NumericDate of(Instant instant) {
    return ofSeconds(instant.getEpochSecond());
  }

  /** Returns whether the number is an integer on the wire. */
  public boolean isInteger() {
    return seconds.scale() == 0;
  }

  /** Returns the date, cut to nanoseconds and to the range of {@code Instant}. */
  public Instant toInstant() {
    if (seconds.compareTo(MIN) <= 0) {
      return Instant.MIN;
    }
    if (seconds.compareTo(MAX) >= 0) {
      return Instant.MAX;
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    BigDecimal nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValueExact());
  }

  @Override
  public int compareTo(NumericDate other) {
    return seconds.compareTo(other.seconds);
  }

  /** Returns the seconds in decimal. */
  @Override
  public String toString() {
    return seconds.toPlainString();
  }
}
