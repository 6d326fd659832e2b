package org.rats4j.verifier.policy;

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
}
