package org.rats4j.verifier.evidence;

/** The codes of findings and exceptions of this package. */
public final class EvidenceCodes {
  /** A part of the evidence has no signature that was verified. */
  public static final String COMPONENT_NOT_VERIFIED = "COMPONENT_NOT_VERIFIED";

  /** The evidence has parts under one label. */
  public static final String COMPONENT_LABEL_TWICE = "COMPONENT_LABEL_TWICE";

  /** No handler knows evidence of this type. */
  public static final String NO_HANDLER = "NO_HANDLER";

  /** A wrapper says that its content is no evidence. */
  public static final String NOT_EVIDENCE = "NOT_EVIDENCE";

  /** The evidence is about a key of a kind that a result cannot carry. */
  public static final String KEY_NOT_ATTESTED = "KEY_NOT_ATTESTED";

  private EvidenceCodes() {}
}
