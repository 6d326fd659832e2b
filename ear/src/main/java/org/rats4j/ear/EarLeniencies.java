package org.rats4j.ear;

import java.util.Set;
import org.rats4j.core.Leniency;

/**
 * The deviations of tokens in the field that a caller may accept, each by its name. The three of
 * base64 are in {@link Leniency}; they cover the fields of EAR itself, not the parts of a JWS.
 */
public final class EarLeniencies {
  /** Accepts a JSON status as the number of its tier. */
  public static final Leniency STATUS_AS_INTEGER = new Leniency("STATUS_AS_INTEGER");

  /** Accepts a JSON status in upper or mixed case. */
  public static final Leniency STATUS_CASE = new Leniency("STATUS_CASE");

  /** Accepts null as value of a category, read as absent. */
  public static final Leniency NULL_CATEGORY = new Leniency("NULL_CATEGORY");

  /** Accepts a trustworthiness claim as text: digits or a symbol of {@link Ar4siValue}. */
  public static final Leniency CLAIM_AS_TEXT = new Leniency("CLAIM_AS_TEXT");

  /** Accepts a claim under its name of another dialect. */
  public static final Leniency CLAIM_SPELLING = new Leniency("CLAIM_SPELLING");

  /** Accepts a text where policies are a list, and a list where there is one text. */
  public static final Leniency POLICY_ID_FORM = new Leniency("POLICY_ID_FORM");

  /** Accepts bytes where raw evidence is a CMW record, and a record where it is bytes. */
  public static final Leniency RAW_EVIDENCE_FORM = new Leniency("RAW_EVIDENCE_FORM");

  /** Accepts an array of two or more nonces. */
  public static final Leniency NONCE_ARRAY = new Leniency("NONCE_ARRAY");

  /**
   * Accepts {@code iat} with an exponent or a zero fraction, as CBOR float or under tag 1, if its
   * value is an integer.
   */
  public static final Leniency TIME_NUMBER_FORM = new Leniency("TIME_NUMBER_FORM");

  /** Accepts a COSE_Sign1 without its tag. */
  public static final Leniency UNTAGGED_COSE = new Leniency("UNTAGGED_COSE");

  /** Accepts a key attestation without {@code akpub}, or with the key 0 of the oldest drafts. */
  public static final Leniency KEY_ATTESTATION_FORM = new Leniency("KEY_ATTESTATION_FORM");

  /** Accepts empty maps of claims. */
  public static final Leniency EMPTY_MAP = new Leniency("EMPTY_MAP");

  /** All leniencies of this module. */
  public static final Set<Leniency> LENIENT =
      Set.of(
          STATUS_AS_INTEGER,
          STATUS_CASE,
          NULL_CATEGORY,
          CLAIM_AS_TEXT,
          CLAIM_SPELLING,
          POLICY_ID_FORM,
          RAW_EVIDENCE_FORM,
          NONCE_ARRAY,
          TIME_NUMBER_FORM,
          UNTAGGED_COSE,
          KEY_ATTESTATION_FORM,
          EMPTY_MAP,
          Leniency.BASE64_PADDED,
          Leniency.BASE64_STANDARD_ALPHABET,
          Leniency.BASE64_TRAILING_BITS);

  private EarLeniencies() {}
}
