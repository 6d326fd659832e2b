package org.rats4j.pkix;

import java.util.Set;
import org.rats4j.cmw.x509.AttestationStatement;
import org.rats4j.core.Leniency;

/** The deviations that a lenient read may accept. */
public final class EvidenceLeniencies {
  /**
   * Accepts a claim in an element that it does not belong to. It is kept, and no view and no policy
   * sees it.
   */
  public static final Leniency CLAIM_WRONG_ELEMENT = new Leniency(PkixCodes.CLAIM_WRONG_ELEMENT);

  /** Accepts evidence that stands inside an OCTET STRING of its statement. */
  public static final Leniency CSR_STATEMENT_WRAPPED =
      new Leniency(PkixCodes.CSR_STATEMENT_WRAPPED);

  /** All of this module, and the third member of statements in older bundles. */
  public static final Set<Leniency> LENIENT =
      Set.of(CLAIM_WRONG_ELEMENT, CSR_STATEMENT_WRAPPED, AttestationStatement.CSR_STATEMENT_HINT);

  private EvidenceLeniencies() {}
}
