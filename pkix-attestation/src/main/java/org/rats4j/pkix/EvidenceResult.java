package org.rats4j.pkix;

import java.util.List;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.VerificationException;

/** What a verifier says, with all its reasons. */
public sealed interface EvidenceResult {
  /**
   * Returns the evidence.
   *
   * @throws VerificationException if it is rejected, with the code of the first error
   */
  Evidence evidence() throws VerificationException;

  /** Returns all remarks; if rejected, at least one of severity ERROR. */
  List<Finding> findings();

  /** Returns what was found out about each signature. */
  List<BlockReport> blocks();

  /**
   * Everything is as expected.
   *
   * @param evidence the evidence
   */
  record Verified(Evidence evidence) implements EvidenceResult {
    @Override
    public List<Finding> findings() {
      return evidence.findings();
    }

    @Override
    public List<BlockReport> blocks() {
      return evidence.blocks();
    }
  }

  /**
   * Something is not as expected. Nothing that the evidence says may be relied on.
   *
   * @param findings what, and other remarks
   * @param blocks what was found out about each signature
   */
  record Rejected(List<Finding> findings, List<BlockReport> blocks) implements EvidenceResult {
    /**
     * Creates a rejection.
     *
     * @throws IllegalArgumentException if no finding is an error
     */
    public Rejected {
      findings = List.copyOf(findings);
      blocks = List.copyOf(blocks);
      if (findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
        throw new IllegalArgumentException("rejected without error");
      }
    }

    @Override
    public Evidence evidence() throws VerificationException {
      throw PkixCodes.exception(cause());
    }

    /** Returns the first error. */
    public Finding cause() {
      return findings.stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .findFirst()
          .orElseThrow();
    }
  }
}
