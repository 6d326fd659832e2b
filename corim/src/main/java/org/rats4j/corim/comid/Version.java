package org.rats4j.corim.comid;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Label;
import org.rats4j.corim.RawEntries;

/**
 * A version and the scheme that it follows.
 *
 * <pre>{@code
 * version-map = {
 *   &(version: 0) => tstr
 *   ? &(version-scheme: 1) => $version-scheme
 * }
 * }</pre>
 */
public final class Version {
  /** Numbers with dots, such as 1.2.3. */
  public static final Label MULTIPART_NUMERIC = Label.of(1);

  /** Numbers with dots and a suffix, such as 1.2.3a. */
  public static final Label MULTIPART_NUMERIC_SUFFIX = Label.of(2);

  /** A string that compares as text. */
  public static final Label ALPHANUMERIC = Label.of(3);

  /** A decimal number. */
  public static final Label DECIMAL = Label.of(4);

  /** Bytes in base64url without padding. */
  public static final Label BINARY = Label.of(5);

  /** Semantic versioning. */
  public static final Label SEMVER = Label.of(16384);

  private final String version;
  private final @Nullable Label scheme;
  private final RawEntries unknown;

  private Version(String version, @Nullable Label scheme, RawEntries unknown) {
    this.version = Objects.requireNonNull(version, "version");
    this.scheme = scheme;
    this.unknown = unknown;
  }

  /** Returns a version without scheme. */
  public static Version of(String version) {
    return new Version(version, null, RawEntries.EMPTY);
  }

  /** Returns a version of {@code scheme}. */
  public static Version of(String version, Label scheme) {
    return new Version(version, Objects.requireNonNull(scheme, "scheme"), RawEntries.EMPTY);
  }

  /** Returns this version with entries that a newer draft defines. */
  public Version withUnknown(RawEntries entries) {
    return new Version(version, scheme, Objects.requireNonNull(entries, "entries"));
  }

  /** Returns the version. */
  public String version() {
    return version;
  }

  /** Returns the scheme. */
  public Optional<Label> scheme() {
    return Optional.ofNullable(scheme);
  }

  /** Returns the entries of a newer draft; empty after a strict read. */
  public RawEntries unknown() {
    return unknown;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Version other
        && version.equals(other.version)
        && Objects.equals(scheme, other.scheme)
        && unknown.equals(other.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * version.hashCode() + Objects.hashCode(scheme);
  }

  @Override
  public String toString() {
    return version + (scheme == null ? "" : " (scheme " + scheme + ")");
  }
}
