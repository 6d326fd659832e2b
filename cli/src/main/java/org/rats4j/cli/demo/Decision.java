package org.rats4j.cli.demo;

import java.util.List;

/**
 * What a relying party decided.
 *
 * @param accepted whether it trusts the attester
 * @param reasons why
 */
public record Decision(boolean accepted, List<String> reasons) {
  /** Creates a decision. */
  public Decision {
    reasons = List.copyOf(reasons);
  }
}
