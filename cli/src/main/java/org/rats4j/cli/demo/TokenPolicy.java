package org.rats4j.cli.demo;

import java.util.Map;
import org.rats4j.ear.Category;
import org.rats4j.ear.TrustVector;
import org.rats4j.verifier.policy.AppraisalPolicy;
import org.rats4j.verifier.policy.AppraisedComponent;
import org.rats4j.verifier.policy.Judgement;

/**
 * Says of a token that it is known. What its keys must be like, the verifier demands before: see
 * {@link Verifier}. That secrets are in hardware is not claimed of SoftHSM.
 */
final class TokenPolicy implements AppraisalPolicy {
  private static final int RECOGNIZED_INSTANCE = 2;

  @Override
  public String id() {
    return "tag:rats4j.org,2026:demo/known-token";
  }

  @Override
  public Judgement judge(AppraisedComponent component) {
    TrustVector.Builder vector = TrustVector.builder();
    if (component.label().equals(TokenKeys.LABEL)) {
      vector.set(Category.INSTANCE_IDENTITY, RECOGNIZED_INSTANCE);
    }
    return new Judgement(vector.build(), Map.of());
  }
}
