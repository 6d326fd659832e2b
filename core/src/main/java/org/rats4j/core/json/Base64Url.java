package org.rats4j.core.json;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;

/** Base64url without padding, one text for one value (RFC 4648, section 5). */
public final class Base64Url {
  private Base64Url() {}

  /** Returns {@code bytes} in base64url without padding. */
  public static String encode(Bytes bytes) {
    throw new UnsupportedOperationException();
  }

  /**
   * Decodes {@code text}.
   *
   * @param path where it stands, for the exception
   * @throws DecodingException with NOT_WELL_FORMED if {@code text} has padding, characters beyond
   *     the alphabet, an impossible length or unused bits that are not zero
   */
  public static Bytes decode(String text, String path) throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Decodes {@code text}, with the base64 leniencies that {@code findings} allows.
   *
   * @param path where it stands, for exception and findings
   * @throws DecodingException with NOT_WELL_FORMED if {@code text} deviates otherwise
   */
  public static Bytes decode(String text, String path, Findings findings) throws DecodingException {
    throw new UnsupportedOperationException();
  }
}
