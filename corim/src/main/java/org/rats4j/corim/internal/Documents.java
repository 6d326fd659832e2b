package org.rats4j.corim.internal;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.EncodingLint;
import org.rats4j.corim.CorimLeniencies;

/** Opens CBOR that must not have indefinite lengths, unless that leniency is named. */
public final class Documents {
  private Documents() {}

  /**
   * Returns a reader of {@code cbor} under the options of {@code findings}.
   *
   * @throws DecodingException if {@code cbor} is not exactly one valid item, or has an indefinite
   *     length that the options do not allow
   */
  public static CborReader open(Bytes cbor, String root, Findings findings)
      throws DecodingException {
    DecodeOptions options = findings.options();
    if (options.encodingRule() != EncodingRule.ANY) {
      return CborReader.of(cbor, options, root, findings);
    }
    DecodeOptions definite = options.toBuilder().encodingRule(EncodingRule.DEFINITE).build();
    try {
      return CborReader.of(cbor, definite, root, findings);
    } catch (DecodingException e) {
      if (!e.code().equals(EncodingLint.INDEFINITE_LENGTH)) {
        throw e;
      }
      findings.deviation(CorimLeniencies.INDEFINITE_LENGTH, e.reason(), e.path(), e.detail());
      return CborReader.of(cbor, options, root, findings);
    }
  }
}
