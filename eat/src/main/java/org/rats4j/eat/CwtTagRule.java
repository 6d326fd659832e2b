package org.rats4j.eat;

/** What a profile says of tag 61 in front of a CWT. */
public enum CwtTagRule {
  /** Tag 61 has to be there. */
  REQUIRED,
  /** Tag 61 may be there. */
  OPTIONAL,
  /** Tag 61 must not be there. */
  FORBIDDEN,
}
