package org.rats4j.corim.appraisal;

/** What came out when a condition was compared with what is accepted. */
public enum Comparison {
  /** The condition is met. */
  SATISFIED,
  /** Nothing accepted has the environment. */
  ENV_MISMATCH,
  /** Nobody of those whom the condition names says so. */
  AUTHORITY_MISSING,
  /** There is no element of that name. */
  NO_ELEMENT_ID,
  /** The element has no value at the code point. */
  ATTRIBUTE_ABSENT,
  /** The value is another one. */
  VALUE_DIFFERS,
  /** The security version number is below the minimum. */
  BELOW_MINIMUM,
  /** What should be a state is itself a minimum. */
  MIN_SVN_AS_STATE,
  /** The two lists of digests have no algorithm in common. */
  NO_COMMON_DIGEST_ALG,
  /** A list of digests has two of one algorithm. */
  DUPLICATE_DIGEST_ALG,
  /** A list of digests is empty or broken. */
  MALFORMED_DIGESTS,
  /** The raw values are of different lengths. */
  LENGTH_DIFFERS,
  /** The mask is not as long as its value. */
  MASK_LENGTH,
  /** What should be a state has a mask. */
  ENTRY_MASKED,
  /** The integrity register is not there. */
  REGISTER_MISSING,
  /** The number is out of range. */
  OUT_OF_RANGE,
  /** What should be a state has no bound where the condition has one. */
  UNBOUNDED_ENTRY,
  /** The key is not at its position. */
  KEY_POSITION,
  /** Nobody has defined how such values are compared. */
  NO_RULE;

  /** Returns whether the condition is met; {@link #NO_RULE} counts as no. */
  public boolean isSatisfied() {
    return this == SATISFIED;
  }
}
