package org.rats4j.cmw;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.MediaType;

/**
 * A message with its type and, if known, what it is for (RFC 9999, section 3.1).
 *
 * <pre>{@code
 * json-record = [type: media-type, value: base64url-string, ? ind: uint .bits cm-type]
 * cbor-record = [type: coap-content-format-type / media-type, value: bytes, ? ind: uint .bits cm-type]
 * }</pre>
 */
public final class CmwRecord implements Cmw {
  private final CmwType type;
  private final Bytes value;
  private final @Nullable CmwIndicator indicator;

  private CmwRecord(CmwType type, Bytes value, @Nullable CmwIndicator indicator) {
    this.type = Objects.requireNonNull(type, "type");
    this.value = Objects.requireNonNull(value, "value");
    this.indicator = indicator;
  }

  /**
   * Returns a record without indicator.
   *
   * @throws IllegalArgumentException if {@code value} is empty
   */
  public static CmwRecord of(CmwType type, Bytes value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("value is empty");
    }
    return new CmwRecord(type, value, null);
  }

  /**
   * Returns a record without indicator.
   *
   * @throws IllegalArgumentException if {@code value} is empty
   */
  public static CmwRecord of(MediaType type, Bytes value) {
    return of(CmwType.of(type), value);
  }

  /**
   * Returns a record without indicator.
   *
   * @throws IllegalArgumentException if {@code value} is empty
   */
  public static CmwRecord of(ContentFormat type, Bytes value) {
    return of(CmwType.of(type), value);
  }

  /** Returns this record with {@code indicator}. */
  public CmwRecord withIndicator(CmwIndicator indicator) {
    return new CmwRecord(type, value, Objects.requireNonNull(indicator, "indicator"));
  }

  /** Returns this record without indicator. */
  public CmwRecord withoutIndicator() {
    return new CmwRecord(type, value, null);
  }

  /** Returns a record that was received; CBOR lets its value be empty. */
  static CmwRecord received(CmwType type, Bytes value, @Nullable CmwIndicator indicator) {
    return new CmwRecord(type, value, indicator);
  }

  /** Returns the type of the message. */
  public CmwType type() {
    return type;
  }

  /** Returns the message; empty only if it was received so. */
  public Bytes value() {
    return value;
  }

  /** Returns what the message is for, if the sender said it. */
  public Optional<CmwIndicator> indicator() {
    return Optional.ofNullable(indicator);
  }

  @Override
  public boolean equals(Object o) {
    if (o instanceof CmwTag tag) {
      return saysTheSameAs(tag);
    }
    return o instanceof CmwRecord other
        && type.equals(other.type)
        && value.equals(other.value)
        && Objects.equals(indicator, other.indicator);
  }

  /** Form does not count: a record without indicator may say what a tag says. */
  boolean saysTheSameAs(CmwTag tag) {
    return indicator == null && type.equals(tag.type()) && value.equals(tag.value());
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, value, indicator);
  }

  /** Returns type, size and indicator. */
  @Override
  public String toString() {
    return "CmwRecord["
        + type
        + ", "
        + value.size()
        + " bytes"
        + (indicator == null ? "" : ", " + indicator)
        + "]";
  }
}
