package org.rats4j.core.json;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;

/**
 * Writes one JSON value: UTF-8, no white space, members in the order of the calls.
 *
 * <p>Not safe for use by several threads. A writer that threw is not usable any more.
 */
public final class JsonWriter {
  private static final int DEPTH_MAX = 512;

  private final JsonOutput out = new JsonOutput();

  /** The objects and arrays that are open. */
  private final ArrayDeque<Level> levels = new ArrayDeque<>();

  private boolean complete;

  /** Creates an empty writer. */
  public JsonWriter() {}

  /** An object or array that is open. */
  private static final class Level {
    private final char end;
    private final Set<String> names;
    private boolean empty = true;

    /** Whether the name was written and the value is due. */
    private boolean named;

    private Level(char end) {
      this.end = end;
      names = end == '}' ? new HashSet<>() : Set.of();
    }
  }

  /** Starts an object. */
  public JsonWriter startObject() {
    return start('{', '}');
  }

  /** Ends the object that was started last. */
  public JsonWriter endObject() {
    return end('}');
  }

  /** Starts an array. */
  public JsonWriter startArray() {
    return start('[', ']');
  }

  /** Ends the array that was started last. */
  public JsonWriter endArray() {
    return end(']');
  }

  /**
   * Writes the name of a member; the next value is its value.
   *
   * @throws IllegalArgumentException if the object has that name already, or it has a lone
   *     surrogate
   */
  public JsonWriter writeName(String name) {
    Level level = levels.peek();
    if (level == null || level.end != '}' || level.named) {
      throw new IllegalStateException("no name here");
    }
    if (!level.names.add(name)) {
      throw new IllegalArgumentException("member stands twice");
    }
    separate(level);
    out.text(name).put(':');
    level.named = true;
    return this;
  }

  /**
   * Writes a string.
   *
   * @throws IllegalArgumentException if {@code value} has a lone surrogate
   */
  public JsonWriter writeText(String value) {
    beforeValue();
    out.text(value);
    return this;
  }

  /** Writes a string with {@code value} in base64url without padding. */
  public JsonWriter writeBase64Url(Bytes value) {
    beforeValue();
    out.put('"').ascii(Base64Url.encode(value)).put('"');
    return this;
  }

  /** Writes an integer. */
  public JsonWriter writeInt(long value) {
    return literal(Long.toString(value));
  }

  /** Writes an integer. */
  public JsonWriter writeInteger(BigInteger value) {
    return literal(value.toString());
  }

  /** Writes an integer or a string, whichever {@code value} is. */
  public JsonWriter writeLabel(Label value) {
    return value instanceof Label.OfInteger number
        ? writeInteger(number.value())
        : writeText(value.toString());
  }

  /**
   * Writes a number that need not be an integer.
   *
   * @throws IllegalArgumentException if {@code value} is not finite
   */
  public JsonWriter writeDouble(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no " + value);
    }
    return literal(Double.toString(value));
  }

  /** Writes true or false. */
  public JsonWriter writeBoolean(boolean value) {
    return literal(Boolean.toString(value));
  }

  /** Writes null. */
  public JsonWriter writeNull() {
    return literal("null");
  }

  /**
   * Writes a value of the neutral tree, numbers with their lexeme.
   *
   * @throws IllegalArgumentException if a name or string in it has a lone surrogate
   * @throws IllegalStateException if it makes the nesting deeper than 512
   */
  public JsonWriter writeValue(JsonValue value) {
    if (value instanceof JsonObject object) {
      startObject();
      object.members().forEach((name, member) -> writeName(name).writeValue(member));
      return endObject();
    }
    if (value instanceof JsonArray array) {
      startArray();
      array.items().forEach(this::writeValue);
      return endArray();
    }
    if (value instanceof JsonString string) {
      return writeText(string.value());
    }
    if (value instanceof JsonNumber number) {
      return literal(number.lexeme());
    }
    return value instanceof JsonBoolean bool ? writeBoolean(bool.value()) : writeNull();
  }

  /**
   * Returns the value.
   *
   * @throws IllegalStateException if it is not complete
   */
  public Bytes toBytes() {
    if (!complete) {
      throw new IllegalStateException("value is not complete");
    }
    return out.toBytes();
  }

  /**
   * Returns the value.
   *
   * @throws IllegalStateException if it is not complete
   */
  public byte[] toByteArray() {
    return toBytes().toByteArray();
  }

  private JsonWriter start(char start, char end) {
    if (levels.size() == DEPTH_MAX) {
      throw new IllegalStateException("nested deeper than " + DEPTH_MAX);
    }
    beforeValue();
    complete = false;
    levels.push(new Level(end));
    out.put(start);
    return this;
  }

  private JsonWriter end(char end) {
    Level level = levels.peek();
    if (level == null || level.end != end || level.named) {
      throw new IllegalStateException("no " + end + " here");
    }
    levels.pop();
    out.put(end);
    complete = levels.isEmpty();
    return this;
  }

  private JsonWriter literal(String text) {
    beforeValue();
    out.ascii(text);
    return this;
  }

  private void beforeValue() {
    Level level = levels.peek();
    if (level == null) {
      if (complete) {
        throw new IllegalStateException("a second value");
      }
      complete = true;
    } else if (level.end == ']') {
      separate(level);
    } else if (level.named) {
      level.named = false;
    } else {
      throw new IllegalStateException("the name comes first");
    }
  }

  private void separate(Level level) {
    if (!level.empty) {
      out.put(',');
    }
    level.empty = false;
  }
}
