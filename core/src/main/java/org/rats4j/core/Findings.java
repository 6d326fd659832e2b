package org.rats4j.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Collects what one decoding remarks, and decides on deviations by the options of that decoding.
 * Not safe for use by several threads.
 */
public final class Findings {
  private final DecodeOptions options;
  private final List<Finding> findings = new ArrayList<>();

  /** Creates an empty collection under {@code options}. */
  public Findings(DecodeOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  /** Returns the options of the decoding. */
  public DecodeOptions options() {
    return options;
  }

  /** Adds a finding. */
  public void add(Finding finding) {
    findings.add(Objects.requireNonNull(finding, "finding"));
  }

  /** Adds a finding. */
  public void add(String code, Finding.Severity severity, String path, String message) {
    add(new Finding(code, severity, path, message));
  }

  /**
   * Records a deviation if the options allow it.
   *
   * @throws DecodingException with {@code reason} and the name of the leniency as code if they do
   *     not
   */
  public void deviation(
      Leniency leniency, DecodingException.Reason reason, String path, String message)
      throws DecodingException {
    if (!options.allows(leniency)) {
      throw DecodingException.of(reason, leniency.code(), path, message);
    }
    add(leniency.code(), Finding.Severity.DEVIATION, path, message);
  }

  /** Returns how many findings there are so far. */
  public int size() {
    return findings.size();
  }

  /**
   * Returns the findings from the one at {@code first} on, in the order of their discovery.
   *
   * @throws IndexOutOfBoundsException if {@code first} is negative or above {@link #size()}
   */
  public List<Finding> from(int first) {
    return List.copyOf(findings.subList(first, findings.size()));
  }

  /** Returns the findings so far, in the order of their discovery. */
  public List<Finding> toList() {
    return List.copyOf(findings);
  }
}
