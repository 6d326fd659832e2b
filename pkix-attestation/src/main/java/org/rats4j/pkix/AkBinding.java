package org.rats4j.pkix;

/**
 * How strictly the signers have to be those that the transaction element names, if it names any.
 */
public enum AkBinding {
  /** Each signer is named, and each named key has a valid signature; the default. */
  STRICT,
  /** One signer is named; the rest are warnings. For evidence that others sign later, too. */
  AT_LEAST_ONE
}
