package org.rats4j.corim.appraisal;

/** The codes of findings and exceptions of this package. */
public final class AppraisalCodes {
  /** A CoRIM, or the signature on it, does not count any more; the CoRIM is left out. */
  public static final String CORIM_EXPIRED = "CORIM_EXPIRED";

  /** A CoRIM, or the signature on it, does not count yet; the CoRIM is left out. */
  public static final String CORIM_NOT_YET_VALID = "CORIM_NOT_YET_VALID";

  /** A list of tags does not count now; the list is left out. */
  public static final String COTL_NOT_VALID = "COTL_NOT_VALID";

  /** A list of tags names one that is not there; the list is left out. */
  public static final String COTL_INCOMPLETE = "COTL_INCOMPLETE";

  /** A tag is on no list while lists are demanded; the tag is left out. */
  public static final String TAG_NOT_ACTIVATED = "TAG_NOT_ACTIVATED";

  /** A triple breaks a rule; its tag is left out, or under an alternative it alone. */
  public static final String TRIPLE_INVALID = "TRIPLE_INVALID";

  /** A tag says that it replaces or supplements another; nothing follows from that. */
  public static final String LINKED_TAG = "LINKED_TAG";

  /** Trust dependencies lead in a circle; none of them is used. */
  public static final String TRUST_CYCLE = "TRUST_CYCLE";

  /** A domain is, over others, a member of itself; these memberships are not used. */
  public static final String MEMBERSHIP_CYCLE = "MEMBERSHIP_CYCLE";

  /** An appraisal needs more work than the options allow. */
  public static final String APPRAISAL_LIMIT = "APPRAISAL_LIMIT";

  private AppraisalCodes() {}
}
