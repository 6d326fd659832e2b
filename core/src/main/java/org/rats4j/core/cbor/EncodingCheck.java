package org.rats4j.core.cbor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;

/** Refuses what an {@link EncodingRule} forbids, or collects it as findings. */
final class EncodingCheck {
  private final int rule;
  private final int start;
  private final String root;
  private final @Nullable List<Finding> findings;

  /** Creates a check of an input that begins at {@code start}; without findings it refuses. */
  EncodingCheck(EncodingRule rule, int start, String root, @Nullable List<Finding> findings) {
    this.rule = rule.ordinal();
    this.start = start;
    this.root = root;
    this.findings = findings;
  }

  boolean checksWidth() {
    return rule >= EncodingRule.PREFERRED.ordinal();
  }

  boolean checksKeyOrder() {
    return rule >= EncodingRule.DETERMINISTIC.ordinal();
  }

  void indefinite(int pos) throws DecodingException {
    broken(EncodingRule.DEFINITE, pos, EncodingLint.INDEFINITE_LENGTH, "indefinite length");
  }

  void longHead(int pos) throws DecodingException {
    broken(EncodingRule.PREFERRED, pos, EncodingLint.LONG_HEAD, "head is longer than needed");
  }

  void floatWidth(int pos, byte[] buf) throws DecodingException {
    if (rule >= EncodingRule.PREFERRED.ordinal() && Floats.isLongerThanNeeded(buf, pos)) {
      broken(EncodingRule.PREFERRED, pos, EncodingLint.LONG_FLOAT, "float is wider than needed");
    }
  }

  void bignum(int pos) throws DecodingException {
    broken(
        EncodingRule.PREFERRED,
        pos,
        EncodingLint.LONG_BIGNUM,
        "bignum fits 64 bits or begins with zero");
  }

  void keyOrder(int pos) throws DecodingException {
    broken(EncodingRule.DETERMINISTIC, pos, EncodingLint.KEY_ORDER, "map key is out of order");
  }

  private void broken(EncodingRule broken, int pos, String code, String detail)
      throws DecodingException {
    if (rule < broken.ordinal()) {
      return;
    }
    String message = detail + " at offset " + (pos - start);
    if (findings == null) {
      throw DecodingException.of(Reason.ENCODING_RULE, code, root, message);
    }
    findings.add(new Finding(code, Finding.Severity.WARNING, root, message));
  }
}
