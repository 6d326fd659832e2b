package org.rats4j.verifier.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborFloat;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborSimple;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonBoolean;
import org.rats4j.core.json.JsonNull;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * CBOR of which nobody knows what it means, as JSON (RFC 8949, section 6.1): byte strings are
 * base64url, integer keys decimal. What has a tag or anything else that JSON has not is, as a
 * whole, a text in diagnostic notation (RFC 8949, section 8).
 */
final class PlainJson {
  /** A result nests claims in claims, and its readers have limits. */
  private static final int DEPTH = 8;

  private PlainJson() {}

  static JsonValue of(CborItem item) {
    return convert(item, DEPTH).orElseGet(() -> new JsonString(Diagnostic.print(item)));
  }

  private static Optional<JsonValue> convert(CborItem item, int depth) {
    if (item instanceof CborInteger integer) {
      return Optional.of(new JsonNumber(integer.value().toString()));
    } else if (item instanceof CborText text) {
      return Optional.of(new JsonString(text.value()));
    } else if (item instanceof CborBytes bytes) {
      return Optional.of(new JsonString(Base64Url.encode(bytes.value())));
    } else if (item instanceof CborFloat number && Double.isFinite(number.value())) {
      return Optional.of(new JsonNumber(Double.toString(number.value())));
    } else if (item instanceof CborArray array && depth > 0) {
      return array(array, depth);
    } else if (item instanceof CborMap map && depth > 0) {
      return object(map, depth);
    } else if (CborSimple.TRUE.equals(item) || CborSimple.FALSE.equals(item)) {
      return Optional.of(new JsonBoolean(CborSimple.TRUE.equals(item)));
    } else if (CborSimple.NULL.equals(item)) {
      return Optional.of(new JsonNull());
    }
    return Optional.empty();
  }

  private static Optional<JsonValue> array(CborArray array, int depth) {
    List<JsonValue> values = new ArrayList<>();
    for (CborItem item : array.items()) {
      Optional<JsonValue> value = convert(item, depth - 1);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(new JsonArray(values));
  }

  private static Optional<JsonValue> object(CborMap map, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<CborItem, CborItem> entry : map.entries().entrySet()) {
      Optional<String> name = name(entry.getKey());
      Optional<JsonValue> value = convert(entry.getValue(), depth - 1);
      if (name.isEmpty()
          || value.isEmpty()
          || members.put(name.get(), value.get()) != null) { // 1 and "1" are two keys
        return Optional.empty();
      }
    }
    return Optional.of(new JsonObject(members));
  }

  private static Optional<String> name(CborItem key) {
    if (key instanceof CborText text) {
      return Optional.of(text.value());
    }
    return key instanceof CborInteger integer
        ? Optional.of(integer.value().toString())
        : Optional.empty();
  }
}
