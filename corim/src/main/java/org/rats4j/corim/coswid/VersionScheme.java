package org.rats4j.corim.coswid;

import org.rats4j.core.Label;

/**
 * How the text of a version is built (RFC 9393, section 4.1). The registry is open: any other
 * integer in -256..65535 and any text is a scheme, too.
 */
public final class VersionScheme {
  /** Numbers with dots between. */
  public static final Label MULTIPART_NUMERIC = Label.of(1);

  /** Numbers with dots between, and a suffix. */
  public static final Label MULTIPART_NUMERIC_SUFFIX = Label.of(2);

  /** Letters and digits, compared as text. */
  public static final Label ALPHANUMERIC = Label.of(3);

  /** One decimal number. */
  public static final Label DECIMAL = Label.of(4);

  /** Semantic versioning. */
  public static final Label SEMVER = Label.of(16384);

  private VersionScheme() {}
}
