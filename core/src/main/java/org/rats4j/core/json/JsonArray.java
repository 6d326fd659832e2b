package org.rats4j.core.json;

import java.util.List;

/**
 * A JSON array.
 *
 * @param items its elements in order
 */
public record JsonArray(List<JsonValue> items) implements JsonValue {
  /** Creates an array. */
  public JsonArray {
    items = List.copyOf(items);
  }
}
