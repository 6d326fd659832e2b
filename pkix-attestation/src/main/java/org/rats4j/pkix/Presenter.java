package org.rats4j.pkix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Oid;

/** What a presenter does before he hands over evidence that he asked for. */
public final class Presenter {
  /** By the type of the element; keys that no identifier selects are here, too. */
  private final Map<Oid, Set<Oid>> asked = new HashMap<>();

  private final Map<String, Set<Oid>> askedOfKey = new HashMap<>();

  private Presenter(AttestationRequest request) {
    for (ReportedElement wanted : request.tbs().elements()) {
      List<String> identifiers =
          wanted instanceof KeyElement selector ? selector.identifiers() : List.of();
      for (String identifier : identifiers) {
        add(wanted, askedOfKey.computeIfAbsent(identifier, i -> new HashSet<>()));
      }
      if (identifiers.isEmpty()) {
        add(wanted, asked.computeIfAbsent(wanted.type(), type -> new HashSet<>()));
      }
    }
  }

  private static void add(ReportedElement wanted, Set<Oid> types) {
    wanted.claims().forEach(claim -> types.add(claim.type()));
  }

  /**
   * Returns what {@code evidence} says beyond {@code request}: elements and claims that were not
   * asked for, keys that were not selected, and parts that nobody here can read. If there is any,
   * he should keep the evidence back.
   *
   * @return findings with the code {@link PkixCodes#NOT_REQUESTED}
   */
  public static List<Finding> review(AttestationRequest request, UnverifiedEvidence evidence) {
    Presenter presenter = new Presenter(request);
    List<Finding> findings = new ArrayList<>();
    for (ReportedElement element : evidence.unverifiedTbs().elements()) {
      presenter.review(element, findings);
    }
    return List.copyOf(findings);
  }

  private void review(ReportedElement element, List<Finding> findings) {
    Set<Oid> types = new HashSet<>(asked.getOrDefault(element.type(), Set.of()));
    if (element instanceof KeyElement key) {
      key.identifiers().forEach(id -> types.addAll(askedOfKey.getOrDefault(id, Set.of())));
    }
    if (types.isEmpty()) {
      findings.add(notRequested(element.path(), "element was not asked for"));
      return;
    }
    int position = 0;
    for (ReportedClaim claim : element.claims()) {
      String path = element.path() + "/claims/" + position++;
      if (!types.contains(claim.type())) {
        findings.add(notRequested(path, "claim was not asked for"));
      } else if (claim.key().isEmpty()) {
        findings.add(notRequested(path, "claim cannot be read here"));
      }
    }
  }

  private static Finding notRequested(String path, String detail) {
    return new Finding(PkixCodes.NOT_REQUESTED, Severity.ERROR, path, detail);
  }
}
