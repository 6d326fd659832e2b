package org.rats4j.core.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one JSON text in document order, flat. A value is known by its index; the values
 * inside an object or array follow it, up to {@link #end}.
 */
final class JsonTape {
  private static final JsonType[] TYPES = JsonType.values();

  private byte[] types;
  private @Nullable String[] names;
  private @Nullable String[] texts;
  private int[] ends;
  private int size;

  JsonTape(int expected) {
    types = new byte[expected];
    names = new String[expected];
    texts = new String[expected];
    ends = new int[expected];
  }

  /**
   * Appends a value and returns its index.
   *
   * @param name the name of the member whose value it is; null in arrays and at the root
   * @param text a string's content, a number's lexeme, anything for true, or null
   */
  int add(JsonType type, @Nullable String name, @Nullable String text) {
    if (size == types.length) {
      grow();
    }
    types[size] = (byte) type.ordinal();
    names[size] = name;
    texts[size] = text;
    ends[size] = size + 1;
    return size++;
  }

  private void grow() {
    int capacity = Math.max(16, size + (size >> 1));
    types = Arrays.copyOf(types, capacity);
    names = Arrays.copyOf(names, capacity);
    texts = Arrays.copyOf(texts, capacity);
    ends = Arrays.copyOf(ends, capacity);
  }

  /** Closes an object or array behind the value that was added last. */
  void close(int index) {
    ends[index] = size;
  }

  /** Returns how many values there are. */
  int size() {
    return size;
  }

  /** Returns the kind of a value. */
  JsonType type(int index) {
    return TYPES[types[index]];
  }

  /** Returns whether a value has a name, which is so in objects. */
  boolean isMember(int index) {
    return names[index] != null;
  }

  /** Returns the name of a member. */
  String name(int index) {
    String name = names[index];
    if (name == null) {
      throw new IllegalStateException("no member");
    }
    return name;
  }

  /** Returns the content of a string or the lexeme of a number. */
  String text(int index) {
    String text = texts[index];
    if (text == null) {
      throw new IllegalStateException("no text");
    }
    return text;
  }

  /** Returns whether a value is true. */
  boolean isTrue(int index) {
    return texts[index] != null;
  }

  /** Returns the index behind a value and all that is in it. */
  int end(int index) {
    return ends[index];
  }

  /** Returns how many values are directly in an object or array. */
  int count(int index) {
    int count = 0;
    for (int i = index + 1; i < ends[index]; i = ends[i]) {
      count++;
    }
    return count;
  }

  /** Returns a value as neutral tree. The gate keeps the nesting low enough to recurse. */
  JsonValue value(int index) {
    return switch (type(index)) {
      case OBJECT -> object(index);
      case ARRAY -> array(index);
      case STRING -> new JsonString(text(index));
      case NUMBER -> new JsonNumber(text(index));
      case BOOLEAN -> new JsonBoolean(isTrue(index));
      case NULL -> new JsonNull();
    };
  }

  private JsonObject object(int index) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = index + 1; i < ends[index]; i = ends[i]) {
      members.put(name(i), value(i));
    }
    return new JsonObject(members);
  }

  private JsonArray array(int index) {
    List<JsonValue> items = new ArrayList<>();
    for (int i = index + 1; i < ends[index]; i = ends[i]) {
      items.add(value(i));
    }
    return new JsonArray(items);
  }
}
