package org.rats4j.core;

import java.util.Set;

/**
 * The codes of this module, as {@link RatsException#code()} has them, where it has finer ones than
 * the reason; {@code docs/errors.md} says what each means.
 */
public final class CoreCodes {
  /** The input ends too early, or a length goes beyond its end. */
  public static final String TRUNCATED = "TRUNCATED";

  /** Too many arrays, maps or objects inside each other. */
  public static final String DEPTH_LIMIT = "DEPTH_LIMIT";

  /** Neither base64url without padding nor a form of it that a leniency is about. */
  public static final String BASE64_INVALID = "BASE64_INVALID";

  /** The algorithm of a message is absent, not protected, no algorithm or none at all. */
  public static final String ALG = "ALG";

  /** The list of critical headers is empty, not protected, or names what must not be in it. */
  public static final String CRIT = "CRIT";

  /** A message that should be signed has an empty signature. */
  public static final String SIGNATURE = "SIGNATURE";

  /** A certificate of a path is revoked, or nobody knows whether it is. */
  public static final String CERTIFICATE_REVOKED = "CERTIFICATE_REVOKED";

  private static final Set<String> ALL =
      Set.of(TRUNCATED, DEPTH_LIMIT, BASE64_INVALID, ALG, CRIT, SIGNATURE);

  private CoreCodes() {}

  /**
   * Returns whether the code of {@code e} is one of this module or the name of the reason, so that
   * a module that has a finer one of its own may put that in its place.
   */
  public static boolean isOf(DecodingException e) {
    return ALL.contains(e.code()) || e.code().equals(e.reason().name());
  }
}
