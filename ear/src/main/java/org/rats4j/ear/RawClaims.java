package org.rats4j.ear;

import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.json.JsonReader;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.RawClaim;

/** Reads claims that were kept as they came in. */
final class RawClaims {
  /** Wide, since the token that held the claim was within the limits of its decoder. */
  private static final DecodeOptions WIDE =
      DecodeOptions.builder()
          .inputBytes(Integer.MAX_VALUE)
          .textBytes(Integer.MAX_VALUE)
          .mapEntries(Integer.MAX_VALUE)
          .depth(512)
          .jsonDepth(512)
          .build();

  private RawClaims() {}

  static <T> T decode(ClaimKey<T> key, RawClaim claim) throws DecodingException {
    if (claim instanceof RawClaim.OfCbor cbor) {
      return key.codec().readCbor(CborReader.of(cbor.encoded(), WIDE, key.name()));
    }
    RawClaim.OfJson json = (RawClaim.OfJson) claim;
    return key.codec().readJson(JsonReader.of(json.value().encode(), WIDE, key.name()));
  }

  static boolean isCalled(ClaimKey<?> key, Label label) {
    return key.labelIn(Encoding.CBOR).filter(label::equals).isPresent()
        || key.labelIn(Encoding.JSON).filter(label::equals).isPresent();
  }
}
