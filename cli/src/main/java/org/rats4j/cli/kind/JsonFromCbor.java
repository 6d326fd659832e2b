package org.rats4j.cli.kind;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborSimple;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNull;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * Writes CBOR as JSON (RFC 8949, section 6.1) where that loses nothing but the difference between
 * bytes and text: byte strings become base64url. What has no JSON form is refused.
 */
final class JsonFromCbor {
  private JsonFromCbor() {}

  /**
   * Returns {@code item} as JSON.
   *
   * @throws DecodingException with UNSUPPORTED if something in it has no JSON form
   */
  static JsonValue convert(CborItem item) throws DecodingException {
    return convert(item, "cbor");
  }

  private static JsonValue convert(CborItem item, String path) throws DecodingException {
    if (item instanceof CborInteger integer) {
      return new JsonNumber(integer.value().toString());
    } else if (item instanceof CborText text) {
      return new JsonString(text.value());
    } else if (item instanceof CborBytes bytes) {
      return new JsonString(Base64Url.encode(bytes.value()));
    } else if (item instanceof CborFloat number && Double.isFinite(number.value())) {
      return number(number.value());
    } else if (item instanceof CborArray array) {
      List<JsonValue> values = new ArrayList<>();
      for (CborItem element : array.items()) {
        values.add(convert(element, path + "/" + values.size()));
      }
      return new JsonArray(values);
    } else if (item instanceof CborMap map) {
      return object(map, path);
    } else if (item instanceof CborTagged tagged) {
      return bignum(tagged, path);
    } else if (CborSimple.TRUE.equals(item) || CborSimple.FALSE.equals(item)) {
      return new JsonBoolean(CborSimple.TRUE.equals(item));
    } else if (CborSimple.NULL.equals(item)) {
      return new JsonNull();
    }
    throw none(path, "this value");
  }

  private static JsonObject object(CborMap map, String path) throws DecodingException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<CborItem, CborItem> entry : map.entries().entrySet()) {
      if (!(entry.getKey() instanceof CborText name)) {
        throw none(path, "a key that is no text");
      }
      members.put(name.value(), convert(entry.getValue(), path + "/" + name.value()));
    }
    return new JsonObject(members);
  }

  private static JsonValue bignum(CborTagged tagged, String path) throws DecodingException {
    if ((tagged.tag() == 2 || tagged.tag() == 3)
        && tagged.content() instanceof CborBytes bytes
        && bytes.value().size() <= Content.WIDE.bignumBytes()) {
      BigInteger value = new BigInteger(1, bytes.value().toByteArray());
      return new JsonNumber((tagged.tag() == 3 ? value.not() : value).toString());
    }
    throw none(path, "a tag");
  }

  private static JsonNumber number(double value) {
    return new JsonNumber(new java.math.BigDecimal(Double.toString(value)).toString());
  }

  private static DecodingException none(String path, String what) {
    return DecodingException.of(Reason.UNSUPPORTED, path, what + " has no JSON form");
  }
}
