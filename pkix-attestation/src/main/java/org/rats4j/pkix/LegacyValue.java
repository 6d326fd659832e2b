package org.rats4j.pkix;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.der.DerValue;

/**
 * The values of the drafts -02 to -05, each under the IMPLICIT tag of its type.
 *
 * <pre>{@code
 * CHOICE { bytes [0] OCTET STRING, utf8String [1] UTF8String, bool [2] BOOLEAN,
 *   time [3] GeneralizedTime, int [4] INTEGER, oid [5] OBJECT IDENTIFIER, null [6] NULL }
 * }</pre>
 */
final class LegacyValue {
  private static final int FIRST = 0x80;
  private static final Bytes TAGS =
      Bytes.of(
          DerValue.OCTET_STRING,
          DerValue.UTF8_STRING,
          DerValue.BOOLEAN,
          DerValue.GENERALIZED_TIME,
          DerValue.INTEGER,
          DerValue.OID,
          DerValue.NULL);

  private LegacyValue() {}

  /** Returns the value under the universal tag of its type. */
  static DerValue read(EvidenceClaimKey<?> key, DerValue choice) throws DecodingException {
    int alternative = choice.tag() - FIRST;
    if (alternative < 0 || alternative >= TAGS.size()) {
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "", "none of the alternatives");
    }
    Bytes encoded = choice.encoded();
    DerValue value =
        DerValue.decode(
            Bytes.of(TAGS.at(alternative)).concat(encoded.slice(1, encoded.size() - 1)),
            EvidenceOptions.INNER,
            "");
    // The list of purposes stood inside the bytes.
    return key == EvidenceClaims.PURPOSE
        ? DerValue.decode(value.octets(), EvidenceOptions.INNER, "")
        : value;
  }
}
