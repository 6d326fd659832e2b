package org.rats4j.pkix;

import java.util.List;
import org.rats4j.core.Finding;

/**
 * A rule over the claims of evidence whose signatures are right. {@link EvidencePolicies} has those
 * that most verifiers need.
 *
 * <p>Absent is not false: a policy that needs a claim fails where it is missing.
 */
public interface EvidencePolicy {
  /** Returns the name in small letters with hyphens, such as {@code non-exportable}. */
  String name();

  /**
   * Returns what {@code evidence} breaks or what is worth a warning; no finding of severity ERROR
   * if it passes.
   *
   * @param evidence evidence whose signatures are right
   */
  List<Finding> check(Evidence evidence);
}
