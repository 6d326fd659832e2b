package org.rats4j.ear;

/** In which form a dialect has the two claims whose type changed. */
final class EarForms {
  private EarForms() {}

  /** Returns whether raw evidence is a CMW record, not bytes. */
  static boolean hasEvidenceRecord(EarDialect dialect) {
    return dialect == EarDialect.IETF_04;
  }

  /** Returns whether policies are a list, not one text. */
  static boolean hasPolicyList(EarDialect dialect) {
    return !dialect.isDotted();
  }
}
