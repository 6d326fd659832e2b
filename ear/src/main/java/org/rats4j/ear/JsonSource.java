package org.rats4j.ear;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.ProfileId;
import org.rats4j.eat.RawClaim;

/** A claims-set in JSON. */
final class JsonSource extends Source {
  private static final Pattern SMALL_INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

  private final JsonReader in;

  JsonSource(JsonReader in) {
    this.in = in;
  }

  @Override
  Encoding encoding() {
    return Encoding.JSON;
  }

  @Override
  Source fork() {
    return new JsonSource(in.fork());
  }

  @Override
  Shape shape() {
    return switch (in.peekType()) {
      case OBJECT -> Shape.MAP;
      case ARRAY -> Shape.ARRAY;
      case STRING -> Shape.TEXT;
      default -> Shape.OTHER;
    };
  }

  @Override
  void startMap() throws DecodingException {
    in.startObject();
  }

  @Override
  boolean hasNext() {
    return in.hasNext();
  }

  @Override
  Label readKey() {
    return Label.of(in.readName());
  }

  @Override
  void endMap() throws DecodingException {
    in.endObject();
  }

  @Override
  int startArray() throws DecodingException {
    return in.startArray();
  }

  @Override
  void endArray() throws DecodingException {
    in.endArray();
  }

  @Override
  String readText() throws DecodingException {
    return in.readText();
  }

  @Override
  Bytes readBytes() throws DecodingException {
    return in.readBase64Url();
  }

  @Override
  TrustTier readStatus() throws DecodingException {
    if (in.peekType() == JsonType.NUMBER) {
      long number = in.readLong();
      TrustTier tier =
          TrustTier.ofSeverity(number)
              .orElseThrow(() -> outOfRange("status is not 0, 2, 32 or 96"));
      deviation(EarLeniencies.STATUS_AS_INTEGER, "status is a number");
      return tier;
    }
    String name = in.readText();
    Optional<TrustTier> tier = TrustTier.ofWireName(name);
    if (tier.isPresent()) {
      return tier.get();
    }
    TrustTier lowered =
        TrustTier.ofWireName(name.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> wrongType("status is none of the four tiers"));
    deviation(EarLeniencies.STATUS_CASE, "status is not in lower case");
    return lowered;
  }

  @Override
  Instant readTime(boolean exponentIsKnown) throws DecodingException {
    JsonNumber number = in.readNumber();
    if (number.isInteger()) {
      return instant(number.value());
    }
    BigDecimal value = number.value();
    if (value.stripTrailingZeros().scale() > 0) {
      throw wrongType("time is not an integer");
    }
    boolean exponent = number.lexeme().indexOf('e') >= 0 || number.lexeme().indexOf('E') >= 0;
    if (exponentIsKnown && exponent) {
      remark(
          EarLeniencies.TIME_NUMBER_FORM.code(), Severity.WARNING, "time is written with exponent");
    } else {
      deviation(EarLeniencies.TIME_NUMBER_FORM, "time is written with exponent or fraction");
    }
    return instant(value);
  }

  private Instant instant(BigDecimal seconds) throws DecodingException {
    if (seconds.compareTo(BigDecimal.valueOf(MIN_TIME)) < 0
        || seconds.compareTo(BigDecimal.valueOf(MAX_TIME)) > 0) {
      throw outOfRange("time is beyond the calendar");
    }
    return Instant.ofEpochSecond(seconds.longValueExact());
  }

  @Override
  Instant readExpiry() throws DecodingException {
    return Instant.ofEpochSecond(in.readLong(MIN_TIME, MAX_TIME));
  }

  @Override
  Nonce readNonce() throws DecodingException {
    String text = in.readText();
    Nonce nonce = in.build(() -> Nonce.ofText(text));
    if (!isBase64Url(text)) {
      remark(EarCodes.NONCE_NOT_BASE64URL, Severity.INFO, "the text of the nonce is not base64url");
    }
    return nonce;
  }

  private static boolean isBase64Url(String text) {
    try {
      Base64Url.decode(text, "");
      return true;
    } catch (DecodingException otherText) {
      return false;
    }
  }

  @Override
  OptionalInt readClaim(Category category) throws DecodingException {
    if (in.tryNull()) {
      deviation(EarLeniencies.NULL_CATEGORY, "claim is null");
      return OptionalInt.empty();
    }
    if (in.peekType() != JsonType.STRING) {
      return OptionalInt.of(in.readInt(-128, 127));
    }
    int value = claimOf(category, in.readText());
    deviation(EarLeniencies.CLAIM_AS_TEXT, "claim is a text");
    return OptionalInt.of(value);
  }

  private int claimOf(Category category, String text) throws DecodingException {
    if (!SMALL_INTEGER.matcher(text).matches()) {
      return Ar4siValue.ofSymbol(category, text)
          .orElseThrow(() -> wrongType("claim is no integer"))
          .value();
    }
    int value = Integer.parseInt(text);
    if (value < -128 || value > 127) {
      throw outOfRange("claim is not in -128..127");
    }
    return value;
  }

  @Override
  ProfileId readProfile() throws DecodingException {
    String text = in.readText();
    return in.build(() -> ProfileId.of(text));
  }

  @Override
  <T> T read(ValueCodec<T> codec) throws DecodingException {
    return codec.readJson(in);
  }

  @Override
  RawClaim readRaw() {
    return new RawClaim.OfJson(in.readValue());
  }

  @Override
  void skip() {
    in.skip();
  }

  @Override
  String path() {
    return in.path();
  }

  @Override
  DecodeOptions options() {
    return in.options();
  }

  @Override
  Findings findings() {
    return in.findings();
  }
}
