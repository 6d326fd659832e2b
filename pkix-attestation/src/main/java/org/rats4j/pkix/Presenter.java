package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Oid;

/** What a presenter does before he hands over evidence that he asked for. */
public final class Presenter {
  private Presenter() {}

  /**
   * Returns what {@code evidence} says beyond {@code request}: elements and claims that were not
   * asked for, keys that were not selected, and parts that nobody here can read. If there is any,
   * he should keep the evidence back.
   *
   * @return findings with the code {@link PkixCodes#NOT_REQUESTED}
   */
  public static List<Finding> review(AttestationRequest request, UnverifiedEvidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (ReportedElement element : evidence.unverifiedTbs().elements()) {
      Set<Oid> asked = asked(request, element);
      if (asked.isEmpty()) {
        findings.add(notRequested(element.path(), "element was not asked for"));
        continue;
      }
      int position = 0;
      for (ReportedClaim claim : element.claims()) {
        String path = element.path() + "/claims/" + position++;
        if (!asked.contains(claim.type())) {
          findings.add(notRequested(path, "claim was not asked for"));
        } else if (claim.key().isEmpty()) {
          findings.add(notRequested(path, "claim cannot be read here"));
        }
      }
    }
    return List.copyOf(findings);
  }

  private static Set<Oid> asked(AttestationRequest request, ReportedElement element) {
    Set<Oid> types = new HashSet<>();
    for (ReportedElement wanted : request.tbs().elements()) {
      if (wanted.type().equals(element.type()) && isSelected(wanted, element)) {
        wanted.claims().forEach(claim -> types.add(claim.type()));
      }
    }
    return types;
  }

  private static boolean isSelected(ReportedElement wanted, ReportedElement element) {
    if (!(wanted instanceof KeyElement selector) || !(element instanceof KeyElement key)) {
      return true;
    }
    return selector.identifiers().isEmpty()
        || selector.identifiers().stream().anyMatch(key.identifiers()::contains);
  }

  private static Finding notRequested(String path, String detail) {
    return new Finding(PkixCodes.NOT_REQUESTED, Severity.ERROR, path, detail);
  }
}
