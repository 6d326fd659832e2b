package org.rats4j.cmw;

import org.rats4j.core.ContentFormat;

/** The CBOR tags that stand for content-formats (RFC 9277, appendix B). */
public final class TagNumbers {
  /** The largest content-format that has a tag. */
  public static final int CONTENT_FORMAT_MAX = 65024;

  private static final long FIRST = 0x63740101L;
  private static final long LAST = 0x6374ffffL;

  private TagNumbers() {}

  /**
   * Returns the tag that stands for {@code contentFormat}.
   *
   * @throws IllegalArgumentException if {@code contentFormat} is above 65024
   */
  public static long of(ContentFormat contentFormat) {
    int number = contentFormat.number();
    if (number > CONTENT_FORMAT_MAX) {
      throw new IllegalArgumentException("content-format has no tag: " + number);
    }
    return FIRST + number / 255 * 256L + number % 255;
  }

  /** Returns whether {@code tag} is between the first and the last tag of content-formats. */
  public static boolean isInRange(long tag) {
    return tag >= FIRST && tag <= LAST;
  }

  /**
   * Returns the content-format that {@code tag} stands for.
   *
   * @throws IllegalArgumentException if {@code tag} is out of range, or its low byte is 0, which no
   *     content-format leads to
   */
  public static ContentFormat contentFormat(long tag) {
    if (!isInRange(tag) || isAlias(tag)) {
      throw new IllegalArgumentException(
          "tag stands for no content-format: " + Long.toUnsignedString(tag));
    }
    int distance = (int) (tag - FIRST);
    return ContentFormat.of(distance / 256 * 255 + distance % 256);
  }

  /** Returns whether a careless computation takes {@code tag} for another one. */
  static boolean isAlias(long tag) {
    return (tag & 0xff) == 0;
  }
}
