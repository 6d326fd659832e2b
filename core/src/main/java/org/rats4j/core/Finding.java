package org.rats4j.core;

import java.util.Objects;

/**
 * What was remarked without failing: a deviation that a lenient read accepted, a remark of a
 * validator, a warning of a verification, a reason of a policy.
 *
 * @param code the rule, as a stable name in upper case
 * @param severity how much it matters
 * @param path where, as in {@link RatsException#path()}
 * @param message what it is, for people; never input bytes
 */
public record Finding(String code, Severity severity, String path, String message) {

  /** How much a finding matters. */
  public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Legal, and often a mistake. */
    WARNING,
    /** A strict read refuses it; a named {@link Leniency} let it pass. */
    DEVIATION,
    /** A rule of the specification is broken. */
    ERROR,
  }

  /** Creates a finding. */
  public Finding {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }
}
