package org.rats4j.verifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rats4j.core.json.JsonValue;
import org.rats4j.ear.Category;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.TrustVector;
import org.rats4j.verifier.policy.AppraisalPolicy;
import org.rats4j.verifier.policy.AppraisedComponent;
import org.rats4j.verifier.policy.Judgement;

/**
 * What a verifier thinks of one component.
 *
 * @param component the component
 * @param vector the claims
 * @param policyIds the policies that made them, in their order
 * @param reasons what in which policy makes each claim, for people
 * @param verifierClaims what the policies say beside, by their names
 */
public record ComponentResult(
    AppraisedComponent component,
    TrustVector vector,
    List<String> policyIds,
    Map<Category, String> reasons,
    Map<String, JsonValue> verifierClaims) {
  /** Creates a result. */
  public ComponentResult {
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(vector, "vector");
    policyIds = List.copyOf(policyIds);
    reasons = Map.copyOf(reasons);
    verifierClaims = Collections.unmodifiableMap(new LinkedHashMap<>(verifierClaims));
  }

  static ComponentResult of(AppraisedComponent component, List<AppraisalPolicy> policies) {
    TrustVector.Builder vector = TrustVector.builder();
    TrustVector sofar = vector.build();
    List<String> ids = new ArrayList<>();
    Map<Category, String> reasons = new HashMap<>();
    Map<String, JsonValue> claims = new LinkedHashMap<>();
    for (AppraisalPolicy policy : policies) {
      Judgement judgement = policy.judge(component);
      for (Category category : Category.ALL) {
        if (judgement.vector().contains(category)
            && (!sofar.contains(category) || isWorse(category, judgement.vector(), sofar))) {
          vector.set(category, judgement.vector().claim(category));
          reasons.put(category, judgement.reasons().getOrDefault(category, policy.id()));
        }
      }
      sofar = vector.build();
      ids.add(policy.id());
      claims.putAll(policy.verifierClaims(component));
    }
    return new ComponentResult(component, sofar, ids, reasons, claims);
  }

  private static boolean isWorse(Category category, TrustVector one, TrustVector other) {
    return one.tier(category).severity() > other.tier(category).severity();
  }

  /** Returns the label of the component. */
  public String label() {
    return component.label();
  }

  /** Returns the status that the claims call for: the worst of them. */
  public TrustTier status() {
    return vector.worst();
  }
}
