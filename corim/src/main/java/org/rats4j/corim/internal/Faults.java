package org.rats4j.corim.internal;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.CorimCodes;

/** What a profile finds in a CoMID. */
public final class Faults {
  private final List<Finding> findings = new ArrayList<>();

  /** Adds that a rule is broken at {@code below} in {@code path}, unless it is kept. */
  public void demand(boolean kept, String path, String below, String rule) {
    if (!kept) {
      findings.add(new Finding(CorimCodes.PROFILE_RULE, Severity.ERROR, path + below, rule));
    }
  }

  /** Adds a remark. */
  public void remark(String code, String path, String message) {
    findings.add(new Finding(code, Severity.WARNING, path, message));
  }

  /** Returns what was found. */
  public List<Finding> toList() {
    return List.copyOf(findings);
  }
}
