package org.rats4j.corim.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.corim.CorimCodes;

/**
 * What one decoding remarks. A message may give cause for one finding every few bytes; so that they
 * do not outgrow it, only the first of each code are listed.
 */
public final class Remarks {
  private static final int LISTED = 1000;

  private final Findings findings;
  private final Map<String, Integer> counts = new HashMap<>();
  private int count;
  private int deviations;

  /** Creates remarks to {@code findings}. */
  public Remarks(Findings findings) {
    this.findings = findings;
  }

  Findings findings() {
    return findings;
  }

  /** Returns how many findings there are so far, listed or not. */
  int count() {
    return count;
  }

  /** Returns how many deviations there are so far, listed or not. */
  int deviations() {
    return deviations;
  }

  /** Adds a finding, unless there are many of its code. */
  public void add(
      String code, Severity severity, String root, Supplier<String> path, String message) {
    count++;
    int times = counts.merge(code, 1, Integer::sum);
    if (times <= LISTED) {
      findings.add(code, severity, path.get(), message);
    } else if (times == LISTED + 1) {
      findings.add(
          CorimCodes.MORE_FINDINGS, Severity.INFO, root, "further findings of code " + code);
    }
  }

  /**
   * Records a deviation, or refuses it.
   *
   * @throws DecodingException if the options do not allow {@code leniency}
   */
  public void deviation(
      Leniency leniency, Reason reason, String root, Supplier<String> path, String message)
      throws DecodingException {
    if (!findings.options().allows(leniency)) {
      throw DecodingException.of(reason, leniency.code(), path.get(), message);
    }
    deviations++;
    add(leniency.code(), Severity.DEVIATION, root, path, message);
  }
}
