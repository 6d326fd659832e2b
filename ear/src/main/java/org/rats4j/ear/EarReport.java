package org.rats4j.ear;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rats4j.core.Finding;

/** A result in plain text, for people. */
final class EarReport {
  private final StringBuilder text = new StringBuilder();

  private EarReport() {}

  static String of(EarClaims claims, List<Finding> findings) {
    EarReport report = new EarReport();
    report.describe(claims, "");
    if (!findings.isEmpty()) {
      report.line("findings");
      for (Finding finding : findings) {
        report.line(
            "  %s %s at %s: %s",
            finding.severity(), finding.code(), Shown.text(finding.path()), finding.message());
      }
    }
    return report.text.toString();
  }

  private void describe(EarClaims claims, String indent) {
    line("%sEAR of dialect %s, issued %s", indent, claims.dialect().id(), claims.issuedAt());
    line("%s  verifier  %s", indent, claims.verifierId());
    claims.issuer().ifPresent(issuer -> line("%s  issuer    %s", indent, Shown.text(issuer)));
    claims.expiresAt().ifPresent(time -> line("%s  expires   %s", indent, time));
    claims
        .rawEvidence()
        .ifPresent(raw -> line("%s  evidence  %d bytes", indent, raw.value().size()));
    line(
        "%s  status    %s%s",
        indent,
        claims.effectiveStatus().wireName(),
        claims.status().isPresent() ? "" : " (the worst of the submodules)");
    claims.submods().forEach((label, submod) -> describe(Shown.text(label), submod, indent));
  }

  private void describe(String label, Submod submod, String indent) {
    if (submod instanceof Appraisal appraisal) {
      line("%s%s: %s", indent, label, appraisal.status().wireName());
      describe(appraisal, indent + "  ");
    } else if (submod instanceof NestedEar nested) {
      line("%s%s: result of another verifier", indent, label);
      describe(nested.claims(), indent + "  ");
    } else {
      line("%s%s: token of another verifier, not verified", indent, label);
    }
  }

  private void describe(Appraisal appraisal, String indent) {
    for (String id : appraisal.policyIds()) {
      line("%spolicy %s", indent, Shown.text(id));
    }
    appraisal
        .vector()
        .ifPresent(
            vector -> {
              for (Map.Entry<Category, Integer> claim : vector.claims().entrySet()) {
                describe(Ar4siValue.describe(claim.getKey(), claim.getValue()), indent);
              }
              vector
                  .unknown()
                  .keySet()
                  .forEach(
                      label ->
                          line("%s%s: unknown category", indent, Shown.text(label.toString())));
            });
    describe("attester claims", appraisal.attesterClaims(), indent);
    describe("verifier claims", appraisal.verifierClaims(), indent);
    describe("TEEP claims", appraisal.teepClaims(), indent);
    describe("annotated evidence", appraisal.annotatedEvidence(), indent);
    describe("policy claims", appraisal.policyClaims(), indent);
    appraisal.keyAttestation().ifPresent(key -> line("%sattests a key", indent));
  }

  private void describe(Ar4siValue claim, String indent) {
    line(
        "%s%-17s %4d  %-15s  %s",
        indent,
        claim.category(),
        claim.value(),
        claim.tier().wireName(),
        claim.symbol().isEmpty() ? claim.text() : claim.symbol() + ": " + claim.text());
  }

  private void describe(String what, ClaimMap claims, String indent) {
    if (!claims.isEmpty()) {
      line("%s%s: %d", indent, what, claims.size());
    }
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
