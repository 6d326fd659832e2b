package org.rats4j.corim.coswid;

/**
 * The codes of this package, as {@link org.rats4j.core.RatsException#code()} and {@link
 * org.rats4j.core.Finding#code()} have them; {@code docs/errors.md} says what each means.
 */
public final class CoswidCodes {
  /** A map without a member that it must have. */
  public static final String MISSING_KEY = "MISSING_KEY";

  /** A tag that is both patch and supplemental. */
  public static final String COSWID_PATCH_AND_SUPPLEMENTAL = "COSWID_PATCH_AND_SUPPLEMENTAL";

  /** A tag that has both payload and evidence. */
  public static final String COSWID_PAYLOAD_AND_EVIDENCE = "COSWID_PAYLOAD_AND_EVIDENCE";

  /** A tag with a COSE signature around it. */
  public static final String COSWID_SIGNED = "COSWID_SIGNED";

  /** Finding: a member that RFC 9393 does not name; kept. */
  public static final String UNKNOWN_KEY = "UNKNOWN_KEY";

  /** Finding: a hash that is not as long as its algorithm makes them. */
  public static final String DIGEST_LENGTH = "DIGEST_LENGTH";

  /** Finding: a supplemental tag that does not link to the tag that it adds to. */
  public static final String COSWID_SUPPLEMENTAL_LINK = "COSWID_SUPPLEMENTAL_LINK";

  private CoswidCodes() {}
}
