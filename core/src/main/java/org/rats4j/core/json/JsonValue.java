package org.rats4j.core.json;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;

/** A JSON value as a neutral tree, for content that no codec knows (RFC 8259, section 3). */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /**
   * Decodes exactly one value.
   *
   * @throws DecodingException if {@code json} is not exactly one valid value within the limits
   */
  static JsonValue decode(byte[] json, DecodeOptions options) throws DecodingException {
    return JsonReader.of(json, options, "json").readValue();
  }

  /** Returns this value without white space, members in their order. */
  default Bytes encode() {
    return new JsonWriter().writeValue(this).toBytes();
  }
}
