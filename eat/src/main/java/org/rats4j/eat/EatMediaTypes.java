package org.rats4j.eat;

/** The media types of tokens (RFC 9782), without parameters. */
public final class EatMediaTypes {
  /** A token as CWT. */
  public static final String CWT = "application/eat+cwt";

  /** A token as JWT. */
  public static final String JWT = "application/eat+jwt";

  private EatMediaTypes() {}
}
