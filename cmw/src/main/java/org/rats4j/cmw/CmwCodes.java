package org.rats4j.cmw;

/**
 * The error codes of this module, as {@link org.rats4j.core.RatsException#code()} has them; {@code
 * docs/errors.md} says what each means.
 */
public final class CmwCodes {
  /** Not well-formed CBOR or JSON. */
  public static final String MALFORMED = "MALFORMED";

  /** The input ends before the wrapper does. */
  public static final String TRUNCATED = "TRUNCATED";

  /** Bytes behind the wrapper. */
  public static final String TRAILING_DATA = "TRAILING_DATA";

  /** Too many collections, arrays or objects inside each other. */
  public static final String DEPTH_LIMIT = "DEPTH_LIMIT";

  /** Too many bytes or entries. */
  public static final String SIZE_LIMIT = "SIZE_LIMIT";

  /** Neither record nor tag nor collection. */
  public static final String NOT_A_CMW = "NOT_A_CMW";

  /** A record that has not two or three members. */
  public static final String RECORD_LENGTH = "RECORD_LENGTH";

  /** A type that is neither media type nor, in CBOR, content-format. */
  public static final String TYPE_INVALID = "TYPE_INVALID";

  /** A text that is no media type. */
  public static final String MEDIA_TYPE_SYNTAX = "MEDIA_TYPE_SYNTAX";

  /** A content-format above 65535. */
  public static final String CONTENT_FORMAT_RANGE = "CONTENT_FORMAT_RANGE";

  /** A value that is no byte string, or in JSON no text with a character. */
  public static final String VALUE_INVALID = "VALUE_INVALID";

  /** A value that is not base64url without padding. */
  public static final String BASE64_INVALID = "BASE64_INVALID";

  /** An indicator that is no integer in 1..2^32-1. */
  public static final String INDICATOR_RANGE = "INDICATOR_RANGE";

  /** A tag that stands for no content-format. */
  public static final String TAG_RANGE = "TAG_RANGE";

  /** A tag that only a careless computation takes for that of a content-format. */
  public static final String TAG_ALIAS = "TAG_ALIAS";

  /** A tag on something else than a byte string. */
  public static final String TAG_CONTENT = "TAG_CONTENT";

  /** A collection without an entry. */
  public static final String COLLECTION_EMPTY = "COLLECTION_EMPTY";

  /** A collection type that is neither absolute URI nor object identifier. */
  public static final String COLLECTION_TYPE = "COLLECTION_TYPE";

  /** A label that is neither integer nor text. */
  public static final String LABEL_TYPE = "LABEL_TYPE";

  /** A label twice in one collection, or in the headers of a signed wrapper. */
  public static final String LABEL_DUPLICATE = "LABEL_DUPLICATE";

  /** A content type of a signed wrapper that is absent, another one, or not that of the payload. */
  public static final String CTY = "CTY";

  /** An algorithm that is absent, not protected or not allowed. */
  public static final String ALG = "ALG";

  /** A signature that is wrong, or of which nobody knows a key to trust. */
  public static final String SIGNATURE = "SIGNATURE";

  /** A critical header that is not understood, or stands where it must not. */
  public static final String CRIT = "CRIT";

  /** In ASN.1, another type than that of the wrapper's encoding. */
  public static final String CHOICE_ARM = "CHOICE_ARM";

  /** In a certification request, the attribute of attestations twice. */
  public static final String CSR_ATTRIBUTE_REPEATED = "CSR_ATTRIBUTE_REPEATED";

  /** In a certification request, an attribute of attestations that has not exactly one value. */
  public static final String CSR_ATTRIBUTE_VALUES = "CSR_ATTRIBUTE_VALUES";

  /** A wrapper that the other form cannot express. */
  public static final String CONVERSION = "CONVERSION";

  private CmwCodes() {}
}
