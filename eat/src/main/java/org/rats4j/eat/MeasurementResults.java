package org.rats4j.eat;

import java.util.List;
import java.util.Objects;

/**
 * The results of comparing the measurements of one system with their reference values ({@code
 * measres}; RFC 9711, section 4.2.17).
 *
 * <pre>{@code measurement-results-group =
 *   [ measurement-system: tstr, measurement-results: [ + individual-result ] ]}</pre>
 *
 * @param system what measured and compared
 * @param results the results, at least one
 */
public record MeasurementResults(String system, List<MeasurementResult> results) {
  /**
   * Creates a group of results.
   *
   * @throws IllegalArgumentException if there is no result
   */
  public MeasurementResults {
    Objects.requireNonNull(system, "system");
    results = List.copyOf(results);
    if (results.isEmpty()) {
      throw new IllegalArgumentException("no result");
    }
  }

  /** Returns these results. */
  public static MeasurementResults of(String system, MeasurementResult... results) {
    return new MeasurementResults(system, List.of(results));
  }
}
