package org.rats4j.eat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.UriSyntax;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonWriter;

/** Codecs of the claims that CWT and JWT define (RFC 8392, section 3; RFC 7519, section 4). */
final class TokenCodecs {
  static final long TAG_TIME = 1;
  static final long TAG_URI = 32;

  /** A date is written without exponent, and a longer number no reader would take. */
  private static final int DIGITS = 1000;

  /** StringOrURI: a text that is a URI if it has a colon. */
  static final ValueCodec<String> STRING_OR_URI =
      new FunctionCodec<>(
          TokenCodecs::readStringOrUri,
          (out, text) -> out.writeText(checkStringOrUri(text)),
          in -> {
            String text = in.readText();
            return in.build(() -> checkStringOrUri(text));
          },
          (out, text) -> out.writeText(checkStringOrUri(text)));

  static final ValueCodec<Audience> AUDIENCE =
      new FunctionCodec<>(
          TokenCodecs::readAudience,
          TokenCodecs::writeAudience,
          TokenCodecs::readAudience,
          TokenCodecs::writeAudience);

  /** NumericDate, a float too. */
  static final ValueCodec<NumericDate> NUMERIC_DATE =
      new FunctionCodec<>(
          TokenCodecs::readDate,
          TokenCodecs::writeDate,
          TokenCodecs::readDate,
          TokenCodecs::writeDate);

  /** NumericDate that must not be a float (RFC 9711, section 4.3.1). */
  static final ValueCodec<NumericDate> ISSUED_AT =
      new FunctionCodec<>(
          TokenCodecs::readIssuedAt,
          (out, date) -> writeDate(out, checkInteger(date)),
          TokenCodecs::readIssuedAt,
          (out, date) -> writeDate(out, checkInteger(date)));

  private TokenCodecs() {}

  /** Consumes the tag of a value that has none, if the caller accepts that. */
  static void tolerateTag(CborReader in, long tag) throws DecodingException {
    if (in.tryTag(tag)) {
      in.deviation(
          EatLeniencies.TAGGED_OID_URI_TIME, Reason.UNEXPECTED_STRUCTURE, "tag " + tag + " on it");
    }
  }

  private static String readStringOrUri(CborReader in) throws DecodingException {
    tolerateTag(in, TAG_URI);
    String text = ClaimReads.text(in);
    return in.build(() -> checkStringOrUri(text));
  }

  private static String checkStringOrUri(String text) {
    if (text.indexOf(':') >= 0 && !UriSyntax.isUri(text)) {
      throw new IllegalArgumentException("text with a colon is not a URI");
    }
    return text;
  }

  private static Audience readAudience(CborReader in) throws DecodingException {
    if (in.peekType() != CborType.ARRAY) {
      return Audience.of(readStringOrUri(in));
    }
    List<String> names = new ArrayList<>();
    in.startArray();
    while (in.hasNext()) {
      names.add(readStringOrUri(in));
    }
    in.endArray();
    in.deviation(
        EatLeniencies.AUD_ARRAY_IN_CWT, Reason.UNEXPECTED_STRUCTURE, "aud of a CWT is an array");
    return new Audience(names);
  }

  private static Audience readAudience(JsonReader in) throws DecodingException {
    if (in.peekType() != JsonType.ARRAY) {
      return Audience.of(STRING_OR_URI.readJson(in));
    }
    List<String> names = new ArrayList<>();
    in.startArray();
    while (in.hasNext()) {
      names.add(STRING_OR_URI.readJson(in));
    }
    in.endArray();
    return new Audience(names);
  }

  private static void writeAudience(CborWriter out, Audience audience) {
    if (audience.names().size() != 1) {
      throw new IllegalArgumentException("a CWT has one audience");
    }
    STRING_OR_URI.writeCbor(audience.names().get(0), out);
  }

  private static void writeAudience(JsonWriter out, Audience audience) {
    if (audience.names().size() == 1) {
      STRING_OR_URI.writeJson(audience.names().get(0), out);
      return;
    }
    out.startArray();
    audience.names().forEach(name -> STRING_OR_URI.writeJson(name, out));
    out.endArray();
  }

  private static NumericDate readDate(CborReader in) throws DecodingException {
    tolerateTag(in, TAG_TIME);
    if (in.peekType() != CborType.FLOAT) {
      return NumericDate.ofSeconds(in.readLong());
    }
    double seconds = in.readDouble();
    if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
      throw in.fail(Reason.INVALID_VALUE, EatCodes.OUT_OF_RANGE, "time is not finite");
    }
    BigDecimal exact = new BigDecimal(seconds);
    // A scale above 0 says that the number was a float, and makes it one again.
    return new NumericDate(exact.scale() > 0 ? exact : exact.setScale(1));
  }

  private static NumericDate readDate(JsonReader in) throws DecodingException {
    NumericDate date = new NumericDate(in.readNumber().value());
    if (date.toString().length() > DIGITS) {
      throw in.fail(Reason.INVALID_VALUE, EatCodes.OUT_OF_RANGE, "time has too many digits");
    }
    return date;
  }

  private static NumericDate readIssuedAt(CborReader in) throws DecodingException {
    boolean tagged = in.tryTag(TAG_TIME);
    if (in.peekType() == CborType.FLOAT) {
      throw ClaimReads.fail(
          in, Reason.UNEXPECTED_STRUCTURE, EatCodes.FLOAT_IAT, "iat is a floating-point number");
    }
    long seconds = in.readLong();
    if (tagged) {
      in.deviation(EatLeniencies.TAGGED_OID_URI_TIME, Reason.UNEXPECTED_STRUCTURE, "tag 1 on it");
    }
    return NumericDate.ofSeconds(seconds);
  }

  private static NumericDate readIssuedAt(JsonReader in) throws DecodingException {
    JsonNumber number = in.readNumber();
    if (!number.isInteger()) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE, EatCodes.FLOAT_IAT, "iat has a fraction or an exponent");
    }
    NumericDate date = new NumericDate(number.value());
    return in.build(() -> checkInteger(date));
  }

  private static NumericDate checkInteger(NumericDate date) {
    if (!date.isInteger() || date.seconds().toBigInteger().bitLength() >= Long.SIZE) {
      throw new IllegalArgumentException("iat is not an integer of 64 bits");
    }
    return date;
  }

  private static void writeDate(CborWriter out, NumericDate date) {
    if (date.isInteger() && date.seconds().toBigInteger().bitLength() < Long.SIZE) {
      out.writeInt(date.seconds().longValueExact());
      return;
    }
    double seconds = date.seconds().doubleValue();
    if (Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("time is beyond the floats of CBOR");
    }
    out.writeDouble(seconds);
  }

  private static void writeDate(JsonWriter out, NumericDate date) {
    out.writeValue(new JsonNumber(date.seconds().toPlainString()));
  }
}
