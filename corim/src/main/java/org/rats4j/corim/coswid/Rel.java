package org.rats4j.corim.coswid;

import org.rats4j.core.Label;

/**
 * How the software relates to what a link leads to (RFC 9393, section 4.4). The registry is open:
 * any other integer in -256..65535 and any text is a relation, too, such as those of IANA's Link
 * Relation Types.
 */
public final class Rel {
  /** What the software was, before it was updated. */
  public static final Label ANCESTOR = Label.of(1);

  /** A part of the software that exists by itself. */
  public static final Label COMPONENT = Label.of(2);

  /** A part of the software that can be enabled and disabled. */
  public static final Label FEATURE = Label.of(3);

  /** The package that installs the software. */
  public static final Label INSTALLATION_MEDIA = Label.of(4);

  /** The program that installs the software. */
  public static final Label PACKAGE_INSTALLER = Label.of(5);

  /** The larger software of which this one is a part. */
  public static final Label PARENT = Label.of(6);

  /** The software that this patch changes. */
  public static final Label PATCHES = Label.of(7);

  /** What the software needs in order to run. */
  public static final Label REQUIRES = Label.of(8);

  /** What else to look at. */
  public static final Label SEE_ALSO = Label.of(9);

  /** The older software that this one takes the place of. */
  public static final Label SUPERSEDES = Label.of(10);

  /** The tag that this one adds to. */
  public static final Label SUPPLEMENTAL = Label.of(11);

  private Rel() {}
}
