package org.rats4j.pkix;

/** The two ways in which intermediate certificates stand under their tag {@code [0]}. */
public enum IntermediateTagging {
  /** A SEQUENCE inside the tag, as the module of the draft says. */
  EXPLICIT,
  /** The certificates directly inside the tag, as the samples of the draft and its peers do. */
  IMPLICIT
}
