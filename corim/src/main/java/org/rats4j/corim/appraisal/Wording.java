package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.internal.Parts;

/** Words for what has a number on the wire. */
final class Wording {
  private static final Map<Integer, String> TRIPLES =
      Map.of(
          Triples.REFERENCE, "reference value",
          Triples.ENDORSED, "endorsed value",
          Triples.IDENTITY, "identity key",
          Triples.ATTEST_KEY, "attest key",
          Triples.DEPENDENCY, "trust dependency",
          Triples.MEMBERSHIP, "domain membership",
          Triples.SERIES, "endorsement series",
          Triples.CONDITIONAL_ENDORSEMENT, "conditional endorsement");

  private static final List<String> CODE_POINTS =
      List.of(
          "version",
          "svn",
          "digests",
          "flags",
          "raw-value",
          "raw-value-mask",
          "mac-addr",
          "ip-addr",
          "serial-number",
          "ueid",
          "uuid",
          "name",
          "12",
          "cryptokeys",
          "integrity-registers",
          "int-range");

  private static final int LONGEST = 192;

  private Wording() {}

  /** Returns what kind of triple an origin is. */
  static String triple(Origin origin) {
    return TRIPLES.getOrDefault(origin.triples(), "triple");
  }

  /** Returns the name of a code point that is spelled in decimal digits, or itself. */
  static String codePoint(String spelled) {
    for (int i = 0; i < CODE_POINTS.size(); i++) {
      if (spelled.equals(Integer.toString(i))) {
        return CODE_POINTS.get(i);
      }
    }
    return spelled.equals(Integer.toString(MeasurementValues.PSA_CERTIFICATE_NUMBER))
        ? "psa-cert-num"
        : spelled;
  }

  /** Returns CBOR that was encoded here in diagnostic notation. */
  static String notation(Bytes cbor) {
    return Diagnostic.print(item(cbor));
  }

  /** Returns {@code text}, of a long one the beginning. */
  static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  /** Returns the values by the names of their code points. */
  static String values(MeasurementValues values) {
    StringBuilder text = new StringBuilder();
    ((CborMap) item(Parts.encode(values)))
        .entries()
        .forEach(
            (key, value) ->
                text.append(text.length() == 0 ? "" : ", ")
                    .append(
                        key instanceof CborInteger number
                            ? codePoint(number.value().toString())
                            : key.toString())
                    .append(' ')
                    .append(Diagnostic.print(value)));
    return text.toString();
  }

  private static CborItem item(Bytes cbor) {
    try {
      return CborItem.decode(cbor, CorimOptions.STRICT);
    } catch (DecodingException e) {
      throw new IllegalStateException("CBOR that was encoded here", e);
    }
  }
}
