package org.rats4j.verifier.policy;

import java.util.Map;
import java.util.Objects;
import org.rats4j.ear.Category;
import org.rats4j.ear.TrustVector;

/**
 * What a policy says of a component.
 *
 * @param vector the claims
 * @param reasons what in the policy makes each claim, for people
 */
public record Judgement(TrustVector vector, Map<Category, String> reasons) {
  /** Creates a judgement. */
  public Judgement {
    Objects.requireNonNull(vector, "vector");
    reasons = Map.copyOf(reasons);
  }
}
