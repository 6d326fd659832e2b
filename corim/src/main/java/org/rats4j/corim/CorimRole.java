package org.rats4j.corim;

/** The roles of an entity in a CoRIM ({@code $corim-role-type-choice}). */
public final class CorimRole {
  /** Made the manifest. */
  public static final long MANIFEST_CREATOR = 1;

  /** Signed the manifest; at most one entity may. */
  public static final long MANIFEST_SIGNER = 2;

  private CorimRole() {}
}
