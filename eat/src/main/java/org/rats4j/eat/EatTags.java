package org.rats4j.eat;

/** The CBOR tags of tokens. */
final class EatTags {
  /** A CWT (RFC 8392, section 6). */
  static final long CWT = 61;

  /** Unprotected claims (RFC 9781, section 2). */
  static final long UCCS = 601;

  /** A detached EAT bundle (RFC 9711, section 5). */
  static final long BUNDLE = 602;

  /** CBOR of any kind (RFC 8949, section 3.4.6). */
  static final long SELF_DESCRIBED = 55799;

  private EatTags() {}
}
