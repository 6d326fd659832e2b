package org.rats4j.corim.tdx;

import java.util.List;

/**
 * A list, or the set that it is to be compared with.
 *
 * <pre>{@code
 * digests-value = [ + digest ] / #6.60020([operator, [ + digest ]])
 * texts-value = [ + tstr ] / #6.60021([operator, [ + tstr ]])
 * }</pre>
 *
 * @param <T> the type of the elements
 */
public sealed interface SetValue<T> {
  /** The CBOR tag of an expression on digests. */
  long DIGESTS_TAG = 60020;

  /** The CBOR tag of an expression on texts. */
  long TEXTS_TAG = 60021;

  /** Returns the elements, at least one. */
  List<T> values();

  /**
   * A list, which compares by equality.
   *
   * @param values the elements, at least one
   * @param <T> the type of the elements
   */
  record Plain<T>(List<T> values) implements SetValue<T> {
    /**
     * Creates a list.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public Plain {
      values = checked(values);
    }
  }

  /**
   * An expression.
   *
   * @param operator one of {@link Operator}
   * @param values the elements, at least one
   * @param <T> the type of the elements
   */
  record Expression<T>(int operator, List<T> values) implements SetValue<T> {
    /**
     * Creates an expression.
     *
     * @throws IllegalArgumentException if {@code operator} is none, or there is no element
     */
    public Expression {
      Operator.check(operator);
      values = checked(values);
    }
  }

  private static <T> List<T> checked(List<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("set is empty");
    }
    return List.copyOf(values);
  }
}
