package org.rats4j.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Finding;
import org.rats4j.core.PrintableText;
import org.rats4j.core.RatsException;
import org.rats4j.corim.appraisal.Appraisal;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.Mismatch;
import org.rats4j.corim.appraisal.NearEnvironments;
import org.rats4j.corim.appraisal.Outcome;
import org.rats4j.ear.Ar4siValue;
import org.rats4j.ear.Category;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.evidence.FailedComponent;
import org.rats4j.verifier.evidence.KeySource;
import org.rats4j.verifier.policy.ElementView;
import org.rats4j.verifier.policy.EndorsementView;

/** How a result came about, for people. */
final class AuditText {
  private static final Map<KeySource, String> KEYS =
      Map.of(
          KeySource.GIVEN, "a key that was given to the verifier",
          KeySource.STORE, "the key that the endorsement store has for this device",
          KeySource.CORIM, "the key that a CoRIM names for this device",
          KeySource.TRUST_ANCHOR, "a key whose certificates lead to a trust anchor",
          KeySource.COMPONENT, "a key that the component around it vouches for",
          KeySource.CHANNEL, "no key, received over a secured channel");

  /** How many triples are listed that did not match. */
  private static final int LISTED = 20;

  private final StringBuilder out = new StringBuilder();

  private AuditText() {}

  static String of(AttestationResult result) {
    AuditText text = new AuditText();
    text.line(
        0,
        "result: "
            + result.status().wireName()
            + ", as of "
            + result.appraisal().time()
            + " (matching options: "
            + result.appraisal().options()
            + ")");
    List<NearEnvironments> unknown = result.appraisal().unknownEnvironments();
    result.components().forEach(component -> text.component(component, unknown));
    result.failed().forEach(text::failed);
    text.outcomes(result.appraisal());
    text.leftOut(result.appraisal().diagnostics());
    return text.out.toString();
  }

  private void component(ComponentResult result, List<NearEnvironments> unknown) {
    EvidenceComponent evidence = result.component().evidence();
    line(0, "");
    line(0, "component " + result.label() + ": " + result.status().wireName());
    line(
        1,
        "signed with "
            + KEYS.get(evidence.keySource())
            + ": "
            + Authority.of(evidence.authority()).describe());
    line(
        1,
        evidence
            .environment()
            .map(environment -> "environment: " + Shown.environment(environment))
            .orElse("the evidence does not say what environment it is of"));
    claims(result);
    unknown.stream()
        .filter(near -> evidence.environment().filter(near.environment()::equals).isPresent())
        .forEach(this::unknown);
    measurements(result.component().elements());
    result.component().endorsements().forEach(this::endorsement);
    evidence.findings().forEach(finding -> line(1, "remark: " + finding(finding)));
  }

  private void failed(FailedComponent part) {
    RatsException failure = part.failure();
    line(0, "");
    line(
        0,
        "component "
            + part.label()
            + ": "
            + ResultForm.vector(part).worst().wireName()
            + ", since it could not be verified");
    line(
        1,
        failure.code()
            + (failure.path().isEmpty() ? "" : " at " + failure.path())
            + ": "
            + failure.detail());
  }

  private void unknown(NearEnvironments unknown) {
    line(1, "no reference value is for this environment: " + unknown.scope());
    for (NearEnvironments.Near near : unknown.nearest()) {
      line(2, Shown.environment(near.environment()));
      line(4, "of " + Shown.origin(near.origin()));
      for (NearEnvironments.Difference difference : near.differences()) {
        line(4, "differs in " + difference.member());
        Shown.values(difference.wanted(), difference.found()).forEach(value -> line(6, value));
      }
    }
  }

  private void claims(ComponentResult result) {
    line(1, "claims of AR4SI:");
    for (Map.Entry<Category, Integer> claim : result.vector().claims().entrySet()) {
      Ar4siValue value = Ar4siValue.describe(claim.getKey(), claim.getValue());
      line(
          2,
          claim.getKey().wireName()
              + " "
              + claim.getValue()
              + " ("
              + value.tier().wireName()
              + "): "
              + value.text());
      line(4, "since " + result.reasons().getOrDefault(claim.getKey(), ""));
    }
  }

  private void measurements(List<ElementView> elements) {
    long good = elements.stream().filter(ElementView::isCorroborated).count();
    line(1, "measurements: " + good + " of " + elements.size() + " are as reference values say");
    for (ElementView element : elements) {
      line(
          2,
          (element.isCorroborated() ? "yes  " : "no   ")
              + Shown.measurement(element.measurement()));
      element.by().forEach(origin -> line(4, "by " + Shown.origin(origin)));
    }
  }

  private void endorsement(EndorsementView endorsement) {
    line(1, "endorsed: " + Shown.measurement(endorsement.measurement()));
    endorsement.by().forEach(origin -> line(3, "by " + Shown.origin(origin)));
  }

  private void outcomes(Appraisal appraisal) {
    List<Outcome> outcomes = appraisal.outcomes();
    List<Outcome> missed = new ArrayList<>(outcomes);
    missed.removeIf(outcome -> outcome.result() == Outcome.Result.MATCHED);
    line(0, "");
    line(
        0,
        "triples (statements) in the CoRIMs: "
            + appraisal.triples()
            + ", of these environments: "
            + outcomes.size()
            + ", of which matched: "
            + (outcomes.size() - missed.size())
            + ", did not: "
            + missed.size());
    // Of a store with a hundred thousand values those that almost matched are of interest.
    missed.sort(Comparator.comparingInt(outcome -> outcome.reasons().size()));
    for (Outcome outcome : missed.subList(0, Math.min(missed.size(), LISTED))) {
      line(1, outcome.result() + ": " + outcome.origin().kind() + " of " + outcome.origin());
      line(3, outcome.origin().attribution());
      for (Mismatch reason : outcome.reasons()) {
        line(2, Shown.mismatch(reason));
        Shown.values(reason.wanted(), reason.found()).forEach(value -> line(4, value));
      }
    }
    if (missed.size() > LISTED) {
      line(1, "and " + (missed.size() - LISTED) + " more, which differ in as much or more");
    }
  }

  private void leftOut(List<Finding> diagnostics) {
    if (!diagnostics.isEmpty()) {
      line(0, "");
      line(0, "remarks on the CoRIMs, and what was left out of them:");
      diagnostics.forEach(finding -> line(1, finding(finding)));
    }
  }

  private static String finding(Finding finding) {
    String where = finding.path().isEmpty() ? "" : " at " + finding.path();
    return finding.code() + where + ": " + finding.message();
  }

  private void line(int indent, String text) {
    out.append("  ".repeat(text.isEmpty() ? 0 : indent))
        .append(PrintableText.of(text))
        .append('\n');
  }
}
