package org.rats4j.corim.comid;

import java.util.List;
import java.util.Objects;

/**
 * States measurements of an environment: a reference value, an endorsed value, a condition or an
 * endorsement; its place tells which.
 *
 * <pre>{@code
 * reference-triple-record = [environment-map, [ + measurement-map ]]
 * endorsed-triple-record = [environment-map, [ + measurement-map ]]
 * stateful-environment-record = [environment-map, [ + measurement-map ]]
 * }</pre>
 *
 * @param environment what is measured
 * @param measurements the measurements, at least one
 */
public record ValuesTriple(Environment environment, List<Measurement> measurements) {
  /**
   * Creates a record.
   *
   * @throws IllegalArgumentException if {@code measurements} is empty
   */
  public ValuesTriple {
    Objects.requireNonNull(environment, "environment");
    measurements = List.copyOf(measurements);
    if (measurements.isEmpty()) {
      throw new IllegalArgumentException("list of measurements is empty");
    }
  }
}
