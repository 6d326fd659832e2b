package org.rats4j.corim.comid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.corim.RawEntries;

/**
 * What was measured of an environment, or is expected to be.
 *
 * <pre>{@code
 * measurement-map = {
 *   ? &(mkey: 0) => $measured-element-type-choice
 *   &(mval: 1) => measurement-values-map
 *   ? &(authorized-by: 2) => [ + $crypto-key-type-choice ]
 * }
 * }</pre>
 */
public final class Measurement {
  private final @Nullable MeasurementKey key;
  private final MeasurementValues values;
  private final List<CryptoKey> authorizedBy;
  private final RawEntries unknown;

  private Measurement(
      @Nullable MeasurementKey key,
      MeasurementValues values,
      List<CryptoKey> authorizedBy,
      RawEntries unknown) {
    this.key = key;
    this.values = Objects.requireNonNull(values, "values");
    this.authorizedBy = List.copyOf(authorizedBy);
    this.unknown = Objects.requireNonNull(unknown, "unknown");
  }

  /** Returns a measurement without name. */
  public static Measurement of(MeasurementValues values) {
    return new Measurement(null, values, List.of(), RawEntries.EMPTY);
  }

  /** Returns a measurement. */
  public static Measurement of(MeasurementKey key, MeasurementValues values) {
    return new Measurement(Objects.requireNonNull(key, "key"), values, List.of(), RawEntries.EMPTY);
  }

  /**
   * Returns this measurement as made by who holds one of {@code keys}; none means that no key is
   * named.
   */
  public Measurement authorizedBy(List<? extends CryptoKey> keys) {
    return new Measurement(key, values, List.copyOf(keys), unknown);
  }

  /** Returns this measurement with entries that a newer draft defines. */
  public Measurement withUnknown(RawEntries entries) {
    return new Measurement(key, values, authorizedBy, entries);
  }

  /** Returns which measurement this is. */
  public Optional<MeasurementKey> key() {
    return Optional.ofNullable(key);
  }

  /** Returns the values. */
  public MeasurementValues values() {
    return values;
  }

  /** Returns the keys of who may say so; empty if the measurement does not say. */
  public List<CryptoKey> authorizedBy() {
    return authorizedBy;
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Measurement other
        && Objects.equals(key, other.key)
        && values.equals(other.values)
        && authorizedBy.equals(other.authorizedBy)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(key) + values.hashCode();
  }

  @Override
  public String toString() {
    return (key == null ? "" : key + ": ") + values;
  }
}
