package org.rats4j.core.json;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.BytesAccess;

/**
 * The values of one JSON text in document order, flat. A value is known by its index; the values
 * inside an object or array follow it, up to {@link #end}. Texts stay in the input until somebody
 * asks for them.
 */
final class JsonTape {
  private static final JsonType[] TYPES = JsonType.values();

  // What an entry consists of. Few and small entries matter: filling them is half the cost.
  private static final int WIDTH = 4;
  private static final int KIND = 0;
  private static final int FROM = 1; // of a text; of an object or array, how many values it has
  private static final int TO = 2; // of a text; of an object or array, the index behind it
  private static final int NAME_FROM = 3; // 0 if the value has no name: no name begins there

  // The kind has the ordinal of the type, flags, and size and hash of the encoded name.
  private static final int TYPE = 0x7;
  private static final int ESCAPED = 0x8;
  private static final int NAME_ESCAPED = 0x10;
  private static final int TRUE = 0x20;
  private static final int NAME_SIZE_SHIFT = 6;
  private static final int NAME_SIZE = 0x1fff;
  private static final int NAME_HASH_SHIFT = 19;

  private final byte[] input;
  private int[] entries;
  private int size;

  JsonTape(Bytes json) {
    input = BytesAccess.array(json);
    entries = new int[WIDTH * (8 + Math.min(json.size() / 12, 4096))];
  }

  /** Appends a value without name, whose type is set next, and returns its index. */
  int add() {
    if (size * WIDTH == entries.length) {
      entries = Arrays.copyOf(entries, 2 * entries.length);
    }
    return size++;
  }

  /** Names the value that was added last; at most 1024 bytes unescaped, which are 6144 escaped. */
  void setName(int index, int from, int to, int hash, boolean escaped) {
    int base = index * WIDTH;
    entries[base + KIND] =
        hash << NAME_HASH_SHIFT | to - from << NAME_SIZE_SHIFT | (escaped ? NAME_ESCAPED : 0);
    entries[base + NAME_FROM] = from;
  }

  void setText(int index, JsonType type, int from, int to, boolean escaped) {
    int base = index * WIDTH;
    entries[base + KIND] |= type.ordinal() | (escaped ? ESCAPED : 0);
    entries[base + FROM] = from;
    entries[base + TO] = to;
  }

  void setLiteral(int index, JsonType type, boolean isTrue) {
    entries[index * WIDTH + KIND] |= type.ordinal() | (isTrue ? TRUE : 0);
  }

  void open(int index, JsonType type) {
    entries[index * WIDTH + KIND] |= type.ordinal();
  }

  /** Closes an object or array behind the value that was added last. */
  void close(int index, int count) {
    entries[index * WIDTH + FROM] = count;
    entries[index * WIDTH + TO] = size;
  }

  /** Returns how many values there are. */
  int size() {
    return size;
  }

  /** Returns the kind of a value. */
  JsonType type(int index) {
    return TYPES[entries[index * WIDTH + KIND] & TYPE];
  }

  /** Returns the index behind a value and all that is in it. */
  int end(int index) {
    boolean scalar = (entries[index * WIDTH + KIND] & TYPE) > JsonType.ARRAY.ordinal();
    return scalar ? index + 1 : entries[index * WIDTH + TO];
  }

  /** Returns how many values are directly in an object or array. */
  int count(int index) {
    return entries[index * WIDTH + FROM];
  }

  /** Returns whether a value has a name, which is so in objects. */
  boolean isMember(int index) {
    return entries[index * WIDTH + NAME_FROM] > 0;
  }

  /** Returns the name of a member. */
  String name(int index) {
    int kind = entries[index * WIDTH + KIND];
    int from = entries[index * WIDTH + NAME_FROM];
    return JsonText.of(input, from, from + nameSize(kind), (kind & NAME_ESCAPED) != 0);
  }

  private static int nameSize(int kind) {
    return kind >>> NAME_SIZE_SHIFT & NAME_SIZE;
  }

  /** Returns the content of a string or the lexeme of a number. */
  String text(int index) {
    return JsonText.of(input, from(index), to(index), isEscaped(index));
  }

  /** Returns whether a value is true. */
  boolean isTrue(int index) {
    return (entries[index * WIDTH + KIND] & TRUE) != 0;
  }

  /** Returns whether a number is written without fraction and exponent. */
  boolean isInteger(int index) {
    return NumberGrammar.isInteger(input, from(index), to(index));
  }

  /** Returns whether an integer has so few characters that {@code long} holds it for sure. */
  boolean isShort(int index) {
    return to(index) - from(index) < 19;
  }

  /** Returns an integer that {@link #isShort}. */
  long longValue(int index) {
    boolean negative = input[from(index)] == '-';
    long value = 0;
    for (int i = negative ? from(index) + 1 : from(index); i < to(index); i++) {
      value = 10 * value + (input[i] - '0');
    }
    return negative ? -value : value;
  }

  /** Returns an integer of any size. */
  BigInteger integer(int index) {
    return new BigInteger(
        new String(input, from(index), to(index) - from(index), StandardCharsets.ISO_8859_1));
  }

  /** Returns the bytes of a string in base64url, or null if it is anything else. */
  @Nullable Bytes base64Url(int index) {
    return Base64Url.decodeExactly(input, from(index), to(index));
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
    for (int i = index + 1; i < end(index); i = end(i)) {
      members.put(name(i), value(i));
    }
    return new JsonObject(members);
  }

  private JsonArray array(int index) {
    List<JsonValue> items = new ArrayList<>(count(index));
    for (int i = index + 1; i < end(index); i = end(i)) {
      items.add(value(i));
    }
    return new JsonArray(items);
  }

  /** Returns the names of the values in {@code object} before {@code last}. */
  List<String> namesBefore(int object, int last) {
    List<String> names = new ArrayList<>();
    for (int i = object + 1; i < last; i = end(i)) {
      names.add(name(i));
    }
    return names;
  }

  /** Returns whether a value in {@code object} before {@code last} has the name of {@code last}. */
  boolean hasNameBefore(int object, int last) {
    for (int i = object + 1; i < last; i = end(i)) {
      if (isSameName(i, last)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSameName(int one, int other) {
    int kind = entries[one * WIDTH + KIND];
    int otherKind = entries[other * WIDTH + KIND];
    if (((kind | otherKind) & NAME_ESCAPED) != 0) {
      return name(one).equals(name(other));
    }
    int from = entries[one * WIDTH + NAME_FROM];
    int otherFrom = entries[other * WIDTH + NAME_FROM];
    int length = nameSize(kind);
    return (kind ^ otherKind) >>> NAME_SIZE_SHIFT == 0
        && Arrays.equals(input, from, from + length, input, otherFrom, otherFrom + length);
  }

  private int from(int index) {
    return entries[index * WIDTH + FROM];
  }

  private int to(int index) {
    return entries[index * WIDTH + TO];
  }

  private boolean isEscaped(int index) {
    return (entries[index * WIDTH + KIND] & ESCAPED) != 0;
  }
}
