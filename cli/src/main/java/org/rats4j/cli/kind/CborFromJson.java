package org.rats4j.cli.kind;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rats4j.core.Bytes;
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
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** Writes JSON as CBOR (RFC 8949, section 6.2): texts stay texts, integers become integers. */
final class CborFromJson {
  private CborFromJson() {}

  /**
   * Returns {@code value} as CBOR.
   *
   * @throws DecodingException with UNSUPPORTED if a number is no 64-bit float and no integer
   */
  static CborItem convert(JsonValue value) throws DecodingException {
    return convert(value, "json");
  }

  private static CborItem convert(JsonValue value, String path) throws DecodingException {
    if (value instanceof JsonString text) {
      return new CborText(text.value());
    } else if (value instanceof JsonNumber number) {
      return number(number, path);
    } else if (value instanceof JsonBoolean flag) {
      return flag.value() ? CborSimple.TRUE : CborSimple.FALSE;
    } else if (value instanceof JsonArray array) {
      java.util.List<CborItem> items = new java.util.ArrayList<>();
      for (JsonValue element : array.items()) {
        items.add(convert(element, path + "/" + items.size()));
      }
      return new CborArray(items);
    } else if (value instanceof JsonObject object) {
      Map<CborItem, CborItem> entries = new LinkedHashMap<>();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        entries.put(
            new CborText(member.getKey()),
            convert(member.getValue(), path + "/" + member.getKey()));
      }
      return new CborMap(entries);
    }
    return CborSimple.NULL;
  }

  private static CborItem number(JsonNumber number, String path) throws DecodingException {
    if (!number.isInteger()) {
      double value = number.value().doubleValue();
      if (!Double.isFinite(value)) {
        throw DecodingException.of(Reason.UNSUPPORTED, path, "number is beyond a 64-bit float");
      }
      return new CborFloat(value);
    }
    BigInteger value = number.value().toBigIntegerExact();
    if (value.bitLength() <= Long.SIZE) {
      return new CborInteger(value);
    }
    BigInteger magnitude = value.signum() < 0 ? value.not() : value;
    byte[] bytes = magnitude.toByteArray();
    int skip = bytes[0] == 0 ? 1 : 0;
    return new CborTagged(
        value.signum() < 0 ? 3 : 2, new CborBytes(Bytes.copyOf(bytes, skip, bytes.length - skip)));
  }
}
