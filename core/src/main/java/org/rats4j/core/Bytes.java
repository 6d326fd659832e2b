package org.rats4j.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import org.rats4j.core.internal.BytesAccess;

/**
 * An immutable sequence of bytes.
 *
 * <p>Slices share memory with what they were cut from. Order is that of unsigned bytes, a prefix
 * before what it begins, which is the order of map keys in deterministic CBOR (RFC 8949, section
 * 4.2.1).
 */
public final class Bytes implements Comparable<Bytes> {
  private static final int SHOWN = 32;

  static {
    BytesAccess.install(
        new BytesAccess() {
          @Override
          protected byte[] arrayOf(Bytes bytes) {
            return bytes.array;
          }

          @Override
          protected int offsetOf(Bytes bytes) {
            return bytes.offset;
          }

          @Override
          protected Bytes wrapArray(byte[] array, int offset, int length) {
            return length == 0 ? EMPTY : new Bytes(array, offset, length);
          }
        });
  }

  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int offset;
  private final int length;

  private Bytes(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** Returns a copy of {@code bytes}. */
  public static Bytes copyOf(byte[] bytes) {
    return copyOf(bytes, 0, bytes.length);
  }

  /**
   * Returns a copy of {@code length} bytes from {@code offset} on.
   *
   * @throws IndexOutOfBoundsException if the range is not inside {@code bytes}
   */
  public static Bytes copyOf(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    return length == 0
        ? EMPTY
        : new Bytes(Arrays.copyOfRange(bytes, offset, offset + length), 0, length);
  }

  /** Returns the given values as bytes, each cut to its low eight bits. */
  public static Bytes of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Bytes(bytes, 0, bytes.length);
  }

  /** Returns the UTF-8 encoding of {@code text}. */
  public static Bytes ofUtf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Bytes(bytes, 0, bytes.length);
  }

  /**
   * Returns the bytes that {@code hex} spells in pairs of hexadecimal digits of either case.
   *
   * @throws IllegalArgumentException if {@code hex} is anything else
   */
  public static Bytes ofHex(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return new Bytes(bytes, 0, bytes.length);
  }

  /** Returns how many bytes there are. */
  public int size() {
    return length;
  }

  /** Returns whether there are no bytes. */
  public boolean isEmpty() {
    return length == 0;
  }

  /**
   * Returns the byte at {@code index}, as 0 to 255.
   *
   * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
   */
  public int at(int index) {
    Objects.checkIndex(index, length);
    return array[offset + index] & 0xff;
  }

  /**
   * Returns {@code length} bytes from {@code offset} on, as a view.
   *
   * @throws IndexOutOfBoundsException if the range is not inside this sequence
   */
  public Bytes slice(int offset, int length) {
    Objects.checkFromIndexSize(offset, length, this.length);
    if (length == 0) {
      return EMPTY;
    }
    return length == this.length ? this : new Bytes(array, this.offset + offset, length);
  }

  /** Returns this sequence and, behind it, {@code other}. */
  public Bytes concat(Bytes other) {
    byte[] joined = Arrays.copyOfRange(array, offset, offset + length + other.length);
    System.arraycopy(other.array, other.offset, joined, length, other.length);
    return new Bytes(joined, 0, joined.length);
  }

  /** Returns a new array with these bytes. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** Returns a read-only view. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
  }

  /** Feeds these bytes to {@code digest}. */
  public void update(MessageDigest digest) {
    digest.update(array, offset, length);
  }

  /**
   * Feeds these bytes to {@code signature}.
   *
   * @throws SignatureException if {@code signature} is not initialised
   */
  public void update(Signature signature) throws SignatureException {
    signature.update(array, offset, length);
  }

  /** Feeds these bytes to {@code mac}. */
  public void update(Mac mac) {
    mac.update(array, offset, length);
  }

  /** Returns the bytes as lower-case hexadecimal digits. */
  public String toHex() {
    return HexFormat.of().formatHex(array, offset, offset + length);
  }

  /**
   * Returns the text that these bytes are in UTF-8. What is none becomes U+FFFD: bytes of others
   * are checked by who decodes them.
   */
  public String toUtf8() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }

  /**
   * Returns whether {@code other} holds the same bytes, in a time that depends on the sizes alone.
   */
  public boolean equalsInConstantTime(Bytes other) {
    return MessageDigest.isEqual(toByteArray(), other.toByteArray());
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(
        array, offset, offset + length, other.array, other.offset, other.offset + other.length);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Bytes other
        && Arrays.equals(
            array, offset, offset + length, other.array, other.offset, other.offset + other.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /** Returns the bytes in diagnostic notation, long sequences cut. */
  @Override
  public String toString() {
    if (length <= SHOWN) {
      return "h'" + toHex() + "'";
    }
    return "h'" + slice(0, SHOWN).toHex() + "...' (" + length + " bytes)";
  }
}
