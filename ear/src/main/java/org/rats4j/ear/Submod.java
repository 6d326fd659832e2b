package org.rats4j.ear;

/**
 * What an EAR says under one label: the appraisal of an attester or, from the draft after 04 on and
 * only if {@link EarOptions#nestedSubmods()} is set, the result of another verifier.
 */
public sealed interface Submod permits Appraisal, NestedEar, NestedEarToken {

  /**
   * Returns how much trust there is: the status of an appraisal; the overall status of a nested
   * EAR, or else the worst of its submodules; {@link TrustTier#NONE} for a nested token, which
   * nobody has verified.
   */
  TrustTier status();
}
