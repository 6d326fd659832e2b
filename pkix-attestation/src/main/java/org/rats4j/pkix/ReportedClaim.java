package org.rats4j.pkix;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;

/**
 * A claim of an element, of whatever type.
 *
 * <pre>{@code ReportedClaim ::= SEQUENCE { claimType OBJECT IDENTIFIER, value ANY OPTIONAL }}</pre>
 */
public final class ReportedClaim {
  private final Oid type;
  private final @Nullable Bytes value;
  private final @Nullable EvidenceClaimKey<?> key;
  private final @Nullable Object content;

  /**
   * @param key null if the type is unknown, or is not one of this element
   * @param content what {@code key} made of the value; null if either is missing
   */
  ReportedClaim(
      Oid type,
      @Nullable Bytes value,
      @Nullable EvidenceClaimKey<?> key,
      @Nullable Object content) {
    this.type = type;
    this.value = value;
    this.key = key;
    this.content = content;
  }

  /** Returns the type. */
  public Oid type() {
    return type;
  }

  /** Returns the value in DER, as received; requests have claims without value. */
  public Optional<Bytes> value() {
    return Optional.ofNullable(value);
  }

  /** Returns the key that read the value; empty if the type is unknown in this element. */
  public Optional<EvidenceClaimKey<?>> key() {
    return Optional.ofNullable(key);
  }

  @Nullable Object content() {
    return content;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ReportedClaim other
        && type.equals(other.type)
        && Objects.equals(value, other.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, value);
  }

  /** Returns the type; values identify a device. */
  @Override
  public String toString() {
    return "ReportedClaim[" + (key == null ? type.toString() : key.name()) + "]";
  }
}
