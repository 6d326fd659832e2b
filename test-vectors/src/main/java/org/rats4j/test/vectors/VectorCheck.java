package org.rats4j.test.vectors;

/**
 * Checks one entry of a manifest, or one row of a table.
 *
 * @param <T> {@link VectorEntry} or {@link VectorRow}
 */
@FunctionalInterface
public interface VectorCheck<T extends VectorRow> {
  /**
   * Checks one entry or row.
   *
   * @throws AssertionError if the code under test does not do what the vector says
   * @throws Exception if the code under test throws what it must not throw
   */
  void check(T vector) throws Exception;
}
