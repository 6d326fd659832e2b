package org.rats4j.corim;

import java.util.Set;
import org.rats4j.core.Leniency;

/**
 * The deviations of CoRIM files in the field that a caller may accept, each by its name. What was
 * read so is written again in the form of today.
 */
public final class CorimLeniencies {
  /** Accepts the outer tag 500 around a CoRIM, up to draft -06. */
  public static final Leniency LEGACY_TAG_500 = new Leniency("LEGACY_TAG_500");

  /** Accepts tag 502 around a signed CoRIM, up to draft -06. */
  public static final Leniency LEGACY_TAG_502 = new Leniency("LEGACY_TAG_502");

  /** Accepts a COSE_Sign1 without its tag 18. */
  public static final Leniency UNTAGGED_COSE_SIGN1 = new Leniency("UNTAGGED_COSE_SIGN1");

  /** Accepts a corim-map without tag 501, as a document or as payload. */
  public static final Leniency UNTAGGED_CORIM = new Leniency("UNTAGGED_CORIM");

  /** Accepts the content type {@code application/corim-unsigned+cbor}, up to draft -06. */
  public static final Leniency LEGACY_CONTENT_TYPE = new Leniency("LEGACY_CONTENT_TYPE");

  /** Accepts parameters of the content type {@code application/rim+cbor}. */
  public static final Leniency CONTENT_TYPE_PARAMETERS = new Leniency("CONTENT_TYPE_PARAMETERS");

  /** Accepts a byte string that holds a tag 505 to 508 where the tag should be outside. */
  public static final Leniency WRAPPED_TAG_IN_BSTR = new Leniency("WRAPPED_TAG_IN_BSTR");

  /** Accepts a byte string that holds a bare map in place of a concise tag; read as CoMID. */
  public static final Leniency UNTAGGED_COMID = new Leniency("UNTAGGED_COMID");

  /** Accepts a map directly under 505, 506 or 508, without the byte string. */
  public static final Leniency UNWRAPPED_TAG_CONTENT = new Leniency("UNWRAPPED_TAG_CONTENT");

  /** Accepts one measurement map where a list is due. */
  public static final Leniency SINGLE_MEASUREMENT_MAP = new Leniency("SINGLE_MEASUREMENT_MAP");

  /** Accepts text without tag 32 as URI. */
  public static final Leniency UNTAGGED_URI = new Leniency("UNTAGGED_URI");

  /** Accepts a byte string without tag 111 as profile. */
  public static final Leniency UNTAGGED_OID = new Leniency("UNTAGGED_OID");

  /** Accepts 16 bytes without tag 37 as class-id, instance, group or mkey. */
  public static final Leniency UNTAGGED_UUID = new Leniency("UNTAGGED_UUID");

  /** Accepts an integer without tag 1 as time. */
  public static final Leniency UNTAGGED_TIME = new Leniency("UNTAGGED_TIME");

  /** Accepts an array of COSE keys under tag 558, up to draft -07. */
  public static final Leniency LEGACY_COSE_KEY_SET = new Leniency("LEGACY_COSE_KEY_SET");

  /** Accepts the tags 600, 601 and 602 of old PSA and CCA files; kept as unknown choices. */
  public static final Leniency LEGACY_PSA_TAG = new Leniency("LEGACY_PSA_TAG");

  /** Accepts an empty flags map, up to draft -09. */
  public static final Leniency EMPTY_FLAGS_MAP = new Leniency("EMPTY_FLAGS_MAP");

  /** Accepts a class with a model and no vendor. */
  public static final Leniency MODEL_WITHOUT_VENDOR = new Leniency("MODEL_WITHOUT_VENDOR");

  /** Accepts unknown keys in a closed map and keeps them. */
  public static final Leniency UNKNOWN_KEY_IN_CLOSED_MAP =
      new Leniency("UNKNOWN_KEY_IN_CLOSED_MAP");

  /** Accepts strings, arrays and maps of indefinite length. */
  public static final Leniency INDEFINITE_LENGTH = new Leniency("INDEFINITE_LENGTH");

  /** Accepts, in a CoSWID, an array of one element where a bare item is due. */
  public static final Leniency COSWID_SINGLETON_ARRAY = new Leniency("COSWID_SINGLETON_ARRAY");

  /** Accepts a CoSWID that breaks one of its co-constraints. */
  public static final Leniency COSWID_CO_CONSTRAINT = new Leniency("COSWID_CO_CONSTRAINT");

  /** Accepts the collection type of draft -07, which ends in {@code :bundle}. */
  public static final Leniency LEGACY_COLLECTION_TYPE = new Leniency("LEGACY_COLLECTION_TYPE");

  /**
   * Accepts, in JSON templates, the spellings of the Veraison dialect before its second version.
   */
  public static final Leniency JSON_V1_FORM = new Leniency("JSON_V1_FORM");

  /** Ignores, in JSON templates, members that nobody knows. */
  public static final Leniency JSON_UNKNOWN_MEMBER = new Leniency("JSON_UNKNOWN_MEMBER");

  /**
   * Leaves out tags of a CoRIM that are invalid, as a verifier has to; at least one has to be
   * valid. Not among {@link #LENIENT}: it is about what is missing then, not about another form.
   */
  public static final Leniency INVALID_TAG = new Leniency("INVALID_TAG");

  /** All leniencies of this module that accept another form of what is meant. */
  public static final Set<Leniency> LENIENT =
      Set.of(
          LEGACY_TAG_500,
          LEGACY_TAG_502,
          UNTAGGED_COSE_SIGN1,
          UNTAGGED_CORIM,
          LEGACY_CONTENT_TYPE,
          CONTENT_TYPE_PARAMETERS,
          WRAPPED_TAG_IN_BSTR,
          UNTAGGED_COMID,
          UNWRAPPED_TAG_CONTENT,
          SINGLE_MEASUREMENT_MAP,
          UNTAGGED_URI,
          UNTAGGED_OID,
          UNTAGGED_UUID,
          UNTAGGED_TIME,
          LEGACY_COSE_KEY_SET,
          LEGACY_PSA_TAG,
          EMPTY_FLAGS_MAP,
          MODEL_WITHOUT_VENDOR,
          UNKNOWN_KEY_IN_CLOSED_MAP,
          INDEFINITE_LENGTH,
          COSWID_SINGLETON_ARRAY,
          COSWID_CO_CONSTRAINT,
          LEGACY_COLLECTION_TYPE,
          JSON_V1_FORM,
          JSON_UNKNOWN_MEMBER);

  private CorimLeniencies() {}
}
