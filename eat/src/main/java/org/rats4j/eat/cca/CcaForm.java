package org.rats4j.eat.cca;

/** How platform and realm token are put together. New constants may appear in minor releases. */
public enum CcaForm {
  /** A conceptual message collection, usually with tag 907. */
  CMW,
  /** A map with tag 399. */
  LEGACY,
}
