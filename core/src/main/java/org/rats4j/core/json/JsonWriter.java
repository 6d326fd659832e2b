package org.rats4j.core.json;

import java.math.BigInteger;
import org.rats4j.core.Bytes;

/**
 * Writes one JSON value: UTF-8, no white space, members in the order of the calls.
 *
 * <p>Not safe for use by several threads. A writer that threw is not usable any more.
 */
public final class JsonWriter {
  /** Creates an empty writer. */
  public JsonWriter() {}

  /** Starts an object. */
  public JsonWriter startObject() {
    throw new UnsupportedOperationException();
  }

  /** Ends the object that was started last. */
  public JsonWriter endObject() {
    throw new UnsupportedOperationException();
  }

  /** Starts an array. */
  public JsonWriter startArray() {
    throw new UnsupportedOperationException();
  }

  /** Ends the array that was started last. */
  public JsonWriter endArray() {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes the name of a member; the next value is its value.
   *
   * @throws IllegalArgumentException if the object has that name already, or it has a lone
   *     surrogate
   */
  public JsonWriter writeName(String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes a string.
   *
   * @throws IllegalArgumentException if {@code value} has a lone surrogate
   */
  public JsonWriter writeText(String value) {
    throw new UnsupportedOperationException();
  }

  /** Writes a string with {@code value} in base64url without padding. */
  public JsonWriter writeBase64Url(Bytes value) {
    throw new UnsupportedOperationException();
  }

  /** Writes an integer. */
  public JsonWriter writeInt(long value) {
    throw new UnsupportedOperationException();
  }

  /** Writes an integer. */
  public JsonWriter writeInteger(BigInteger value) {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes a number that need not be an integer.
   *
   * @throws IllegalArgumentException if {@code value} is not finite
   */
  public JsonWriter writeDouble(double value) {
    throw new UnsupportedOperationException();
  }

  /** Writes true or false. */
  public JsonWriter writeBoolean(boolean value) {
    throw new UnsupportedOperationException();
  }

  /** Writes null. */
  public JsonWriter writeNull() {
    throw new UnsupportedOperationException();
  }

  /** Writes a value of the neutral tree, numbers with their lexeme. */
  public JsonWriter writeValue(JsonValue value) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the value.
   *
   * @throws IllegalStateException if it is not complete
   */
  public Bytes toBytes() {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the value.
   *
   * @throws IllegalStateException if it is not complete
   */
  public byte[] toByteArray() {
    return toBytes().toByteArray();
  }
}
