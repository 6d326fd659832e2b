package org.rats4j.ear;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborSimple;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNull;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;
import org.rats4j.eat.RawClaim;

/** Translates values that no codec knows, where both encodings mean the same by them. */
final class RawValues {
  private static final DecodeOptions WIDE =
      DecodeOptions.builder().inputBytes(Integer.MAX_VALUE).depth(512).build();

  private RawValues() {}

  /** Returns {@code raw} in the other encoding; empty if that has no form for it. */
  static Optional<RawClaim> convert(RawClaim raw) {
    if (raw instanceof RawClaim.OfJson json) {
      CborItem item = toCbor(json.value());
      return item == null ? Optional.empty() : Optional.of(new RawClaim.OfCbor(item.encode()));
    }
    JsonValue value = toJson(item((RawClaim.OfCbor) raw));
    return value == null ? Optional.empty() : Optional.of(new RawClaim.OfJson(value));
  }

  private static CborItem item(RawClaim.OfCbor raw) {
    try {
      return raw.item(WIDE);
    } catch (DecodingException e) {
      throw new IllegalStateException("a claim that was received is not well-formed", e);
    }
  }

  private static @Nullable CborItem toCbor(JsonValue value) {
    if (value instanceof JsonString text) {
      return new CborText(text.value());
    }
    if (value instanceof JsonNumber number) {
      return toCbor(number);
    }
    if (value instanceof JsonBoolean flag) {
      return flag.value() ? CborSimple.TRUE : CborSimple.FALSE;
    }
    if (value instanceof JsonNull) {
      return CborSimple.NULL;
    }
    if (value instanceof JsonArray array) {
      List<CborItem> items = new ArrayList<>();
      for (JsonValue item : array.items()) {
        CborItem converted = toCbor(item);
        if (converted == null) {
          return null;
        }
        items.add(converted);
      }
      return new CborArray(items);
    }
    Map<CborItem, CborItem> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> member : ((JsonObject) value).members().entrySet()) {
      CborItem converted = toCbor(member.getValue());
      if (converted == null) {
        return null;
      }
      entries.put(new CborText(member.getKey()), converted);
    }
    return new CborMap(entries);
  }

  /** Returns the integer or float that reads as this number again, or null if there is none. */
  private static @Nullable CborItem toCbor(JsonNumber number) {
    if (number.isInteger()) {
      BigInteger integer = number.value().toBigIntegerExact();
      return integer.bitLength() <= Long.SIZE ? new CborInteger(integer) : null;
    }
    double nearest = number.value().doubleValue();
    boolean same =
        Double.isFinite(nearest)
            && (new BigDecimal(nearest).compareTo(number.value()) == 0
                || new BigDecimal(Double.toString(nearest)).compareTo(number.value()) == 0);
    return same ? new CborFloat(nearest) : null;
  }

  private static @Nullable JsonValue toJson(CborItem item) {
    if (item instanceof CborText text) {
      return new JsonString(text.value());
    }
    if (item instanceof CborBytes bytes) {
      return new JsonString(Base64Url.encode(bytes.value()));
    }
    if (item instanceof CborInteger integer) {
      return new JsonNumber(integer.value().toString());
    }
    if (item instanceof CborFloat number) {
      return Double.isFinite(number.value())
          ? new JsonNumber(Double.toString(number.value()))
          : null;
    }
    if (item instanceof CborArray array) {
      List<JsonValue> values = new ArrayList<>();
      for (CborItem element : array.items()) {
        JsonValue converted = toJson(element);
        if (converted == null) {
          return null;
        }
        values.add(converted);
      }
      return new JsonArray(values);
    }
    if (item instanceof CborMap map) {
      return toJson(map);
    }
    if (item.equals(CborSimple.NULL)) {
      return new JsonNull();
    }
    if (item.equals(CborSimple.TRUE) || item.equals(CborSimple.FALSE)) {
      return new JsonBoolean(item.equals(CborSimple.TRUE));
    }
    return null;
  }

  private static @Nullable JsonValue toJson(CborMap map) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<CborItem, CborItem> entry : map.entries().entrySet()) {
      JsonValue converted = toJson(entry.getValue());
      if (!(entry.getKey() instanceof CborText name) || converted == null) {
        return null;
      }
      members.put(name.value(), converted);
    }
    return new JsonObject(members);
  }
}
