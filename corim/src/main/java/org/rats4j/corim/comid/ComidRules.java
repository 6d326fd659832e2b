package org.rats4j.corim.comid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.CorimCodes;

/** The rules of a CoMID that no single value can break. */
final class ComidRules {
  private final List<Finding> findings = new ArrayList<>();

  private ComidRules() {}

  static List<Finding> check(Comid comid) {
    ComidRules rules = new ComidRules();
    rules.checkSelfEdges(comid.triples().membership(), Triples.MEMBERSHIP);
    rules.checkSelfEdges(comid.triples().dependency(), Triples.DEPENDENCY);
    return List.copyOf(rules.findings);
  }

  private void checkSelfEdges(List<DomainTriple> triples, int key) {
    for (int i = 0; i < triples.size(); i++) {
      DomainTriple triple = triples.get(i);
      Set<Environment> all = new HashSet<>(triple.environments());
      if (all.contains(triple.domain())) {
        findings.add(
            new Finding(
                CorimCodes.SELF_EDGE,
                Severity.WARNING,
                "comid/4/" + key + "/" + i,
                "domain belongs to itself"));
      }
    }
  }
}
