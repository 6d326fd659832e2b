package org.rats4j.pkix;

/**
 * What a verifier makes of signatures by keys that it does not know or that have no path to its
 * anchors. A signature that is wrong is never foreign.
 *
 * <p>A key identifier that nobody knows is a failure of the whole evidence, whatever {@link
 * SignaturePolicy} there is, unless such signatures are ignored.
 */
public enum ForeignBlocks {
  /** They are failures; the default. */
  REJECT,
  /** They are reported, and do not count. */
  IGNORE
}
