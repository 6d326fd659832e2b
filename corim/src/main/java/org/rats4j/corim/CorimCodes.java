package org.rats4j.corim;

/**
 * The codes of findings and exceptions of this module. The names of {@link CorimLeniencies} are
 * codes, too.
 */
public final class CorimCodes {
  /** An integer key that an open map allows and nobody here knows; kept. */
  public static final String UNKNOWN_KEY = "UNKNOWN_KEY";

  /** A value under a tag that nobody here knows, where others are allowed; kept. */
  public static final String UNKNOWN_CHOICE = "UNKNOWN_CHOICE";

  /** A concise tag of another number than 505 to 508; kept. */
  public static final String UNKNOWN_CONCISE_TAG = "UNKNOWN_CONCISE_TAG";

  /** A role, relation or version scheme that is in no registry; kept. */
  public static final String UNKNOWN_REGISTRY_VALUE = "UNKNOWN_REGISTRY_VALUE";

  /** A text key in a map whose keys are integers. */
  public static final String TEXT_KEY = "TEXT_KEY";

  /** A key that must be there is not. */
  public static final String MISSING_KEY = "MISSING_KEY";

  /** A key that is reserved. */
  public static final String RESERVED_KEY = "RESERVED_KEY";

  /** A map or list that must not be empty. */
  public static final String EMPTY = "EMPTY";

  /** A value without the tag that its place demands. */
  public static final String UNTAGGED = "UNTAGGED";

  /** A tag that its place does not allow. */
  public static final String TAG_NOT_ALLOWED = "TAG_NOT_ALLOWED";

  /** Two digests of one algorithm in one list. */
  public static final String DUPLICATE_DIGEST_ALGORITHM = "DUPLICATE_DIGEST_ALGORITHM";

  /** Two names of one digest algorithm in one list. */
  public static final String DIGEST_ALG_ALIAS = "DIGEST_ALG_ALIAS";

  /** A digest that is not as long as those of its algorithm. */
  public static final String DIGEST_LENGTH = "DIGEST_LENGTH";

  /** A mask that is not as long as its value; it matches nothing. */
  public static final String MASK_LENGTH = "MASK_LENGTH";

  /** A raw-value-mask without the tagged bytes that it is for. */
  public static final String MASK_WITHOUT_VALUE = "MASK_WITHOUT_VALUE";

  /** A range whose lower bound is above its upper one; it matches nothing. */
  public static final String EMPTY_RANGE = "EMPTY_RANGE";

  /** A domain that is its own member or trustee. */
  public static final String SELF_EDGE = "SELF_EDGE";

  /** Domains that contain, or trust, each other. */
  public static final String DOMAIN_CYCLE = "DOMAIN_CYCLE";

  /** A domain, or what it depends on, that is a member of no domain. */
  public static final String NO_MEMBER = "NO_MEMBER";

  /** Rows of a series that do not ask for the same code points. */
  public static final String SERIES_SHAPE = "SERIES_SHAPE";

  /** A row of a series that an earlier one always hides. */
  public static final String SERIES_ROW_UNREACHABLE = "SERIES_ROW_UNREACHABLE";

  /** A CoRIM that names no manifest-signer, as one has to that travels without a signature. */
  public static final String SIGNER_ENTITY_MISSING = "SIGNER_ENTITY_MISSING";

  /** Two tags of one name in a CoRIM. */
  public static final String DUPLICATE_TAG_ID = "DUPLICATE_TAG_ID";

  /** A CoSWID that a triple names and the CoRIM does not have. */
  public static final String COSWID_MISSING = "COSWID_MISSING";

  /** Two entities that signed a CoRIM, or say so. */
  public static final String TWO_SIGNERS = "TWO_SIGNERS";

  /** A profile that the reader was not given. */
  public static final String UNKNOWN_PROFILE = "UNKNOWN_PROFILE";

  /** A rule of the profile is broken. */
  public static final String PROFILE_RULE = "PROFILE_RULE";

  /** A value of a profile that is not of the type that the profile says; kept. */
  public static final String PROFILE_VALUE_TYPE = "PROFILE_VALUE_TYPE";

  /** A digest whose algorithm the profile wants to be named by text, not by a number. */
  public static final String PROFILE_DIGEST_ALG_INT = "PROFILE_DIGEST_ALG_INT";

  /** A value of another size than the profile says; kept. */
  public static final String PROFILE_VALUE_SIZE = "PROFILE_VALUE_SIZE";

  /** A content type that is not that of a CoRIM, or that does not go with the payload. */
  public static final String CONTENT_TYPE = "CONTENT_TYPE";

  /** A signed CoRIM without corim-meta and without CWT claims. */
  public static final String SIGNER_MISSING = "SIGNER_MISSING";

  /** CWT claims that say something else than corim-meta. */
  public static final String META_CLAIMS_MISMATCH = "META_CLAIMS_MISMATCH";

  /** A CMW that is no collection of CoRIMs. */
  public static final String COLLECTION = "COLLECTION";

  /** More findings of one code than are listed. */
  public static final String MORE_FINDINGS = "MORE_FINDINGS";

  private CorimCodes() {}
}
