package org.rats4j.corim.coswid;

import org.rats4j.core.Label;

/**
 * Whether what a link leads to has to be there (RFC 9393, section 4.5). The registry is open: any
 * other integer in -256..255 and any text is a use, too.
 */
public final class Use {
  /** Not needed. */
  public static final Label OPTIONAL = Label.of(1);

  /** Needed. */
  public static final Label REQUIRED = Label.of(2);

  /** Better with it. */
  public static final Label RECOMMENDED = Label.of(3);

  private Use() {}
}
