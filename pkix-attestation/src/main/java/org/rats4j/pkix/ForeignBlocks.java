package org.rats4j.pkix;

/**
 * What a verifier makes of signatures by keys that it does not know or that have no path to its
 * anchors. A signature that is wrong is never foreign.
 */
public enum ForeignBlocks {
  /** They are failures; the default. */
  REJECT,
  /** They are reported, and do not count. */
  IGNORE
}
