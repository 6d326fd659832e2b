package org.rats4j.ear;

/**
 * The codes of this module, as {@link org.rats4j.core.RatsException#code()} and {@link
 * org.rats4j.core.Finding#code()} have them; {@code docs/errors.md} says what each means.
 */
public final class EarCodes {
  /** Not a JWT or CWT of the form that an EAR has. */
  public static final String EAR_CONTAINER = "EAR_CONTAINER";

  /** A wrong signature, or no key for it. */
  public static final String EAR_SIGNATURE = "EAR_SIGNATURE";

  /** An algorithm that is not allowed, or does not fit the key. */
  public static final String EAR_ALG = "EAR_ALG";

  /** A profile that nobody asked for. */
  public static final String EAR_PROFILE = "EAR_PROFILE";

  /** A mandatory claim is absent. */
  public static final String EAR_MISSING = "EAR_MISSING";

  /** A claim is of another type. */
  public static final String EAR_TYPE = "EAR_TYPE";

  /** A value is out of range. */
  public static final String EAR_RANGE = "EAR_RANGE";

  /** A claim stands twice. */
  public static final String EAR_DUPLICATE = "EAR_DUPLICATE";

  /** The token is past its {@code exp}. */
  public static final String EAR_EXPIRED = "EAR_EXPIRED";

  /** The token is before its {@code nbf}, or was issued in the future. */
  public static final String EAR_NOT_YET_VALID = "EAR_NOT_YET_VALID";

  /** No nonce, or another one. */
  public static final String EAR_NONCE = "EAR_NONCE";

  /** The result is for somebody else. */
  public static final String AUDIENCE_MISMATCH = "AUDIENCE_MISMATCH";

  /** The result is older than the relying party takes. */
  public static final String TOO_OLD = "TOO_OLD";

  /** A verifier that is not trusted. */
  public static final String VERIFIER_NOT_ALLOWED = "VERIFIER_NOT_ALLOWED";

  /** A status that is better than what it sums up; an error or a finding. */
  public static final String EAR_STATUS_INCONSISTENT = "EAR_STATUS_INCONSISTENT";

  /** Two spellings of one claim in one token. */
  public static final String EAR_SMUGGLED_NAME = "EAR_SMUGGLED_NAME";

  /** A submodule that is no appraisal, or nested too deep. */
  public static final String EAR_NESTING = "EAR_NESTING";

  /** A limit of the options. */
  public static final String EAR_LIMIT = "EAR_LIMIT";

  /** Finding: a claim that the dialect does not know; kept. */
  public static final String UNKNOWN_CLAIM = "UNKNOWN_CLAIM";

  /** Finding: a category that AR4SI does not know; kept, and it does not count. */
  public static final String UNKNOWN_CATEGORY = "UNKNOWN_CATEGORY";

  /** Finding: a vector without claims; read as absent. */
  public static final String EMPTY_VECTOR = "EMPTY_VECTOR";

  /** Finding: a text key in CBOR that spells the name of a claim; kept, and not read as it. */
  public static final String TEXT_NAME_IN_CBOR = "TEXT_NAME_IN_CBOR";

  /** Finding: the topology names what is no submodule. */
  public static final String TOPOLOGY_UNKNOWN_LABEL = "TOPOLOGY_UNKNOWN_LABEL";

  /** Finding: the topology goes round in a circle. */
  public static final String TOPOLOGY_CYCLE = "TOPOLOGY_CYCLE";

  /** Finding: the token was issued in the future. */
  public static final String IAT_IN_FUTURE = "IAT_IN_FUTURE";

  /** Finding: the text of a nonce is not base64url. */
  public static final String NONCE_NOT_BASE64URL = "NONCE_NOT_BASE64URL";

  /** Change: the type of raw evidence is not known, and the record says octet-stream. */
  public static final String RAW_EVIDENCE_TYPE_UNKNOWN = "RAW_EVIDENCE_TYPE_UNKNOWN";

  /** Change: the type of raw evidence is lost. */
  public static final String RAW_EVIDENCE_TYPE_DROPPED = "RAW_EVIDENCE_TYPE_DROPPED";

  /** Change: only the first policy is left. */
  public static final String POLICY_IDS_TRUNCATED = "POLICY_IDS_TRUNCATED";

  /** Change: a claim of older dialects became the one that took its place. */
  public static final String MAPPED_FROM_LEGACY = "MAPPED_FROM_LEGACY";

  /** Change: a claim became the one that older dialects have in its place. */
  public static final String MAPPED_TO_LEGACY = "MAPPED_TO_LEGACY";

  /** Change: an integer key became a text. */
  public static final String KEY_TYPE_CHANGED = "KEY_TYPE_CHANGED";

  /** Change: the target has no such claim. */
  public static final String NOT_REPRESENTABLE = "NOT_REPRESENTABLE";

  /** Change: the other encoding has no key or no value for a claim. */
  public static final String KEY_NOT_MAPPABLE = "KEY_NOT_MAPPABLE";

  private EarCodes() {}
}
