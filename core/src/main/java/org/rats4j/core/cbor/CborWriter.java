package org.rats4j.core.cbor;

import java.math.BigInteger;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;

/**
 * Writes one data item in deterministic CBOR (RFC 8949, section 4.2.1): shortest heads, definite
 * lengths, map keys in bytewise order of their encodings, whatever the order of the calls.
 *
 * <p>Arrays and maps are started with their size, or without it and then ended:
 *
 * <pre>{@code
 * out.startMap();
 * out.writeInt(1).writeText("issuer");
 * out.endMap();
 * }</pre>
 *
 * <p>Not safe for use by several threads. A writer that threw is not usable any more.
 */
public final class CborWriter {
  /** Creates an empty writer. */
  public CborWriter() {}

  /** Starts an array of {@code size} elements, which ends by itself behind the last. */
  public CborWriter startArray(int size) {
    throw new UnsupportedOperationException();
  }

  /** Starts an array that {@link #endArray()} ends. */
  public CborWriter startArray() {
    throw new UnsupportedOperationException();
  }

  /** Ends the array that {@link #startArray()} started. */
  public CborWriter endArray() {
    throw new UnsupportedOperationException();
  }

  /** Starts a map of {@code size} entries, which ends by itself behind the last. */
  public CborWriter startMap(int size) {
    throw new UnsupportedOperationException();
  }

  /** Starts a map that {@link #endMap()} ends. */
  public CborWriter startMap() {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends the map that {@link #startMap()} started.
   *
   * @throws IllegalArgumentException if a key stands twice in it
   */
  public CborWriter endMap() {
    throw new UnsupportedOperationException();
  }

  /** Writes an integer. */
  public CborWriter writeInt(long value) {
    throw new UnsupportedOperationException();
  }

  /** Writes an integer, as bignum only if it is not in -2^64..2^64-1. */
  public CborWriter writeInteger(BigInteger value) {
    throw new UnsupportedOperationException();
  }

  /** Writes a map key. */
  public CborWriter writeLabel(Label label) {
    throw new UnsupportedOperationException();
  }

  /** Writes a byte string. */
  public CborWriter writeBytes(Bytes value) {
    throw new UnsupportedOperationException();
  }

  /** Writes a byte string. */
  public CborWriter writeBytes(byte[] value) {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes a text string.
   *
   * @throws IllegalArgumentException if {@code value} has a lone surrogate
   */
  public CborWriter writeText(String value) {
    throw new UnsupportedOperationException();
  }

  /** Writes a tag; the next item is its content. */
  public CborWriter writeTag(long unsignedTag) {
    throw new UnsupportedOperationException();
  }

  /** Writes true or false. */
  public CborWriter writeBoolean(boolean value) {
    throw new UnsupportedOperationException();
  }

  /** Writes null. */
  public CborWriter writeNull() {
    throw new UnsupportedOperationException();
  }

  /** Writes undefined. */
  public CborWriter writeUndefined() {
    throw new UnsupportedOperationException();
  }

  /** Writes a float in the shortest form that keeps the value; NaN as f97e00. */
  public CborWriter writeDouble(double value) {
    throw new UnsupportedOperationException();
  }

  /** Writes an item of the neutral tree. */
  public CborWriter writeItem(CborItem item) {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes one item that is encoded already, as it is, deterministic or not.
   *
   * @throws IllegalArgumentException if {@code item} is not exactly one well-formed item
   */
  public CborWriter writeRaw(Bytes item) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the item.
   *
   * @throws IllegalStateException if it is not complete
   */
  public Bytes toBytes() {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the item.
   *
   * @throws IllegalStateException if it is not complete
   */
  public byte[] toByteArray() {
    return toBytes().toByteArray();
  }
}
