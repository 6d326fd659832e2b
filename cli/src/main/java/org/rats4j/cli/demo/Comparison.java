package org.rats4j.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.rats4j.core.Bytes;

/**
 * Measured files beside the recorded ones.
 *
 * @param same the files that are as recorded
 * @param changed the files whose content is another one
 * @param unknown the files that nobody recorded
 * @param missing the recorded files that were not measured
 */
record Comparison(
    List<String> same, List<String> changed, List<String> unknown, List<String> missing) {

  Comparison {
    same = List.copyOf(same);
    changed = List.copyOf(changed);
    unknown = List.copyOf(unknown);
    missing = List.copyOf(missing);
  }

  static Comparison of(Map<String, Bytes> measured, SortedMap<String, Bytes> recorded) {
    List<String> same = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    measured.forEach(
        (name, digest) -> {
          Bytes expected = recorded.get(name);
          List<String> list = expected == null ? unknown : expected.equals(digest) ? same : changed;
          list.add(name);
        });
    TreeSet<String> missing = new TreeSet<>(recorded.keySet());
    missing.removeAll(measured.keySet());
    return new Comparison(same, changed, unknown, List.copyOf(missing));
  }

  /** Returns all files that are not as recorded. */
  List<String> notRecorded() {
    List<String> all = new ArrayList<>(changed);
    all.addAll(unknown);
    all.addAll(missing);
    return List.copyOf(all);
  }
}
