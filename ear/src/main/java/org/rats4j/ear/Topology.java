package org.rats4j.ear;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;

/** Looks for what is odd in a topology. */
final class Topology {
  private Topology() {}

  static void check(
      Map<String, List<String>> topology, Set<String> submods, String path, Findings findings) {
    topology.forEach(
        (label, parts) -> {
          boolean known = submods.contains(label) && submods.containsAll(parts);
          if (!known) {
            findings.add(
                EarCodes.TOPOLOGY_UNKNOWN_LABEL,
                Severity.WARNING,
                path + "/" + Shown.text(label),
                "names what is no submodule");
          }
        });
    if (hasCycle(topology)) {
      findings.add(
          EarCodes.TOPOLOGY_CYCLE, Severity.WARNING, path, "an attester is part of itself");
    }
  }

  /** A label on the way down, and its parts that were not visited yet. */
  private record Step(String label, Iterator<String> parts) {}

  private static boolean hasCycle(Map<String, List<String>> topology) {
    Map<String, Boolean> done = new HashMap<>();
    Deque<Step> way = new ArrayDeque<>();
    for (String start : topology.keySet()) {
      if (done.putIfAbsent(start, false) == null) {
        way.push(step(topology, start));
      }
      while (!way.isEmpty()) {
        Step step = way.peek();
        if (!step.parts().hasNext()) {
          done.put(step.label(), true);
          way.pop();
          continue;
        }
        String part = step.parts().next();
        Boolean finished = done.putIfAbsent(part, false);
        if (Boolean.FALSE.equals(finished)) {
          return true;
        }
        if (finished == null) {
          way.push(step(topology, part));
        }
      }
    }
    return false;
  }

  private static Step step(Map<String, List<String>> topology, String label) {
    return new Step(label, topology.getOrDefault(label, List.of()).iterator());
  }
}
