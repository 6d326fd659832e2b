package org.rats4j.corim.comid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.corim.RawEntries;

/**
 * Under which conditions a {@link KeyTriple} holds.
 *
 * <pre>{@code
 * key-conditions = non-empty<{
 *   ? &(mkey: 0) => $measured-element-type-choice
 *   ? &(authorized-by: 1) => [ + $crypto-key-type-choice ]
 * }>
 * }</pre>
 */
public final class KeyConditions {
  private final @Nullable MeasurementKey key;
  private final List<CryptoKey> authorizedBy;
  private final RawEntries unknown;

  private KeyConditions(
      @Nullable MeasurementKey key, List<CryptoKey> authorizedBy, RawEntries unknown) {
    this.key = key;
    this.authorizedBy = List.copyOf(authorizedBy);
    this.unknown = Objects.requireNonNull(unknown, "unknown");
    if (key == null && this.authorizedBy.isEmpty() && unknown.isEmpty()) {
      throw new IllegalArgumentException("there is no condition");
    }
  }

  /** Returns the condition that the measurement {@code key} is meant. */
  public static KeyConditions of(MeasurementKey key) {
    return new KeyConditions(Objects.requireNonNull(key, "key"), List.of(), RawEntries.EMPTY);
  }

  /**
   * Returns the condition that who holds one of {@code keys} says so.
   *
   * @throws IllegalArgumentException if there is no key
   */
  public static KeyConditions authorizedBy(List<? extends CryptoKey> keys) {
    return new KeyConditions(null, List.copyOf(keys), RawEntries.EMPTY);
  }

  /** Returns a condition of these entries that a newer draft defines. */
  public static KeyConditions ofUnknown(RawEntries entries) {
    return new KeyConditions(null, List.of(), entries);
  }

  /** Returns these conditions and that the measurement {@code key} is meant. */
  public KeyConditions withKey(MeasurementKey key) {
    return new KeyConditions(Objects.requireNonNull(key, "key"), authorizedBy, unknown);
  }

  /** Returns these conditions with entries that a newer draft defines. */
  public KeyConditions withUnknown(RawEntries entries) {
    return new KeyConditions(key, authorizedBy, entries);
  }

  /** Returns which measurement is meant. */
  public Optional<MeasurementKey> key() {
    return Optional.ofNullable(key);
  }

  /** Returns the keys of who may say so; empty if anybody may. */
  public List<CryptoKey> authorizedBy() {
    return authorizedBy;
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof KeyConditions other
        && Objects.equals(key, other.key)
        && authorizedBy.equals(other.authorizedBy)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(key) + authorizedBy.hashCode();
  }

  @Override
  public String toString() {
    return "KeyConditions[key=" + key + ", authorizedBy=" + authorizedBy + "]";
  }
}
