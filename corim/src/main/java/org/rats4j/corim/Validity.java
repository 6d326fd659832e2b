package org.rats4j.corim;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something holds.
 *
 * <pre>{@code
 * validity-map = {
 *   ? &(not-before: 0) => time
 *   &(not-after: 1) => time
 * }
 * }</pre>
 */
public final class Validity {
  private final @Nullable EpochTime notBefore;
  private final EpochTime notAfter;
  private final RawEntries unknown;

  private Validity(@Nullable EpochTime notBefore, EpochTime notAfter, RawEntries unknown) {
    this.notBefore = notBefore;
    this.notAfter = Objects.requireNonNull(notAfter, "notAfter");
    this.unknown = unknown;
  }

  /** Returns a validity that has begun already. */
  public static Validity until(EpochTime notAfter) {
    return new Validity(null, notAfter, RawEntries.EMPTY);
  }

  /** Returns a validity; that it ends before it begins is not checked. */
  public static Validity between(EpochTime notBefore, EpochTime notAfter) {
    return new Validity(Objects.requireNonNull(notBefore, "notBefore"), notAfter, RawEntries.EMPTY);
  }

  /** Returns when it begins; empty if it has begun always. */
  public Optional<EpochTime> notBefore() {
    return Optional.ofNullable(notBefore);
  }

  /** Returns when it ends. */
  public EpochTime notAfter() {
    return notAfter;
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  /** Returns whether {@code time} is within, both ends included. */
  public boolean contains(Instant time) {
    return !isBefore(time) && !time.isAfter(notAfter.toInstant());
  }

  /** Returns whether {@code time} is before the begin. */
  public boolean isBefore(Instant time) {
    return notBefore != null && time.isBefore(notBefore.toInstant());
  }

  /** Returns this validity with entries that a newer draft defines. */
  public Validity withUnknown(RawEntries entries) {
    return new Validity(notBefore, notAfter, Objects.requireNonNull(entries, "entries"));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Validity other
        && Objects.equals(notBefore, other.notBefore)
        && notAfter.equals(other.notAfter)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return Objects.hash(notBefore, notAfter);
  }

  /** Returns both ends in seconds. */
  @Override
  public String toString() {
    return (notBefore == null ? "" : notBefore) + ".." + notAfter;
  }
}
