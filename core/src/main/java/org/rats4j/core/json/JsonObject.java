package org.rats4j.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object.
 *
 * @param members its members, in the order in which they were read
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
  /** Creates an object. */
  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** Returns the value of the member {@code name}. */
  public Optional<JsonValue> get(String name) {
    return Optional.ofNullable(members.get(name));
  }
}
