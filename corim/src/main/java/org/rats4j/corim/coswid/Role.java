package org.rats4j.corim.coswid;

import org.rats4j.core.Label;

/**
 * What an entity did for the software or its tag (RFC 9393, section 4.2). The registry is open: any
 * other integer in -256..255 and any text is a role, too.
 */
public final class Role {
  /** Made the tag. */
  public static final Label TAG_CREATOR = Label.of(1);

  /** Made the software. */
  public static final Label SOFTWARE_CREATOR = Label.of(2);

  /** Put the software into a larger one. */
  public static final Label AGGREGATOR = Label.of(3);

  /** Brings the software to its users. */
  public static final Label DISTRIBUTOR = Label.of(4);

  /** Grants the right to use the software. */
  public static final Label LICENSOR = Label.of(5);

  /** Keeps the software up to date. */
  public static final Label MAINTAINER = Label.of(6);

  private Role() {}
}
