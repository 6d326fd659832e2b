package org.rats4j.pkix;

import java.util.Locale;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;

/** The findings of policies: each says whether a claim is absent, or not as demanded. */
final class PolicyFindings {
  private PolicyFindings() {}

  static Finding absent(String policy, String path, String claim) {
    return new Finding(code(policy), Severity.ERROR, path, "absent: " + claim);
  }

  static Finding mismatch(String policy, String path, String detail) {
    return new Finding(code(policy), Severity.ERROR, path, "mismatch: " + detail);
  }

  static Finding warning(String policy, String path, String detail) {
    return new Finding(code(policy), Severity.WARNING, path, detail);
  }

  private static String code(String policy) {
    return PkixCodes.POLICY_PREFIX + policy.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
