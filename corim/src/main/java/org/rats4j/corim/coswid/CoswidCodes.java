package org.rats4j.corim.coswid;

/**
 * The codes that only this package has, as {@link org.rats4j.core.RatsException#code()} and {@link
 * org.rats4j.core.Finding#code()} have them; the others are in {@link org.rats4j.corim.CorimCodes},
 * and {@code docs/errors.md} says what each means.
 */
public final class CoswidCodes {
  /** A tag that is both patch and supplemental. */
  public static final String COSWID_PATCH_AND_SUPPLEMENTAL = "COSWID_PATCH_AND_SUPPLEMENTAL";

  /** A tag that has both payload and evidence. */
  public static final String COSWID_PAYLOAD_AND_EVIDENCE = "COSWID_PAYLOAD_AND_EVIDENCE";

  /** A tag with a COSE signature around it. */
  public static final String COSWID_SIGNED = "COSWID_SIGNED";

  /** Finding: a supplemental tag that does not link to the tag that it adds to. */
  public static final String COSWID_SUPPLEMENTAL_LINK = "COSWID_SUPPLEMENTAL_LINK";

  private CoswidCodes() {}
}
