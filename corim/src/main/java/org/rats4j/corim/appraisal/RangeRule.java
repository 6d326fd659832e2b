package org.rats4j.corim.appraisal;

import java.math.BigInteger;
import java.util.Optional;
import org.rats4j.corim.comid.IntRange;

/** A range holds what lies in it; a number holds itself. */
final class RangeRule {
  private RangeRule() {}

  static Comparison compare(IntRange condition, IntRange entry) {
    if (entry.isSingle()) {
      return result(condition.contains(entry.min().orElseThrow()));
    }
    if (condition.isSingle()) {
      boolean isPoint = entry.min().equals(condition.min()) && entry.max().equals(condition.max());
      return result(isPoint);
    }
    if (entry.isEmpty()) {
      return Comparison.OUT_OF_RANGE;
    }
    Optional<BigInteger> min = condition.min();
    Optional<BigInteger> max = condition.max();
    if ((min.isPresent() && entry.min().isEmpty()) || (max.isPresent() && entry.max().isEmpty())) {
      return Comparison.UNBOUNDED_ENTRY;
    }
    boolean inside =
        (min.isEmpty() || entry.min().orElseThrow().compareTo(min.get()) >= 0)
            && (max.isEmpty() || entry.max().orElseThrow().compareTo(max.get()) <= 0);
    return result(inside);
  }

  private static Comparison result(boolean inside) {
    return inside ? Comparison.SATISFIED : Comparison.OUT_OF_RANGE;
  }
}
