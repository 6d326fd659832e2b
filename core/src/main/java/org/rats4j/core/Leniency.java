package org.rats4j.core;

import java.util.regex.Pattern;

/**
 * A named relaxation that a caller may allow in {@link DecodeOptions}. Each use is reported as a
 * {@link Finding} of severity {@link Finding.Severity#DEVIATION} whose code is the name.
 *
 * @param code the name, in upper case with underscores
 */
public record Leniency(String code) {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

  /** Accepts base64url with its padding, complete and at the end. */
  public static final Leniency BASE64_PADDED = new Leniency("BASE64_PADDED");

  /** Accepts the alphabet of RFC 4648, section 4 ({@code +} and {@code /}), not mixed. */
  public static final Leniency BASE64_STANDARD_ALPHABET = new Leniency("BASE64_STANDARD_ALPHABET");

  /** Accepts base64url whose unused last bits are not zero. */
  public static final Leniency BASE64_TRAILING_BITS = new Leniency("BASE64_TRAILING_BITS");

  /**
   * Creates a leniency.
   *
   * @throws IllegalArgumentException if {@code code} is not upper case with underscores
   */
  public Leniency {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not UPPER_CASE_WITH_UNDERSCORES: " + code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
