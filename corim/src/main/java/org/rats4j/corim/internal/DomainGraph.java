package org.rats4j.corim.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.comid.Environment;

/** Which environments belong to which domain, or are trusted by it. */
public final class DomainGraph {
  private final Map<Environment, List<Environment>> edges = new HashMap<>();
  private final Map<Environment, Integer> inward = new HashMap<>();

  private DomainGraph() {}

  /** Returns whether a domain contains itself by way of others. */
  public static boolean hasCycle(Collection<DomainTriple> triples) {
    DomainGraph graph = new DomainGraph();
    for (DomainTriple triple : triples) {
      graph.add(triple);
    }
    return graph.hasCycle();
  }

  private void add(DomainTriple triple) {
    inward.putIfAbsent(triple.domain(), 0);
    List<Environment> inside = edges.computeIfAbsent(triple.domain(), domain -> new ArrayList<>());
    for (Environment environment : triple.environments()) {
      if (!environment.equals(triple.domain())) {
        inside.add(environment);
        inward.merge(environment, 1, Integer::sum);
      }
    }
  }

  /** Takes away what nothing leads to until nothing is left, or only cycles and what is in them. */
  private boolean hasCycle() {
    Deque<Environment> free = new ArrayDeque<>();
    inward.forEach(
        (environment, count) -> {
          if (count == 0) {
            free.add(environment);
          }
        });
    Set<Environment> gone = new HashSet<>();
    while (!free.isEmpty()) {
      Environment next = free.remove();
      gone.add(next);
      for (Environment inside : edges.getOrDefault(next, List.of())) {
        if (inward.merge(inside, -1, Integer::sum) == 0) {
          free.add(inside);
        }
      }
    }
    return gone.size() < inward.size();
  }
}
