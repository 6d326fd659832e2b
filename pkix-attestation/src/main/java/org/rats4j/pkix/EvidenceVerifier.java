package org.rats4j.pkix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;

/** Verifies evidence and says all reasons. */
final class EvidenceVerifier {
  private final EvidenceExpectations expectations;

  private EvidenceVerifier(EvidenceExpectations expectations) {
    this.expectations = expectations;
  }

  static EvidenceVerifier of(EvidenceExpectations expectations) {
    return new EvidenceVerifier(Objects.requireNonNull(expectations, "expectations"));
  }

  /**
   * Verifies evidence: each signature, the policy over the signatures, their binding to the keys
   * that the evidence names, then nonce and policies if all that is right. With a key that is not
   * trusted nothing is computed, unless {@link ForeignBlocks#IGNORE} is expected.
   */
  EvidenceResult verify(UnverifiedEvidence evidence) {
    List<Finding> findings = new ArrayList<>(evidence.findings());
    List<BlockReport> blocks = new ArrayList<>();
    try {
      return verify(evidence, findings, blocks);
    } catch (RuntimeException e) {
      // A policy or hook of the caller, or a provider, failed: that must not look like success.
      findings.add(
          new Finding(
              PkixCodes.INTERNAL_ERROR,
              Severity.ERROR,
              EvidenceReader.ROOT,
              e.getClass().getSimpleName()));
      return new EvidenceResult.Rejected(findings, blocks);
    }
  }

  private EvidenceResult verify(
      UnverifiedEvidence evidence, List<Finding> findings, List<BlockReport> blocks) {
    if (evidence.signatures().isEmpty()) {
      findings.add(
          new Finding(
              PkixCodes.UNSIGNED, Severity.ERROR, EvidenceReader.SIGNATURES, "no signature"));
      return new EvidenceResult.Rejected(findings, blocks);
    }
    TbsEvidence tbs = evidence.unverifiedTbs();
    Instant time = expectations.clock().instant();
    PathFinder paths = paths(evidence, time);
    for (SignatureBlock block : evidence.signatures()) {
      BlockCheck check =
          new BlockCheck(expectations, tbs.oids(), paths, time, block, blocks.size());
      blocks.add(check.check(tbs.encoded()));
    }
    new SignerRules(expectations, blocks, findings).check(tbs);
    if (hasError(findings)) {
      return new EvidenceResult.Rejected(findings, blocks);
    }
    return judged(new Evidence(evidence, blocks, findings), findings);
  }

  private PathFinder paths(UnverifiedEvidence evidence, Instant time) {
    List<Bytes> pool = new ArrayList<>(evidence.intermediateCertificates());
    pool.addAll(expectations.certificates());
    return new PathFinder(expectations, pool, time);
  }

  private EvidenceResult judged(Evidence evidence, List<Finding> findings) {
    expectations
        .nonce()
        .ifPresent(nonce -> findings.addAll(EvidencePolicies.requireNonce(nonce).check(evidence)));
    for (EvidencePolicy policy : expectations.policies()) {
      findings.addAll(policy.check(evidence));
    }
    if (!hasError(findings) && !isFirstUse()) {
      findings.add(PolicyFindings.mismatch("require-nonce", "transaction", "nonce used before"));
    }
    return hasError(findings)
        ? new EvidenceResult.Rejected(findings, evidence.blocks())
        : new EvidenceResult.Verified(evidence.withFindings(findings));
  }

  private boolean isFirstUse() {
    return expectations.nonce().isEmpty()
        || expectations.replay().firstUse(expectations.nonce().get());
  }

  private static boolean hasError(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
