package org.rats4j.corim.tdx;

import java.util.List;

/**
 * The operators of expressions, by which a value of evidence is compared with that of a condition.
 */
public final class Operator {
  /** Is the same. */
  public static final int EQUAL = 0;

  /** Is greater. */
  public static final int GREATER = 1;

  /** Is greater or the same. */
  public static final int GREATER_OR_EQUAL = 2;

  /** Is less. */
  public static final int LESS = 3;

  /** Is less or the same. */
  public static final int LESS_OR_EQUAL = 4;

  /** Compares nothing. */
  public static final int NONE = 5;

  /** Is in the set. */
  public static final int MEMBER = 6;

  /** Is not in the set. */
  public static final int NOT_MEMBER = 7;

  /** Is a part of the set. */
  public static final int SUBSET = 8;

  /** Has all of the set. */
  public static final int SUPERSET = 9;

  /** Has nothing of the set. */
  public static final int DISJOINT = 10;

  private static final List<String> NAMES =
      List.of(
          "equal",
          "greater",
          "greater_or_equal",
          "less",
          "less_or_equal",
          "none",
          "member",
          "not_member",
          "subset",
          "superset",
          "disjoint");

  private Operator() {}

  static int check(int operator) {
    if (operator < EQUAL || operator > DISJOINT) {
      throw new IllegalArgumentException("operator is not in 0..10");
    }
    return operator;
  }

  static String name(int operator) {
    return NAMES.get(operator);
  }

  static int ofName(String name) {
    int operator = NAMES.indexOf(name);
    if (operator < 0) {
      throw new IllegalArgumentException("name is that of no operator");
    }
    return operator;
  }
}
