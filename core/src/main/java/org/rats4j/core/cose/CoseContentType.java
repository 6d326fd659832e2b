package org.rats4j.core.cose;

import org.rats4j.core.MediaType;

/**
 * A content type as COSE headers have it (labels 3, 16 and 259).
 *
 * <pre>{@code tstr / uint}</pre>
 */
public sealed interface CoseContentType {

  /**
   * Returns a content type by media type.
   *
   * @throws IllegalArgumentException if {@code mediaType} is empty, or begins or ends with a space
   */
  static CoseContentType of(String mediaType) {
    return new OfMediaType(mediaType);
  }

  /**
   * Returns a content type by its number in the CoAP Content-Formats registry.
   *
   * @throws IllegalArgumentException if {@code contentFormat} is negative
   */
  static CoseContentType of(long contentFormat) {
    return new OfContentFormat(contentFormat);
  }

  /**
   * A media type.
   *
   * @param value the text as it stands in the header; equality ignores the case of type and
   *     subtype, not that of parameters
   */
  record OfMediaType(String value) implements CoseContentType {
    /**
     * Creates a media type.
     *
     * @throws IllegalArgumentException if {@code value} is empty, or begins or ends with a space
     */
    public OfMediaType {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("content type is empty");
      }
      if (Character.isWhitespace(value.charAt(0))
          || Character.isWhitespace(value.charAt(value.length() - 1))) {
        throw new IllegalArgumentException("content type begins or ends with a space");
      }
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof OfMediaType other && canonical().equals(other.canonical());
    }

    @Override
    public int hashCode() {
      return canonical().hashCode();
    }

    @Override
    public String toString() {
      return value;
    }

    /** Headers also hold texts that are no media types; these are equal to themselves alone. */
    private String canonical() {
      try {
        return MediaType.of(value).canonical();
      } catch (IllegalArgumentException e) {
        return value;
      }
    }
  }

  /**
   * A content format.
   *
   * @param value its number in the CoAP Content-Formats registry
   */
  record OfContentFormat(long value) implements CoseContentType {
    /**
     * Creates a content format.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public OfContentFormat {
      if (value < 0) {
        throw new IllegalArgumentException("content format is negative");
      }
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }
}
