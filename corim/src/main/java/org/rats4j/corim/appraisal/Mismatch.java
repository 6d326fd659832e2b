package org.rats4j.corim.appraisal;

import java.util.Objects;

/**
 * Why a condition is not met.
 *
 * @param element the mkey of the condition as text; empty if it names none, or if it is not about
 *     an element
 * @param codePoint the code point of the value; empty if it is not about a value
 * @param comparison what came out, never {@link Comparison#SATISFIED}
 */
public record Mismatch(String element, String codePoint, Comparison comparison) {
  /**
   * Creates a reason.
   *
   * @throws IllegalArgumentException if {@code comparison} is no reason
   */
  public Mismatch {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(codePoint, "codePoint");
    if (comparison.isSatisfied()) {
      throw new IllegalArgumentException("satisfied is no reason");
    }
  }

  @Override
  public String toString() {
    return comparison
        + (element.isEmpty() ? "" : " in " + element)
        + (codePoint.isEmpty() ? "" : " at " + codePoint);
  }
}
