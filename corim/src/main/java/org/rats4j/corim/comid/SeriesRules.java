package org.rats4j.corim.comid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.internal.Parts;

/**
 * The rules of a series of conditional endorsements: all rows ask for the same code points of the
 * same measurements, and the first row that fits counts.
 */
final class SeriesRules {
  /** What a condition asks of one measurement. */
  private record Asked(Optional<MeasurementKey> key, Set<Label> codePoints) {}

  private final ComidRules rules;

  SeriesRules(ComidRules rules) {
    this.rules = rules;
  }

  void check(List<SeriesTriple> series) {
    for (int i = 0; i < series.size(); i++) {
      checkRows(series.get(i).rows(), "comid/4/" + Triples.SERIES + "/" + i + "/1/");
    }
  }

  private void checkRows(List<SeriesTriple.Row> rows, String path) {
    Set<Bytes> conditions = new HashSet<>();
    List<Asked> first = asked(rows.get(0).condition());
    for (int i = 0; i < rows.size(); i++) {
      List<Measurement> condition = rows.get(i).condition();
      if (!asked(condition).equals(first)) {
        rules.warn(
            CorimCodes.SERIES_SHAPE, path + i, "row asks for other code points than the first");
      }
      if (!conditions.add(Parts.encodeMeasurements(condition))) {
        rules.warn(CorimCodes.SERIES_ROW_UNREACHABLE, path + i, "row has the condition of another");
      } else if (i > 0 && isWeaker(rows.get(i - 1).condition(), condition)) {
        rules.warn(
            CorimCodes.SERIES_ROW_UNREACHABLE, path + i, "what fits this row fits the one before");
      }
    }
  }

  private static List<Asked> asked(List<Measurement> condition) {
    List<Asked> asked = new ArrayList<>(condition.size());
    for (Measurement measurement : condition) {
      asked.add(new Asked(measurement.key(), Set.copyOf(measurement.values().codePoints())));
    }
    return asked;
  }

  /** Returns whether {@code earlier} asks for a lower minimum svn, and for the same otherwise. */
  private static boolean isWeaker(List<Measurement> earlier, List<Measurement> later) {
    if (earlier.size() != later.size()) {
      return false;
    }
    for (int i = 0; i < earlier.size(); i++) {
      MeasurementValues one = earlier.get(i).values();
      MeasurementValues other = later.get(i).values();
      boolean lower =
          one.svn().isPresent()
              && one.svn().get().isMinimum()
              && other.svn().isPresent()
              && Long.compareUnsigned(one.svn().get().value(), other.svn().get().value()) <= 0;
      boolean same =
          one.equals(other)
              || (lower && one.toBuilder().svn(other.svn().get()).build().equals(other));
      if (!same || !earlier.get(i).key().equals(later.get(i).key())) {
        return false;
      }
    }
    return true;
  }
}
