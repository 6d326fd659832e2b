package org.rats4j.cmw;

import java.util.Set;
import org.rats4j.core.Leniency;

/**
 * The deviations of wrappers in the field that a caller may accept, each by its name. The three of
 * base64 are in {@link Leniency}.
 */
public final class CmwLeniencies {
  /** Accepts one of the tags 907 and 765 of old drafts around the whole. */
  public static final Leniency LEGACY_TAG = new Leniency("LEGACY_TAG");

  /** Accepts, in a signed wrapper, parameters of the content type other than {@code cmwc_t}. */
  public static final Leniency CTY_PARAMETER = new Leniency("CTY_PARAMETER");

  /** Accepts, in a JWS, {@code cmw+json} in place of {@code application/cmw+json}. */
  public static final Leniency CTY_SHORT = new Leniency("CTY_SHORT");

  /** All leniencies of this module. */
  public static final Set<Leniency> LENIENT =
      Set.of(
          Leniency.BASE64_PADDED,
          Leniency.BASE64_STANDARD_ALPHABET,
          Leniency.BASE64_TRAILING_BITS,
          LEGACY_TAG,
          CTY_PARAMETER,
          CTY_SHORT);

  private CmwLeniencies() {}
}
