package org.rats4j.core.json;

import java.math.BigInteger;
import java.util.function.Supplier;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;

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
  private JsonReader() {}

  /**
   * Returns a reader of {@code json}.
   *
   * @param root the first step of each path, such as {@code "eat"}
   * @throws DecodingException if {@code json} is not exactly one valid value
   */
  public static JsonReader of(byte[] json, DecodeOptions options, String root)
      throws DecodingException {
    return of(Bytes.copyOf(json), options, root);
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
    throw new UnsupportedOperationException();
  }

  /** Returns the kind of the next value. */
  public JsonType peekType() {
    throw new UnsupportedOperationException();
  }

  /** Returns whether the object or array that was started last has values left. */
  public boolean hasNext() {
    throw new UnsupportedOperationException();
  }

  /**
   * Enters an object. Names and values are then read in turns.
   *
   * @throws DecodingException if the next value is no object
   */
  public void startObject() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Leaves the object.
   *
   * @throws DecodingException if members are left
   */
  public void endObject() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Enters an array and returns its size.
   *
   * @throws DecodingException if the next value is no array
   */
  public int startArray() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Enters an array of {@code size} elements.
   *
   * @throws DecodingException if the next value is no array of that size
   */
  public void startArray(int size) throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Enters an array of {@code min} to {@code max} elements and returns its size.
   *
   * @throws DecodingException if the next value is no array of such a size
   */
  public int startArray(int min, int max) throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Leaves the array.
   *
   * @throws DecodingException if elements are left
   */
  public void endArray() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /** Reads the name of the next member, unescaped. */
  public String readName() {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a string, unescaped.
   *
   * @throws DecodingException if the value is no string
   */
  public String readText() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a string that is base64url without padding (RFC 4648, section 5). The three base64
   * leniencies of {@link Leniency} apply.
   *
   * @throws DecodingException with NOT_WELL_FORMED if the string is anything else, with
   *     UNEXPECTED_STRUCTURE if the value is no string
   */
  public Bytes readBase64Url() throws DecodingException {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a number of any form.
   *
   * @throws DecodingException if the value is no number
   */
  public JsonNumber readNumber() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads true or false.
   *
   * @throws DecodingException if the value is neither
   */
  public boolean readBoolean() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /** Consumes the next value and returns true if it is null; otherwise leaves it. */
  public boolean tryNull() {
    throw new UnsupportedOperationException();
  }

  /** Reads the next value, of whatever kind, as neutral tree. */
  public JsonValue readValue() {
    throw new UnsupportedOperationException();
  }

  /** Skips the next value, of whatever kind. */
  public void skip() {
    throw new UnsupportedOperationException();
  }

  /** Returns the path of the value that was read or started last. */
  public String path() {
    throw new UnsupportedOperationException();
  }

  /** Returns the options of this reader. */
  public DecodeOptions options() {
    throw new UnsupportedOperationException();
  }

  /** Returns what this reader remarks to. */
  public Findings findings() {
    throw new UnsupportedOperationException();
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
}
