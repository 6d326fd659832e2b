package org.rats4j.eat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a device is ({@code location}; RFC 9711, section 4.2.10), in the datum WGS 84.
 *
 * <pre>{@code
 * location-type = {
 *   latitude => number, longitude => number, ? altitude => number, ? accuracy => number,
 *   ? altitude-accuracy => number, ? heading => number, ? speed => number,
 *   ? timestamp => ~time-int, ? age => uint
 * }
 * }</pre>
 *
 * <p>An integer and the float of the same value are one number. The map is closed.
 */
public final class Location {
  /** The members that are a number of any kind, in the order of their labels. */
  enum Member {
    LATITUDE,
    LONGITUDE,
    ALTITUDE,
    ACCURACY,
    ALTITUDE_ACCURACY,
    HEADING,
    SPEED;

    int label() {
      return ordinal() + 1;
    }

    private int bit() {
      return 1 << ordinal();
    }

    /** Returns the member with {@code label}, which is 1 to 7. */
    static Member of(int label) {
      return MEMBERS[label - 1];
    }
  }

  private static final Member[] MEMBERS = Member.values();

  /** By ordinal; 0 for those that are not there. */
  private final double[] numbers;

  /** The members that are there, a bit for each. */
  private final int present;

  private final @Nullable Long timestamp;
  private final @Nullable Long age;

  private Location(double[] numbers, int present, @Nullable Long timestamp, @Nullable Long age) {
    this.numbers = numbers;
    this.present = present;
    this.timestamp = timestamp;
    this.age = age;
  }

  /**
   * Returns a place.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @throws IllegalArgumentException if one is not finite
   */
  public static Location of(double latitude, double longitude) {
    return builder(latitude, longitude).build();
  }

  /**
   * Returns a builder of a place.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @throws IllegalArgumentException if one is not finite
   */
  public static Builder builder(double latitude, double longitude) {
    return new Builder().set(Member.LATITUDE, latitude).set(Member.LONGITUDE, longitude);
  }

  /** Returns the degrees north. */
  public double latitude() {
    return numbers[Member.LATITUDE.ordinal()];
  }

  /** Returns the degrees east. */
  public double longitude() {
    return numbers[Member.LONGITUDE.ordinal()];
  }

  /** Returns the metres above the ellipsoid. */
  public OptionalDouble altitude() {
    return number(Member.ALTITUDE);
  }

  /** Returns by how many metres latitude and longitude may be wrong. */
  public OptionalDouble accuracy() {
    return number(Member.ACCURACY);
  }

  /** Returns by how many metres the altitude may be wrong. */
  public OptionalDouble altitudeAccuracy() {
    return number(Member.ALTITUDE_ACCURACY);
  }

  /** Returns the direction of travel in degrees, clockwise from north; NaN if it stands still. */
  public OptionalDouble heading() {
    return number(Member.HEADING);
  }

  /** Returns the speed in metres per second. */
  public OptionalDouble speed() {
    return number(Member.SPEED);
  }

  /** Returns when the place was determined. */
  public Optional<NumericDate> timestamp() {
    return Optional.ofNullable(timestamp).map(NumericDate::ofSeconds);
  }

  /** Returns how many seconds before the token was made the place was determined. */
  public Optional<Long> age() {
    return Optional.ofNullable(age);
  }

  Location withoutHeading() {
    double[] others = numbers.clone();
    others[Member.HEADING.ordinal()] = 0;
    return new Location(others, present & ~Member.HEADING.bit(), timestamp, age);
  }

  void forEachNumber(ObjDoubleConsumer<Member> action) {
    for (Member member : MEMBERS) {
      if ((present & member.bit()) != 0) {
        action.accept(member, numbers[member.ordinal()]);
      }
    }
  }

  private OptionalDouble number(Member member) {
    return (present & member.bit()) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(numbers[member.ordinal()]);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Location other
        && present == other.present
        && Arrays.equals(numbers, other.numbers)
        && Objects.equals(timestamp, other.timestamp)
        && Objects.equals(age, other.age);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(numbers), present, timestamp, age);
  }

  /** Returns nothing of the place: it may tell where a person is. */
  @Override
  public String toString() {
    return "Location[redacted]";
  }

  /** Builds a {@link Location}. Not safe for use by several threads. */
  public static final class Builder {
    private final double[] numbers = new double[MEMBERS.length];
    private int present;
    private @Nullable Long timestamp;
    private @Nullable Long age;

    Builder() {}

    /**
     * Sets the metres above the ellipsoid.
     *
     * @throws IllegalArgumentException if {@code metres} is not finite
     */
    public Builder altitude(double metres) {
      return set(Member.ALTITUDE, metres);
    }

    /**
     * Sets by how many metres latitude and longitude may be wrong.
     *
     * @throws IllegalArgumentException if {@code metres} is not finite
     */
    public Builder accuracy(double metres) {
      return set(Member.ACCURACY, metres);
    }

    /**
     * Sets by how many metres the altitude may be wrong.
     *
     * @throws IllegalArgumentException if {@code metres} is not finite
     */
    public Builder altitudeAccuracy(double metres) {
      return set(Member.ALTITUDE_ACCURACY, metres);
    }

    /**
     * Sets the direction of travel.
     *
     * @param degrees clockwise from north; NaN if it stands still, for which JSON has no form
     * @throws IllegalArgumentException if {@code degrees} are infinite
     */
    public Builder heading(double degrees) {
      return set(Member.HEADING, degrees);
    }

    /**
     * Sets the speed.
     *
     * @throws IllegalArgumentException if {@code metresPerSecond} is not finite
     */
    public Builder speed(double metresPerSecond) {
      return set(Member.SPEED, metresPerSecond);
    }

    /** Sets when the place was determined, in seconds since 1970. */
    public Builder timestamp(long seconds) {
      timestamp = seconds;
      return this;
    }

    /**
     * Sets how many seconds before the token was made the place was determined.
     *
     * @throws IllegalArgumentException if {@code seconds} is negative
     */
    public Builder age(long seconds) {
      if (seconds < 0) {
        throw new IllegalArgumentException("age is negative");
      }
      age = seconds;
      return this;
    }

    Builder set(Member member, double value) {
      boolean stationary = member == Member.HEADING && Double.isNaN(value);
      if (!Double.isFinite(value) && !stationary) {
        throw new IllegalArgumentException("number is not finite");
      }
      numbers[member.ordinal()] = value + 0.0; // makes 0 of -0
      present |= member.bit();
      return this;
    }

    /**
     * Returns the location.
     *
     * @throws IllegalArgumentException if latitude or longitude is missing, which a decoder may
     *     find
     */
    public Location build() {
      int place = Member.LATITUDE.bit() | Member.LONGITUDE.bit();
      if ((present & place) != place) {
        throw new IllegalArgumentException("latitude or longitude is missing");
      }
      return new Location(numbers.clone(), present, timestamp, age);
    }
  }
}
