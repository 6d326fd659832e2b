package org.rats4j.core.cose;

/** Whether a message carries the tag of its type (RFC 9052, section 2). */
public enum CoseTag {
  /** It does; {@link CoseLeniencies#UNTAGGED} lets it go without. */
  REQUIRED,
  /** It may or may not, as the specification that embeds the message says. */
  OPTIONAL,
  /** It does not, as the specification that embeds the message says. */
  ABSENT,
}
