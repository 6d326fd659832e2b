package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.rats4j.core.Bytes;

/**
 * Values without those that stand twice. They are told apart by their encodings, which have an
 * order, so that many values of one hash do no harm.
 */
final class Distinct {
  private Distinct() {}

  /** Returns the values in their order, each once. */
  static <T> List<T> of(List<? extends T> values, Function<T, Bytes> encode) {
    if (values.size() <= 1) {
      return List.copyOf(values);
    }
    Set<Bytes> seen = new HashSet<>();
    List<T> distinct = new ArrayList<>(values.size());
    for (T value : values) {
      if (seen.add(encode.apply(value))) {
        distinct.add(value);
      }
    }
    return List.copyOf(distinct);
  }
}
