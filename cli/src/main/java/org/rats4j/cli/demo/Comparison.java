package org.rats4j.cli.demo;

import java.util.ArrayList;
import java.util.List;

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

  /** Returns all files that are not as recorded. */
  List<String> notRecorded() {
    List<String> all = new ArrayList<>(changed);
    all.addAll(unknown);
    all.addAll(missing);
    return List.copyOf(all);
  }
}
