package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.PrintableText;
import org.rats4j.corim.comid.Choice;

/** An appraisal in lines for people. */
final class AppraisalText {
  private final Appraisal appraisal;
  private final Map<Bytes, Integer> positions = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private AppraisalText(Appraisal appraisal) {
    this.appraisal = appraisal;
    appraisal.acs().entries().forEach(ect -> positions.put(ect.encode(), positions.size()));
  }

  static String of(Appraisal appraisal) {
    AppraisalText report = new AppraisalText(appraisal);
    report.write();
    return report.text.toString();
  }

  private void write() {
    line("Appraisal at " + appraisal.time() + " " + appraisal.options());
    List<Ect> entries = appraisal.acs().entries();
    line("Accepted: " + entries.size());
    for (int i = 0; i < entries.size(); i++) {
      writeEntry(i, entries.get(i));
    }
    List<Outcome> outcomes = appraisal.outcomes();
    List<Outcome> unmatched =
        outcomes.stream().filter(each -> each.result() != Outcome.Result.MATCHED).toList();
    line("Triples of these environments that add nothing: " + unmatched.size());
    unmatched.stream().limit(AppraisalJson.LISTED).forEach(this::writeOutcome);
    if (unmatched.size() > AppraisalJson.LISTED) {
      line("  and " + (unmatched.size() - AppraisalJson.LISTED) + " more");
    }
    line("Triples of other environments: " + (appraisal.triples() - outcomes.size()));
    appraisal.unknownEnvironments().forEach(this::writeUnknown);
    if (!appraisal.diagnostics().isEmpty()) {
      line("Left out of the store, or remarked:");
      appraisal.diagnostics().forEach(this::writeFinding);
    }
  }

  private void writeEntry(int position, Ect ect) {
    line("  [" + position + "] " + title(ect));
    if (ect instanceof ElementEct elements) {
      for (Element element : elements.sorted()) {
        String id = element.id().map(name -> name + ": ").orElse("");
        line("      " + id + Wording.values(element.claims()));
      }
    } else if (ect instanceof MembershipEct membership) {
      membership.members().forEach(member -> line("      " + member));
    } else if (ect instanceof TrustEct trust) {
      trust.trustees().forEach(trustee -> line("      " + trustee));
    } else if (ect instanceof KeyEct keys) {
      keys.keyId().ifPresent(id -> line("      of element " + id));
      keys.keys().forEach(key -> line("      " + notation(key)));
    }
    line("      says " + ect.authority().describe());
    for (Derivation derivation : appraisal.derivations(ect)) {
      line("      since " + describe(derivation.origin()) + " is met by " + from(derivation));
      line("        " + derivation.origin().attribution());
    }
  }

  private static String title(Ect ect) {
    String of = " of " + ect.environment();
    if (ect instanceof ElementEct elements) {
      return ElementEct.name(elements.cmtype()) + of;
    }
    if (ect instanceof KeyEct keys) {
      return (keys.keyType() == KeyEct.ATTEST_KEY ? "attest keys" : "identity keys") + of;
    }
    return (ect instanceof MembershipEct ? "members" : "trustees") + of;
  }

  private static String notation(Choice choice) {
    return Wording.notation(choice.encode());
  }

  private String from(Derivation derivation) {
    List<String> names = new ArrayList<>();
    derivation.from().forEach(ect -> names.add("[" + positions.get(ect.encode()) + "]"));
    return String.join(", ", names);
  }

  private static String describe(Origin origin) {
    return Wording.triple(origin) + " (" + origin + ")";
  }

  private void writeOutcome(Outcome outcome) {
    line("  " + describe(outcome.origin()) + ": " + because(outcome.result()));
    for (Mismatch reason : outcome.reasons()) {
      line(
          "      "
              + reason.comparison()
              + (reason.element().isEmpty() ? "" : ", element " + reason.element())
              + (reason.codePoint().isEmpty()
                  ? ""
                  : ", value " + Wording.codePoint(reason.codePoint())));
      if (!reason.wanted().isEmpty()) {
        line("        wanted: " + reason.wanted());
        line("        found:  " + (reason.found().isEmpty() ? "nothing" : reason.found()));
      }
    }
  }

  private void writeUnknown(NearEnvironments unknown) {
    line("No reference values of " + unknown.environment() + ": " + unknown.scope());
    for (NearEnvironments.Near near : unknown.nearest()) {
      line("  " + near.environment() + " (" + near.origin() + ") differs in");
      near.differences().forEach(each -> line("      " + each));
    }
  }

  private static String because(Outcome.Result result) {
    return switch (result) {
      case CHECK_FAILED -> "a check says no: a circle, or a key that was not verified";
      case SKIPPED -> "does not count at this time";
      default -> "does not match";
    };
  }

  private void writeFinding(Finding finding) {
    line("  " + finding.code() + " " + finding.path() + ": " + finding.message());
  }

  /** Adds a line; names come from outside and must not steer a terminal. */
  private void line(String line) {
    text.append(PrintableText.of(line)).append('\n');
  }
}
