package org.rats4j.ear;

/** Why a {@link RelyingPartyPolicy} rejects, as codes of {@link Decision#reasons()}. */
public final class PolicyCodes {
  /** A status is not among the allowed tiers. */
  public static final String TIER_NOT_ALLOWED = "TIER_NOT_ALLOWED";

  /** A submodule is missing that the policy names. */
  public static final String SUBMOD_MISSING = "SUBMOD_MISSING";

  /** There are fewer submodules than the policy wants. */
  public static final String SUBMOD_COUNT = "SUBMOD_COUNT";

  /** The verifier asserts nothing in a category. */
  public static final String CATEGORY_NONE = "CATEGORY_NONE";

  /** A claim is not among the allowed ones. */
  public static final String VALUE_NOT_ALLOWED = "VALUE_NOT_ALLOWED";

  /** An appraisal was made without a policy that the relying party wants. */
  public static final String POLICY_ID_MISSING = "POLICY_ID_MISSING";

  /** A verifier that is not trusted. */
  public static final String VERIFIER_NOT_ALLOWED = EarCodes.VERIFIER_NOT_ALLOWED;

  /** An issuer that is not trusted, or none. */
  public static final String ISSUER_NOT_ALLOWED = "ISSUER_NOT_ALLOWED";

  /** The result is for somebody else. */
  public static final String AUDIENCE_MISMATCH = EarCodes.AUDIENCE_MISMATCH;

  /** The result is too old. */
  public static final String TOO_OLD = EarCodes.TOO_OLD;

  /** The result does not say when it ends. */
  public static final String EXPIRY_MISSING = "EXPIRY_MISSING";

  /** There is no nonce. */
  public static final String NONCE_MISSING = "NONCE_MISSING";

  /** There is another nonce. */
  public static final String NONCE_MISMATCH = "NONCE_MISMATCH";

  /** An appraisal has no vector. */
  public static final String VECTOR_MISSING = "VECTOR_MISSING";

  /** A status is better than what it sums up. */
  public static final String STATUS_INCONSISTENT = "STATUS_INCONSISTENT";

  /** There is a finding that the policy does not allow. */
  public static final String FINDING_NOT_ALLOWED = "FINDING_NOT_ALLOWED";

  private PolicyCodes() {}
}
