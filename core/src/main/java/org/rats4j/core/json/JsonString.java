package org.rats4j.core.json;

import java.util.Objects;

/**
 * A JSON string.
 *
 * @param value its content, unescaped
 */
public record JsonString(String value) implements JsonValue {
  /** Creates a string. */
  public JsonString {
    Objects.requireNonNull(value, "value");
  }
}
