package org.rats4j.core.json;

import java.math.BigInteger;
import java.util.Objects;
import java.util.function.Supplier;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.internal.BytesAccess;

/**
 * Reads one JSON text, value by value.
 *
 * <p>The factories check the whole input before the first value is handed out: RFC 8259 grammar,
 * UTF-8 without byte order mark, no lone surrogates, no member twice in an object at any depth,
 * limits, nothing but white space around the value. After that, reading fails only because a value
 * is not of the expected shape. A number keeps its lexeme until a method asks for a type.
 *
 * <p>Reads take the next value of the object or array that was started last, as in {@link
 * org.rats4j.core.cbor.CborReader}. Not safe for use by several threads.
 */
public final class JsonReader {
  /** A lexeme of fewer characters fits a long. */
  private static final int LONG_DIGITS = 19;

  /** How much of a name a path shows; whole names would make it as long as the input. */
  private static final int NAME_SHOWN = 256;

  private final JsonTape tape;
  private final DecodeOptions options;
  private final String root;
  private final Findings findings;

  // By level: what was read or started last there, and its position in its object or array.
  private final int[] entries;
  private final int[] positions;

  /** How many objects and arrays are open, which is the level of the next value. */
  private int depth;

  /** The level of the value that was read or started last. */
  private int lastLevel;

  /** The next value on the tape, and the end of the object or array that was started last. */
  private int next;

  private int end;

  /** Whether that is an object. */
  private boolean inObject;

  /** Whether the name of the next value was read. */
  private boolean named;

  private JsonReader(JsonTape tape, DecodeOptions options, String root, Findings findings) {
    this.tape = tape;
    this.options = options;
    this.root = root;
    this.findings = findings;
    this.end = tape.size();
    this.entries = new int[options.jsonDepth() + 1];
    this.positions = new int[options.jsonDepth() + 1];
  }

  /**
   * Returns a reader of {@code json}.
   *
   * @param root the first step of each path, such as {@code "eat"}; {@code "/"} and the empty text
   *     stand for a path without such a step
   * @throws DecodingException if {@code json} is not exactly one valid value, with the path {@code
   *     root} and the offset in the message
   */
  public static JsonReader of(byte[] json, DecodeOptions options, String root)
      throws DecodingException {
    // No copy: nothing that the reader hands out is a view of the input, nor is that read again.
    return of(BytesAccess.wrap(json, 0, json.length), options, root);
  }

  /**
   * Returns a reader of {@code json}.
   *
   * @param root the first step of each path, such as {@code "eat"}
   * @throws DecodingException if {@code json} is not exactly one valid value
   */
  public static JsonReader of(Bytes json, DecodeOptions options, String root)
      throws DecodingException {
    return of(json, options, root, new Findings(options));
  }

  /**
   * Returns a reader of {@code json} that remarks to {@code findings}.
   *
   * @throws DecodingException if {@code json} is not exactly one valid value
   */
  public static JsonReader of(Bytes json, DecodeOptions options, String root, Findings findings)
      throws DecodingException {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(findings, "findings");
    return new JsonReader(JsonGate.check(json, options, root), options, root, findings);
  }

  /**
   * Returns a reader of the same value that stands where this one does, for looking ahead: it moves
   * by itself, and remarks to the same findings.
   */
  public JsonReader fork() {
    JsonReader fork = new JsonReader(tape, options, root, findings);
    System.arraycopy(entries, 0, fork.entries, 0, entries.length);
    System.arraycopy(positions, 0, fork.positions, 0, positions.length);
    fork.depth = depth;
    fork.lastLevel = lastLevel;
    fork.next = next;
    fork.end = end;
    fork.inObject = inObject;
    fork.named = named;
    return fork;
  }

  /** Returns the kind of the next value. */
  public JsonType peekType() {
    return tape.type(peek());
  }

  /** Returns whether the object or array that was started last has values left. */
  public boolean hasNext() {
    return next < end;
  }

  /**
   * Enters an object. Names and values are then read in turns.
   *
   * @throws DecodingException if the next value is no object
   */
  public void startObject() throws DecodingException {
    enter(take(JsonType.OBJECT));
  }

  /**
   * Leaves the object.
   *
   * @throws DecodingException if members are left
   */
  public void endObject() throws DecodingException {
    leave(JsonType.OBJECT, "unexpected member");
  }

  /**
   * Enters an array and returns its size.
   *
   * @throws DecodingException if the next value is no array
   */
  public int startArray() throws DecodingException {
    int index = take(JsonType.ARRAY);
    enter(index);
    return tape.count(index);
  }

  /**
   * Enters an array of {@code size} elements.
   *
   * @throws DecodingException if the next value is no array of that size
   */
  public void startArray(int size) throws DecodingException {
    startArray(size, size);
  }

  /**
   * Enters an array of {@code min} to {@code max} elements and returns its size.
   *
   * @throws DecodingException if the next value is no array of such a size
   */
  public int startArray(int min, int max) throws DecodingException {
    int size = startArray();
    if (size < min || size > max) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, "array has " + size + " elements");
    }
    return size;
  }

  /**
   * Leaves the array.
   *
   * @throws DecodingException if elements are left
   */
  public void endArray() throws DecodingException {
    leave(JsonType.ARRAY, "unexpected element");
  }

  /** Reads the name of the next member, unescaped. */
  public String readName() {
    if (named || !inObject || next >= end) {
      throw new IllegalStateException("no name here");
    }
    named = true;
    entries[depth] = next;
    lastLevel = depth;
    return tape.name(next);
  }

  /**
   * Reads a string, unescaped.
   *
   * @throws DecodingException if the value is no string
   */
  public String readText() throws DecodingException {
    return tape.text(take(JsonType.STRING));
  }

  /**
   * Reads a string that is base64url without padding (RFC 4648, section 5). The three base64
   * leniencies of {@link Leniency} apply.
   *
   * @throws DecodingException with NOT_WELL_FORMED if the string is anything else, with
   *     UNEXPECTED_STRUCTURE if the value is no string
   */
  public Bytes readBase64Url() throws DecodingException {
    return Base64Url.decode(readText(), this);
  }

  /**
   * Reads an integer, written without fraction and exponent.
   *
   * @throws DecodingException with INVALID_VALUE if it is beyond the range of {@code long}, with
   *     UNEXPECTED_STRUCTURE if the value is no integer
   */
  public long readLong() throws DecodingException {
    return readLong(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * Reads an integer in {@code min..max}, written without fraction and exponent.
   *
   * @throws DecodingException with INVALID_VALUE if it is out of range, with UNEXPECTED_STRUCTURE
   *     if the value is no integer
   */
  public long readLong(long min, long max) throws DecodingException {
    String lexeme = integer();
    if (lexeme.length() < LONG_DIGITS) {
      long value = Long.parseLong(lexeme);
      if (value >= min && value <= max) {
        return value;
      }
    } else {
      BigInteger value = new BigInteger(lexeme);
      if (value.bitLength() < Long.SIZE && value.longValue() >= min && value.longValue() <= max) {
        return value.longValue();
      }
    }
    throw fail(Reason.INVALID_VALUE, "integer is not in " + min + ".." + max);
  }

  /**
   * Reads an integer in {@code min..max}, written without fraction and exponent.
   *
   * @throws DecodingException with INVALID_VALUE if it is out of range, with UNEXPECTED_STRUCTURE
   *     if the value is no integer
   */
  public int readInt(int min, int max) throws DecodingException {
    return (int) readLong(min, max);
  }

  /**
   * Reads an integer of any size, written without fraction and exponent.
   *
   * @throws DecodingException if the value is no integer
   */
  public BigInteger readInteger() throws DecodingException {
    return new BigInteger(integer());
  }

  /**
   * Reads a number of any form.
   *
   * @throws DecodingException if the value is no number
   */
  public JsonNumber readNumber() throws DecodingException {
    return new JsonNumber(tape.text(take(JsonType.NUMBER)));
  }

  /**
   * Reads true or false.
   *
   * @throws DecodingException if the value is neither
   */
  public boolean readBoolean() throws DecodingException {
    return tape.isTrue(take(JsonType.BOOLEAN));
  }

  /** Consumes the next value and returns true if it is null; otherwise leaves it. */
  public boolean tryNull() {
    if (peekType() != JsonType.NULL) {
      return false;
    }
    consume();
    return true;
  }

  /** Reads the next value, of whatever kind, as neutral tree. */
  public JsonValue readValue() {
    return tape.value(consume());
  }

  /** Returns the next value, of whatever kind, as neutral tree, and leaves it. */
  public JsonValue peekValue() {
    return tape.value(peek());
  }

  /** Skips the next value, of whatever kind. */
  public void skip() {
    consume();
  }

  /** Returns the path of the value that was read or started last. */
  public String path() {
    StringBuilder path = new StringBuilder(root);
    for (int level = 1; level <= lastLevel; level++) {
      if (level > 1 || !root.isEmpty() && !root.equals("/")) {
        path.append('/');
      }
      int index = entries[level];
      if (tape.isMember(index)) {
        path.append(step(tape.name(index)));
      } else {
        path.append(positions[level]);
      }
    }
    return path.toString();
  }

  private static String step(String name) {
    String shown = name.length() > NAME_SHOWN ? name.substring(0, NAME_SHOWN) + "..." : name;
    return shown.replace("~", "~0").replace("/", "~1");
  }

  /** Returns the options of this reader. */
  public DecodeOptions options() {
    return options;
  }

  /** Returns what this reader remarks to. */
  public Findings findings() {
    return findings;
  }

  /** Returns an exception for the value that was read or started last. */
  public DecodingException fail(Reason reason, String detail) {
    return DecodingException.of(reason, path(), detail);
  }

  /** Returns an exception for the value that was read or started last, with a module's code. */
  public DecodingException fail(Reason reason, String code, String detail) {
    return DecodingException.of(reason, code, path(), detail);
  }

  /**
   * Records a deviation of the value that was read or started last.
   *
   * @throws DecodingException with {@code reason} if the options do not allow it
   */
  public void deviation(Leniency leniency, Reason reason, String message) throws DecodingException {
    findings().deviation(leniency, reason, path(), message);
  }

  /**
   * Returns what {@code constructor} makes of the value that was read last.
   *
   * @throws DecodingException with INVALID_VALUE if {@code constructor} throws
   *     IllegalArgumentException
   */
  public <T> T build(Supplier<T> constructor) throws DecodingException {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw fail(Reason.INVALID_VALUE, String.valueOf(e.getMessage()));
    }
  }

  /** Returns the index of the next value. */
  private int peek() {
    if (next >= end || inObject && !named) {
      throw new IllegalStateException("beyond the end, or a name comes first");
    }
    return next;
  }

  /** Passes the next value with all that is in it and returns its index. */
  private int consume() {
    int index = peek();
    named = false;
    entries[depth] = index;
    positions[depth]++;
    lastLevel = depth;
    next = tape.end(index);
    return index;
  }

  private int take(JsonType type) throws DecodingException {
    int index = consume();
    if (tape.type(index) != type) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, "expected " + type + ", found " + tape.type(index));
    }
    return index;
  }

  private String integer() throws DecodingException {
    String lexeme = tape.text(take(JsonType.NUMBER));
    if (!JsonNumber.isInteger(lexeme)) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, "expected an integer, found a fraction or exponent");
    }
    return lexeme;
  }

  private void enter(int index) {
    next = index + 1;
    end = tape.end(index);
    inObject = tape.type(index) == JsonType.OBJECT;
    depth++;
    positions[depth] = -1;
  }

  private void leave(JsonType type, String detail) throws DecodingException {
    if (depth == 0 || named || tape.type(entries[depth - 1]) != type) {
      throw new IllegalStateException("no end of " + type + " here");
    }
    if (hasNext()) {
      entries[depth] = next;
      positions[depth]++;
      lastLevel = depth;
      throw fail(Reason.UNEXPECTED_STRUCTURE, detail);
    }
    depth--;
    lastLevel = depth;
    int parent = depth == 0 ? -1 : entries[depth - 1];
    end = parent < 0 ? tape.size() : tape.end(parent);
    inObject = parent >= 0 && tape.type(parent) == JsonType.OBJECT;
  }
}
