package org.rats4j.corim.appraisal;

import java.util.Objects;

/**
 * Why a condition is not met.
 *
 * @param element the mkey of the condition as text; empty if it names none, or if it is not about
 *     an element
 * @param codePoint the code point of the value; empty if it is not about a value
 * @param comparison what came out, never {@link Comparison#SATISFIED}
 * @param wanted the value of the condition in diagnostic notation, of a long one the beginning;
 *     empty if it is not about a value
 * @param found the value it was compared with, likewise; empty if there is none
 */
public record Mismatch(
    String element, String codePoint, Comparison comparison, String wanted, String found) {
  /**
   * Creates a reason.
   *
   * @throws IllegalArgumentException if {@code comparison} is no reason
   */
  public Mismatch {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(codePoint, "codePoint");
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(found, "found");
    if (comparison.isSatisfied()) {
      throw new IllegalArgumentException("satisfied is no reason");
    }
  }

  /**
   * Creates a reason that has no values.
   *
   * @throws IllegalArgumentException if {@code comparison} is no reason
   */
  public Mismatch(String element, String codePoint, Comparison comparison) {
    this(element, codePoint, comparison, "", "");
  }

  /** Returns the place and what came out, without the values. */
  @Override
  public String toString() {
    return comparison
        + (element.isEmpty() ? "" : " in " + element)
        + (codePoint.isEmpty() ? "" : " at " + codePoint);
  }
}
