package org.rats4j.verifier.policy;

import java.util.Map;
import org.rats4j.core.json.JsonValue;

/**
 * Says in the words of AR4SI what a verifier thinks of a component. It may be called by several
 * threads, and what it says depends on nothing but the component.
 *
 * <p>{@link PolicyRules} is one made of data. For what its language cannot say, write a class.
 */
public interface AppraisalPolicy {
  /** Returns the name of this policy, which results carry ({@code ear_appraisal_policy_ids}). */
  String id();

  /** Returns what is claimed of {@code component}, and why. */
  Judgement judge(AppraisedComponent component);

  /**
   * Returns what the result says of {@code component} beside the claims of AR4SI, by names of the
   * policy's own ({@code ear_verifier_claims}); nothing by default.
   */
  default Map<String, JsonValue> verifierClaims(AppraisedComponent component) {
    return Map.of();
  }
}
