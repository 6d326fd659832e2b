package org.rats4j.cmw;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;

/**
 * A message whose type is told by a CBOR tag (RFC 9999, section 3.2). JSON has no such form.
 *
 * <pre>{@code tag-cm-data<tn> = #6.<tn>(bytes)}</pre>
 */
public final class CmwTag implements Cmw {
  private final ContentFormat contentFormat;
  private final Bytes value;

  private CmwTag(ContentFormat contentFormat, Bytes value) {
    this.contentFormat = contentFormat;
    this.value = Objects.requireNonNull(value, "value");
  }

  /**
   * Returns a tag.
   *
   * @throws IllegalArgumentException if {@code contentFormat} is above 65024 and so has no tag, or
   *     {@code value} is empty
   */
  public static CmwTag of(ContentFormat contentFormat, Bytes value) {
    TagNumbers.of(contentFormat);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("value is empty");
    }
    return new CmwTag(contentFormat, value);
  }

  /** Returns a tag that was received; its value may be empty. */
  static CmwTag received(ContentFormat contentFormat, Bytes value) {
    return new CmwTag(contentFormat, value);
  }

  /** Returns the number of the tag. */
  public long tagNumber() {
    return TagNumbers.of(contentFormat);
  }

  /** Returns the content-format that the tag stands for. */
  public ContentFormat contentFormat() {
    return contentFormat;
  }

  /** Returns the content-format as type. */
  public CmwType type() {
    return CmwType.of(contentFormat);
  }

  /** Returns the message; empty only if it was received so. */
  public Bytes value() {
    return value;
  }

  @Override
  public boolean equals(Object o) {
    if (o instanceof CmwRecord recorded) {
      return recorded.saysTheSameAs(this);
    }
    return o instanceof CmwTag other
        && contentFormat.equals(other.contentFormat)
        && value.equals(other.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type(), value, null);
  }

  /** Returns type and size. */
  @Override
  public String toString() {
    return "CmwTag[" + contentFormat + ", " + value.size() + " bytes]";
  }
}
