package org.rats4j.corim.comid;

/** The roles of an entity in a CoMID ({@code $comid-role-type-choice}). */
public final class ComidRole {
  /** Made the tag. */
  public static final long TAG_CREATOR = 0;

  /** Made the module. */
  public static final long CREATOR = 1;

  /** Maintains the module. */
  public static final long MAINTAINER = 2;

  private ComidRole() {}
}
