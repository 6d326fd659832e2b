package org.rats4j.core;

/**
 * A CoAP content-format (RFC 7252, section 12.3): a number that stands for a media type with its
 * parameters. {@link ContentFormats} knows which.
 *
 * @param number the number
 */
public record ContentFormat(int number) {
  /** The largest number. */
  public static final int MAX = 65535;

  /**
   * Creates a content-format.
   *
   * @throws IllegalArgumentException if {@code number} is not in 0..65535
   */
  public ContentFormat {
    if (number < 0 || number > MAX) {
      throw new IllegalArgumentException("content-format is not in 0..65535: " + number);
    }
  }

  /** Returns the content-format {@code number}. */
  public static ContentFormat of(int number) {
    return new ContentFormat(number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
