package org.rats4j.verifier.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.rats4j.ear.Category;
import org.rats4j.ear.Glob;
import org.rats4j.ear.TrustVector;

/**
 * Claims that a policy makes under a condition.
 *
 * @param component a pattern of labels, in which an asterisk stands for any number of characters
 * @param when what has to hold
 * @param claims what is then claimed, at least one, each -128 to 127
 */
public record Rule(String component, Condition when, Map<Category, Integer> claims) {
  /**
   * Creates a rule.
   *
   * @throws IllegalArgumentException if there is no claim, or one is out of range
   */
  public Rule {
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(when, "when");
    claims = checked(claims);
  }

  /** Returns a rule for all components. */
  public static Rule of(Condition when, Category category, int claim) {
    return new Rule("*", when, Map.of(category, claim));
  }

  static Map<Category, Integer> checked(Map<Category, Integer> claims) {
    if (claims.isEmpty()) {
      throw new IllegalArgumentException("a rule that claims nothing");
    }
    TrustVector.Builder range = TrustVector.builder();
    Map<Category, Integer> copy = new LinkedHashMap<>();
    for (Category category : Category.ALL) {
      Integer claim = claims.get(category);
      if (claim != null) {
        range.set(category, claim);
        copy.put(category, claim);
      }
    }
    return Collections.unmodifiableMap(copy);
  }

  boolean holds(AppraisedComponent of) {
    return isFor(of.label()) && when.holds(of);
  }

  boolean isFor(String label) {
    return Glob.matches(component, label);
  }
}
