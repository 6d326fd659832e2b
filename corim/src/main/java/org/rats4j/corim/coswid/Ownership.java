package org.rats4j.corim.coswid;

import org.rats4j.core.Label;

/**
 * Whether what a link leads to goes when the software goes (RFC 9393, section 4.3). The registry is
 * open: any other integer in -256..255 and any text is an ownership, too.
 */
public final class Ownership {
  /** It stays, and nobody owns it then. */
  public static final Label ABANDON = Label.of(1);

  /** It goes with the software. */
  public static final Label PRIVATE = Label.of(2);

  /** It goes with the last software that uses it. */
  public static final Label SHARED = Label.of(3);

  private Ownership() {}
}
