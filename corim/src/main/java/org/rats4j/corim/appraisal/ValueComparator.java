package org.rats4j.corim.appraisal;

import org.rats4j.core.Bytes;

/**
 * Compares values of a code point as a profile says. It has to be without state: equal arguments
 * give equal results.
 */
@FunctionalInterface
public interface ValueComparator {
  /**
   * Returns whether {@code entry} meets {@code condition}; {@link Comparison#NO_RULE} if the values
   * are of a kind that the profile does not compare. Neither is trusted to be of the right type.
   *
   * @param condition the value in the condition, in deterministic CBOR
   * @param entry the value of what is accepted, in deterministic CBOR
   */
  Comparison compare(Bytes condition, Bytes entry);
}
