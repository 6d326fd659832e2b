package org.rats4j.corim.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rats4j.core.DecodeOptions;
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
  private int count;
  private final Map<String, Integer> counts = new HashMap<>();

  /** Creates remarks to {@code findings}. */
  public Remarks(Findings findings) {
    this.findings = findings;
  }

  DecodeOptions options() {
    return findings.options();
  }

  Findings findings() {
    return findings;
  }

  int count() {
    return count;
  }

  /** Counts a finding and returns whether it is to be listed. */
  boolean lists(String code, String document) {
    count++;
    int times = counts.merge(code, 1, Integer::sum);
    if (times == LISTED + 1) {
      findings.add(
          CorimCodes.MORE_FINDINGS, Severity.INFO, document, "further findings of code " + code);
    }
    return times <= LISTED;
  }

  void deviation(Leniency leniency, Reason reason, Source at, String message)
      throws DecodingException {
    deviation(leniency, reason, at.root(), at::path, message);
  }

  /**
   * Records a deviation, or refuses it.
   *
   * @throws DecodingException if the options do not allow {@code leniency}
   */
  public void deviation(
      Leniency leniency, Reason reason, String root, Supplier<String> path, String message)
      throws DecodingException {
    if (!options().allows(leniency)) {
      throw DecodingException.of(reason, leniency.code(), path.get(), message);
    }
    if (lists(leniency.code(), root)) {
      findings.add(leniency.code(), Severity.DEVIATION, path.get(), message);
    }
  }
}
