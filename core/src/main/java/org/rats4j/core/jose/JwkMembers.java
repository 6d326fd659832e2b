package org.rats4j.core.jose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.cose.CoseLeniencies;
import org.rats4j.core.internal.Unsigned;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * The members of a JWK before anybody knows what they mean: kty, which says it, may stand anywhere
 * in the object.
 */
final class JwkMembers {
  private final String path;
  private final Findings findings;
  private final Map<String, JsonValue> unread;

  JwkMembers(String path, Findings findings, JsonObject object) {
    this.path = path;
    this.findings = findings;
    this.unread = new LinkedHashMap<>(object.members());
  }

  boolean has(String name) {
    return unread.containsKey(name);
  }

  /** Returns what nobody asked for. */
  Map<String, JsonValue> unread() {
    return unread;
  }

  private JsonValue take(String name) throws DecodingException {
    JsonValue value = unread.remove(name);
    if (value == null) {
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, path, name + " missing");
    }
    return value;
  }

  String takeText(String name) throws DecodingException {
    return textOf(take(name), name);
  }

  @Nullable String takeOptionalText(String name) throws DecodingException {
    return has(name) ? takeText(name) : null;
  }

  private String textOf(JsonValue value, String name) throws DecodingException {
    if (value instanceof JsonString text) {
      return text.value();
    }
    throw fail(Reason.UNEXPECTED_STRUCTURE, name, name + " is no text");
  }

  List<String> takeOptionalTexts(String name) throws DecodingException {
    List<String> texts = new ArrayList<>();
    if (!has(name)) {
      return texts;
    }
    if (!(take(name) instanceof JsonArray array)) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, name, name + " is no array");
    }
    for (JsonValue item : array.items()) {
      texts.add(textOf(item, name));
    }
    if (texts.isEmpty() || texts.stream().distinct().count() < texts.size()) {
      throw fail(Reason.INVALID_VALUE, name, name + " is empty or has an entry twice");
    }
    return texts;
  }

  Bytes takeBytes(String name) throws DecodingException {
    return Base64Url.decode(takeText(name), path + "/" + name, findings);
  }

  Bytes takeBytes(String name, int size) throws DecodingException {
    Bytes bytes = takeBytes(name);
    if (bytes.size() != size) {
      throw fail(Reason.INVALID_VALUE, name, name + " has " + bytes.size() + " bytes, not " + size);
    }
    return bytes;
  }

  /** Takes a number of RSA, which has no leading zeros. */
  BigInteger takeShortest(String name) throws DecodingException {
    Bytes bytes = takeBytes(name);
    if (!bytes.isEmpty() && bytes.at(0) == 0) {
      findings.deviation(
          CoseLeniencies.RSA_LEADING_ZERO,
          Reason.INVALID_VALUE,
          path + "/" + name,
          name + " has a leading zero (RSA_LEADING_ZERO)");
    }
    return Unsigned.value(bytes);
  }

  DecodingException fail(Reason reason, String name, String detail) {
    return DecodingException.of(reason, path + "/" + name, detail);
  }

  DecodingException fail(Reason reason, String code, String name, String detail) {
    return DecodingException.of(reason, code, path + "/" + name, detail);
  }

  /** Returns what {@code constructor} makes of the member, or fails there. */
  <T> T build(String name, Supplier<T> constructor) throws DecodingException {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw fail(Reason.INVALID_VALUE, name, String.valueOf(e.getMessage()));
    }
  }

  void acceptUnknownType() throws DecodingException {
    findings.deviation(
        CoseLeniencies.UNKNOWN_KEY_TYPE,
        Reason.UNSUPPORTED,
        path + "/kty",
        "kty is not known (UNKNOWN_KEY_TYPE)");
  }
}
