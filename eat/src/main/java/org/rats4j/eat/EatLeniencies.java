package org.rats4j.eat;

import java.util.Set;
import org.rats4j.core.Leniency;

/**
 * The deviations of tokens in the field that a caller may accept, each by its name. The three of
 * base64 are in {@link Leniency}; they cover claim values, not the parts of a JWS.
 */
public final class EatLeniencies {
  /**
   * Accepts tag 111 on object identifiers, tag 32 on URIs, and tag 1 on times. A floating-point
   * {@code iat} stays an error.
   */
  public static final Leniency TAGGED_OID_URI_TIME = new Leniency("TAGGED_OID_URI_TIME");

  /** Accepts {@code hwversion} and {@code swversion} as bare text. */
  public static final Leniency STRING_VERSION = new Leniency("STRING_VERSION");

  /**
   * Makes a finding again of a missing companion claim where the profile or the caller demanded an
   * error.
   */
  public static final Leniency MISSING_COMPANION_CLAIMS = new Leniency("MISSING_COMPANION_CLAIMS");

  /** Accepts an array of names under {@code aud} in a CWT. */
  public static final Leniency AUD_ARRAY_IN_CWT = new Leniency("AUD_ARRAY_IN_CWT");

  /**
   * Accepts in JSON the digest of detached claims in hexadecimal, as verifiers of GPUs write it.
   */
  public static final Leniency HEX_DIGEST = new Leniency("HEX_DIGEST");

  /** All leniencies of this module. */
  public static final Set<Leniency> LENIENT =
      Set.of(
          Leniency.BASE64_PADDED,
          Leniency.BASE64_STANDARD_ALPHABET,
          Leniency.BASE64_TRAILING_BITS,
          TAGGED_OID_URI_TIME,
          STRING_VERSION,
          MISSING_COMPANION_CLAIMS,
          AUD_ARRAY_IN_CWT,
          HEX_DIGEST);

  /**
   * What tokens of the Go library veraison/eat need: it writes standard base64 into JSON and tags
   * times and URIs.
   */
  public static final Set<Leniency> LENIENT_VERAISON_GO =
      Set.of(Leniency.BASE64_PADDED, Leniency.BASE64_STANDARD_ALPHABET, TAGGED_OID_URI_TIME);

  private EatLeniencies() {}
}
