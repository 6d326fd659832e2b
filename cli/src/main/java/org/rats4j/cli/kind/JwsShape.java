package org.rats4j.cli.kind;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/**
 * Bytes that look like a JWS (RFC 7515), seen before anything is checked.
 *
 * @param compact whether it is the compact form
 * @param header the protected header
 * @param payload the payload
 */
record JwsShape(boolean compact, JsonObject header, Bytes payload) {

  /** Returns the JWS that {@code content} looks like. */
  static Optional<JwsShape> of(Content content) {
    if (content.looksLikeJws()) {
      String[] parts = content.text().split("\\.", -1);
      return parts.length == 3 ? of(true, parts[0], parts[1]) : Optional.empty();
    }
    return content
        .json()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(jws -> jws.get("signature").isPresent() || jws.get("signatures").isPresent())
        .flatMap(jws -> of(false, text(jws, "protected"), text(jws, "payload")));
  }

  private static Optional<JwsShape> of(boolean compact, String header, String payload) {
    try {
      Optional<JsonValue> object = Content.parseJson(Base64Url.decode(header, ""));
      Bytes content = Base64Url.decode(payload, "");
      return Optional.of(
          new JwsShape(
              compact,
              object
                  .filter(JsonObject.class::isInstance)
                  .map(JsonObject.class::cast)
                  .orElse(new JsonObject(java.util.Map.of())),
              content));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  /** Returns the payload as JSON, if it is. */
  Optional<JsonValue> payloadValue() {
    return Content.parseJson(payload);
  }

  /** Returns the text member {@code name} of the header, or the empty text. */
  String headerText(String name) {
    return text(header, name);
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).orElse(null) instanceof JsonString text ? text.value() : "";
  }
}
