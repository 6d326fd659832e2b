package org.rats4j.ear;

import java.util.List;
import java.util.Locale;
import org.rats4j.core.Finding;

/** A result in plain text, for people. */
final class EarReport {
  private final StringBuilder text = new StringBuilder();

  private EarReport() {}

  static String of(EarClaims claims, List<Finding> findings) {
    EarReport report = new EarReport();
    report.describe(claims, "");
    if (!findings.isEmpty()) {
      report.line("", "findings");
      for (Finding finding : findings) {
        String where = finding.path().isEmpty() ? "" : " at " + Shown.text(finding.path());
        report.line(
            "  ", finding.severity() + " " + finding.code() + where + ": " + finding.message());
      }
    }
    return report.text.toString();
  }

  private void describe(EarClaims claims, String indent) {
    line(indent, "EAR of dialect " + claims.dialect().id() + ", issued " + claims.issuedAt());
    String inner = indent + "  ";
    line(inner, "verifier  " + claims.verifierId());
    claims.issuer().ifPresent(issuer -> line(inner, "issuer    " + Shown.text(issuer)));
    claims.expiresAt().ifPresent(time -> line(inner, "expires   " + time));
    claims
        .rawEvidence()
        .ifPresent(evidence -> line(inner, "evidence  " + evidence.value().size() + " bytes"));
    line(
        inner,
        "status    "
            + claims.effectiveStatus().wireName()
            + (claims.status().isPresent() ? "" : " (the worst of the submodules)"));
    claims.submods().forEach((label, submod) -> describe(Shown.text(label), submod, indent));
  }

  private void describe(String label, Submod submod, String indent) {
    if (submod instanceof Appraisal appraisal) {
      line(indent, label + ": " + appraisal.status().wireName());
      describe(appraisal, indent + "  ");
    } else if (submod instanceof NestedEar nested) {
      line(indent, label + ": result of another verifier");
      describe(nested.claims(), indent + "  ");
    } else {
      line(indent, label + ": token of another verifier, not verified");
    }
  }

  private void describe(Appraisal appraisal, String indent) {
    appraisal.policyIds().forEach(id -> line(indent, "policy " + Shown.text(id)));
    appraisal.vector().ifPresent(vector -> describe(vector, indent));
    describe("attester claims", appraisal.attesterClaims(), indent);
    describe("verifier claims", appraisal.verifierClaims(), indent);
    describe("TEEP claims", appraisal.teepClaims(), indent);
    describe("annotated evidence", appraisal.annotatedEvidence(), indent);
    describe("policy claims", appraisal.policyClaims(), indent);
    appraisal.keyAttestation().ifPresent(key -> line(indent, "attests a key"));
  }

  private void describe(TrustVector vector, String indent) {
    vector
        .claims()
        .forEach((category, claim) -> line(indent, row(Ar4siValue.describe(category, claim))));
    vector
        .unknown()
        .keySet()
        .forEach(label -> line(indent, Shown.text(label.toString()) + ": unknown category"));
  }

  private static String row(Ar4siValue claim) {
    return String.format(
        Locale.ROOT,
        "%-17s %4d  %-15s  %s",
        claim.category(),
        claim.value(),
        claim.tier().wireName(),
        claim.symbol().isEmpty() ? claim.text() : claim.symbol() + ": " + claim.text());
  }

  private void describe(String what, ClaimMap claims, String indent) {
    if (!claims.isEmpty()) {
      line(indent, what + ": " + claims.size());
    }
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }
}
