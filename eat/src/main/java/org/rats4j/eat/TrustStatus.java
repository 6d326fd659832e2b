package org.rats4j.eat;

/**
 * Why the claims of a node may be believed to be those of the signer, best first (see {@link
 * EatNode}). Whether they are true is another question.
 */
public enum TrustStatus {
  /** The node has an envelope of its own, verified with an accepted key. */
  SIGNED_VERIFIED,
  /** The token around the node protects it, and is verified. */
  COVERED_BY_PARENT,
  /** The node came beside the token, and its digest stands in verified claims. */
  DIGEST_MATCHED,
  /** Nothing protects the node but the channel, as the caller asserted. */
  UNPROTECTED,
  /**
   * The node has an envelope of its own that was not verified: there is no key, or the policy says
   * so. No claims are shown.
   */
  SIGNED_UNVERIFIED,
  /** There is a digest, and nothing that it is of, or no way to compute it. */
  DIGEST_MISSING
}
