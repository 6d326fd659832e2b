package org.rats4j.corim.comid;

import java.util.List;
import java.util.Objects;

/**
 * Endorses by the first row whose condition holds.
 *
 * <pre>{@code
 * conditional-endorsement-series-triple-record = [
 *   condition: [environment-map, [ * measurement-map ], ? [ + $crypto-key-type-choice ]],
 *   series: [ + [selection: [ + measurement-map ], addition: [ + measurement-map ]]]
 * ]
 * }</pre>
 *
 * @param environment what is meant in all rows
 * @param measurements what must hold for any row; may be empty
 * @param authorizedBy the keys of who must have said so; empty if anybody may
 * @param rows the rows, the most precise first, at least one
 */
public record SeriesTriple(
    Environment environment,
    List<Measurement> measurements,
    List<CryptoKey> authorizedBy,
    List<Row> rows) {
  /**
   * Creates a record.
   *
   * @throws IllegalArgumentException if {@code rows} is empty
   */
  public SeriesTriple {
    Objects.requireNonNull(environment, "environment");
    measurements = List.copyOf(measurements);
    authorizedBy = List.copyOf(authorizedBy);
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("list of rows is empty");
    }
  }

  /**
   * A row of a series.
   *
   * @param condition what must hold, at least one measurement
   * @param addition what is endorsed then, at least one measurement
   */
  public record Row(List<Measurement> condition, List<Measurement> addition) {
    /**
     * Creates a row.
     *
     * @throws IllegalArgumentException if {@code condition} or {@code addition} is empty
     */
    public Row {
      condition = List.copyOf(condition);
      addition = List.copyOf(addition);
      if (condition.isEmpty() || addition.isEmpty()) {
        throw new IllegalArgumentException("condition or addition is empty");
      }
    }
  }
}
