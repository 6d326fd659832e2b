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
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.comid.Environment;

/**
 * Which environments belong to which domain, or are trusted by it. They are told apart by their
 * encodings, which have an order, so that many environments of one hash do no harm.
 */
public final class DomainGraph {
  private final Map<Bytes, List<Bytes>> edges = new HashMap<>();
  private final Map<Bytes, Integer> inward = new HashMap<>();

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
    Bytes domain = Parts.encode(triple.domain());
    inward.putIfAbsent(domain, 0);
    List<Bytes> inside = edges.computeIfAbsent(domain, any -> new ArrayList<>());
    for (Environment environment : triple.environments()) {
      Bytes member = Parts.encode(environment);
      if (!member.equals(domain)) {
        inside.add(member);
        inward.merge(member, 1, Integer::sum);
      }
    }
  }

  /** Takes away what nothing leads to until nothing is left, or only cycles and what is in them. */
  private boolean hasCycle() {
    Deque<Bytes> free = new ArrayDeque<>();
    inward.forEach(
        (environment, count) -> {
          if (count == 0) {
            free.add(environment);
          }
        });
    Set<Bytes> gone = new HashSet<>();
    while (!free.isEmpty()) {
      Bytes next = free.remove();
      gone.add(next);
      for (Bytes inside : edges.getOrDefault(next, List.of())) {
        if (inward.merge(inside, -1, Integer::sum) == 0) {
          free.add(inside);
        }
      }
    }
    return gone.size() < inward.size();
  }
}
