package org.rats4j.ear;

import java.util.List;
import org.rats4j.core.Finding;

/**
 * What a relying party decides on a result.
 *
 * @param accepted whether everything that the policy demands holds
 * @param reasons what does not hold, with codes of {@link PolicyCodes} and the path in the result;
 *     empty if accepted
 */
public record Decision(boolean accepted, List<Finding> reasons) {
  /**
   * Creates a decision.
   *
   * @throws IllegalArgumentException if it is accepted for reasons against it, or rejected without
   */
  public Decision {
    reasons = List.copyOf(reasons);
    if (accepted != reasons.isEmpty()) {
      throw new IllegalArgumentException("a rejection has reasons, and nothing else has");
    }
  }

  /** Returns the decision that follows from {@code reasons} against acceptance. */
  static Decision of(List<Finding> reasons) {
    return new Decision(reasons.isEmpty(), reasons);
  }
}
