package org.rats4j.eat;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Label;

/**
 * A version of hardware or software, and how its text is built.
 *
 * <pre>{@code version = [tstr, ? version-scheme], version-scheme = int / tstr}</pre>
 */
public final class Version {
  /** Numbers with dots between. */
  public static final Label MULTIPART_NUMERIC = Label.of(1);

  /** Numbers with dots between, and a suffix. */
  public static final Label MULTIPART_NUMERIC_SUFFIX = Label.of(2);

  /** Letters and digits, compared as text. */
  public static final Label ALPHANUMERIC = Label.of(3);

  /** One decimal number. */
  public static final Label DECIMAL = Label.of(4);

  /** Semantic versioning. */
  public static final Label SEMVER = Label.of(16384);

  private final String text;
  private final @Nullable Label scheme;

  private Version(String text, @Nullable Label scheme) {
    this.text = Objects.requireNonNull(text, "text");
    this.scheme = scheme;
  }

  /** Returns a version of no named scheme. */
  public static Version of(String text) {
    return new Version(text, null);
  }

  /**
   * Returns a version.
   *
   * @param scheme a constant of this class, or any other scheme
   */
  public static Version of(String text, Label scheme) {
    return new Version(text, Objects.requireNonNull(scheme, "scheme"));
  }

  /** Returns the version as text. */
  public String text() {
    return text;
  }

  /** Returns the scheme. */
  public Optional<Label> scheme() {
    return Optional.ofNullable(scheme);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Version other
        && text.equals(other.text)
        && Objects.equals(scheme, other.scheme);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, scheme);
  }

  @Override
  public String toString() {
    return scheme == null ? text : text + " (scheme " + scheme + ")";
  }
}
