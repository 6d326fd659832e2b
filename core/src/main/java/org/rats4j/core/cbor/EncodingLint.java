package org.rats4j.core.cbor;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;
import org.rats4j.core.internal.BytesAccess;

/**
 * Remarks where an item breaks an {@link EncodingRule} without refusing it.
 *
 * <p>Each constant is the code of such a finding, and of the {@link DecodingException} when the
 * rule is one of the options.
 */
public final class EncodingLint {
  /** An item of indefinite length; broken from {@link EncodingRule#DEFINITE} on. */
  public static final String INDEFINITE_LENGTH = "INDEFINITE_LENGTH";

  /** A head longer than needed; broken from {@link EncodingRule#PREFERRED} on. */
  public static final String LONG_HEAD = "LONG_HEAD";

  /** A float wider than needed; broken from {@link EncodingRule#PREFERRED} on. */
  public static final String LONG_FLOAT = "LONG_FLOAT";

  /**
   * A bignum that fits 64 bits or begins with zero; broken from {@link EncodingRule#PREFERRED} on.
   */
  public static final String LONG_BIGNUM = "LONG_BIGNUM";

  /** A map key out of bytewise order; broken under {@link EncodingRule#DETERMINISTIC}. */
  public static final String KEY_ORDER = "KEY_ORDER";

  private EncodingLint() {}

  /**
   * Returns where {@code cbor} breaks {@code rule}, in the order of the input. Each message ends in
   * the offset. A key is out of order if the one before it belongs behind it.
   *
   * @throws DecodingException if {@code cbor} is not exactly one valid item within the limits of
   *     {@code options}, whose own rule does not count
   */
  public static List<Finding> check(Bytes cbor, EncodingRule rule, DecodeOptions options)
      throws DecodingException {
    int start = BytesAccess.offset(cbor);
    List<Finding> findings = new ArrayList<>();
    EncodingCheck check = new EncodingCheck(rule, start, "cbor", findings);
    int end = start + cbor.size();
    new Gate(BytesAccess.array(cbor), start, end, options, 0, "cbor", check).check(false);
    return List.copyOf(findings);
  }
}
