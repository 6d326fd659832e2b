package org.rats4j.corim.comid;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.internal.DomainGraph;

/** The rules of a CoMID that no single value can break. */
final class ComidRules {
  private final List<Finding> findings = new ArrayList<>();

  private ComidRules() {}

  static List<Finding> check(Comid comid) {
    ComidRules rules = new ComidRules();
    rules.checkSelfEdges(comid.triples().membership(), Triples.MEMBERSHIP);
    rules.checkSelfEdges(comid.triples().dependency(), Triples.DEPENDENCY);
    rules.checkCycle(comid.triples().membership(), Triples.MEMBERSHIP);
    rules.checkCycle(comid.triples().dependency(), Triples.DEPENDENCY);
    new SeriesRules(rules).check(comid.triples().series());
    return List.copyOf(rules.findings);
  }

  void warn(String code, String path, String message) {
    findings.add(new Finding(code, Severity.WARNING, path, message));
  }

  private void checkCycle(List<DomainTriple> triples, int key) {
    if (DomainGraph.hasCycle(triples)) {
      warn(CorimCodes.DOMAIN_CYCLE, "comid/4/" + key, "domains contain each other");
    }
  }

  private void checkSelfEdges(List<DomainTriple> triples, int key) {
    for (int i = 0; i < triples.size(); i++) {
      DomainTriple triple = triples.get(i);
      if (triple.environments().contains(triple.domain())) {
        warn(CorimCodes.SELF_EDGE, "comid/4/" + key + "/" + i, "domain belongs to itself");
      }
    }
  }
}
