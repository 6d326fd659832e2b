package org.rats4j.cli.report;

import java.util.List;
import java.util.Objects;
import org.rats4j.core.Finding;

/**
 * What a policy says about a message.
 *
 * @param policy the name of the policy
 * @param accepted whether the message is good enough
 * @param reasons why it is not
 */
public record Verdict(String policy, boolean accepted, List<Finding> reasons) {
  /** Creates a verdict. */
  public Verdict {
    Objects.requireNonNull(policy, "policy");
    reasons = List.copyOf(reasons);
  }

  /** Returns the verdict in a few words. */
  public String words() {
    return (accepted ? "accepted by " : "rejected by ") + policy;
  }

  /** Returns whether it is good news. */
  public Tone tone() {
    return accepted ? Tone.GOOD : Tone.BAD;
  }
}
