package org.rats4j.ear;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonObject;
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

  static CborReader reader(RawClaim.OfCbor claim) throws DecodingException {
    return CborReader.of(claim.encoded(), WIDE, "claim");
  }

  /** Returns whether {@code encoding} has a form for {@code value}. */
  static <T> boolean isWritable(ValueCodec<T> codec, T value, Encoding encoding) {
    try {
      Sink.of(encoding).value(codec, value);
      return true;
    } catch (IllegalArgumentException noForm) {
      return false;
    }
  }

  static boolean isCalled(ClaimKey<?> key, Label label) {
    return key.labelIn(Encoding.CBOR).filter(label::equals).isPresent()
        || key.labelIn(Encoding.JSON).filter(label::equals).isPresent();
  }

  /** Sets in {@code to} what {@code from} has under {@code key}. */
  static <T> void copy(ClaimKey<T> key, ClaimMap from, ClaimMap.Builder to) {
    from.known(key).ifPresent(value -> to.put(key, value));
  }

  /** Returns the claims in {@code raw}; empty if it is no map of claims, or one without any. */
  static Optional<ClaimMap> asMap(RawClaim raw) {
    ClaimMap.Builder claims = ClaimMap.builder();
    if (raw instanceof RawClaim.OfJson json) {
      if (json.value() instanceof JsonObject object) {
        object.members().forEach(claims::put);
      }
    } else if (raw instanceof RawClaim.OfCbor cbor) {
      try {
        CborReader in = CborReader.of(cbor.encoded(), WIDE, "claims");
        in.startMap();
        while (in.hasNext()) {
          claims.put(in.readLabel(), new RawClaim.OfCbor(in.readRaw()));
        }
        in.endMap();
      } catch (DecodingException otherShape) {
        return Optional.empty();
      }
    }
    return Optional.of(claims.build()).filter(map -> !map.isEmpty());
  }

  /** Returns {@code claims} as one value, in the encoding in which they were received. */
  static RawClaim ofMap(ClaimMap claims) {
    Encoding encoding =
        claims.raw().values().stream().findFirst().map(RawClaim::encoding).orElse(Encoding.JSON);
    Sink out = Sink.of(encoding);
    out.startMap();
    out.entries(claims);
    out.endMap();
    return of(out.toBytes(), encoding);
  }

  /** Returns the value that was just written. */
  static RawClaim of(Bytes encoded, Encoding encoding) {
    if (encoding == Encoding.CBOR) {
      return new RawClaim.OfCbor(encoded);
    }
    try {
      return new RawClaim.OfJson(JsonReader.of(encoded, WIDE, "claim").readValue());
    } catch (DecodingException e) {
      throw new IllegalStateException("the writer wrote what the reader refuses", e);
    }
  }
}
