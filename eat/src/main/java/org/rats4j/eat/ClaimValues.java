package org.rats4j.eat;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonValue;
import org.rats4j.core.json.JsonWriter;

/** Single values between their Java type and what was received. */
final class ClaimValues {
  /** What was received has passed the limits of its decoder, which may have been wider. */
  static final DecodeOptions WIDE =
      EatOptions.STRICT.toBuilder()
          .inputBytes(Integer.MAX_VALUE)
          .textBytes(Integer.MAX_VALUE)
          .mapEntries(Integer.MAX_VALUE)
          .depth(512)
          .jsonDepth(512)
          .tags(512)
          .nesting(64)
          .nestedMessages(Integer.MAX_VALUE)
          .build();

  private ClaimValues() {}

  static <T> T decode(ClaimKey<T> key, RawClaim raw) throws DecodingException {
    try {
      if (raw instanceof RawClaim.OfCbor cbor) {
        return key.codec().readCbor(CborReader.of(cbor.encoded(), WIDE, key.name()));
      }
      Bytes json = ((RawClaim.OfJson) raw).value().encode();
      return key.codec().readJson(JsonReader.of(json, WIDE, key.name()));
    } catch (DecodingException e) {
      throw EatCodes.translate(e, e.path());
    }
  }

  /**
   * Encodes a value in the first encoding that has a form for it.
   *
   * @throws IllegalArgumentException if none has
   */
  static RawClaim encode(ClaimKey<?> key, Object value) {
    if (key.labelIn(Encoding.CBOR).isEmpty()) {
      return encode(key, value, Encoding.JSON);
    }
    try {
      return encode(key, value, Encoding.CBOR);
    } catch (IllegalArgumentException e) {
      if (key.labelIn(Encoding.JSON).isEmpty()) {
        throw e;
      }
      return encode(key, value, Encoding.JSON);
    }
  }

  /**
   * Encodes a value.
   *
   * @throws IllegalArgumentException if {@code encoding} has no form for it
   */
  static RawClaim encode(ClaimKey<?> key, Object value, Encoding encoding) {
    if (encoding == Encoding.CBOR) {
      CborWriter out = new CborWriter();
      writeCbor(key, value, out);
      return new RawClaim.OfCbor(out.toBytes());
    }
    JsonWriter out = new JsonWriter();
    writeJson(key, value, out);
    return raw(out);
  }

  /** Returns what was written. */
  static RawClaim raw(JsonWriter out) {
    return new RawClaim.OfJson(parse(out.toBytes()));
  }

  static <T> void writeCbor(ClaimKey<T> key, Object value, CborWriter out) {
    key.codec().writeCbor(typed(key, value), out);
  }

  static <T> void writeJson(ClaimKey<T> key, Object value, JsonWriter out) {
    key.codec().writeJson(typed(key, value), out);
  }

  /** Returns why no encoding has a form for a value; empty if one has. */
  static Optional<String> fault(ClaimKey<?> key, Object value) {
    try {
      encode(key, value);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(key.name() + ": " + e.getMessage());
    }
  }

  static boolean isDeterministic(RawClaim raw) {
    if (!(raw instanceof RawClaim.OfCbor cbor)) {
      return true;
    }
    try {
      DecodeOptions options = WIDE.toBuilder().encodingRule(EncodingRule.DETERMINISTIC).build();
      CborReader.of(cbor.encoded(), options, "");
      return true;
    } catch (DecodingException e) {
      return false;
    }
  }

  static JsonValue parse(Bytes json) {
    try {
      return JsonReader.of(json, WIDE, "").readValue();
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.detail(), e);
    }
  }

  /** Returns {@code value}, which the builder and the decoder keep together with its key. */
  @SuppressWarnings({"unchecked", "unused"})
  static <T> T typed(ClaimKey<T> key, Object value) {
    return (T) value;
  }
}
