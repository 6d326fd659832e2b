package org.rats4j.core.cbor;

import java.math.BigInteger;
import java.util.Arrays;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.internal.BytesAccess;

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
 * <p>One item too many is an {@link IllegalStateException}. Not safe for use by several threads. A
 * writer that threw is not usable any more.
 */
public final class CborWriter {
  private static final int TAG_BIGNUM = 2;
  private static final int TAG_NEGATIVE_BIGNUM = 3;

  private final Output out = new Output();
  private final OpenContainers open = new OpenContainers(out);

  /** Creates an empty writer. */
  public CborWriter() {}

  /**
   * Starts an array of {@code size} elements, which ends by itself behind the last.
   *
   * @throws IllegalArgumentException if {@code size} is negative
   */
  public CborWriter startArray(int size) {
    return start(Head.ARRAY, size);
  }

  /** Starts an array that {@link #endArray()} ends. */
  public CborWriter startArray() {
    open.beforeItem();
    open.startCounting(Head.ARRAY);
    return this;
  }

  /**
   * Ends the array that {@link #startArray()} started.
   *
   * @throws IllegalStateException if that is not the innermost open container
   */
  public CborWriter endArray() {
    open.endCounting(Head.ARRAY);
    return this;
  }

  /**
   * Starts a map of {@code size} entries, which ends by itself behind the last.
   *
   * @throws IllegalArgumentException if {@code size} is negative; the write that ends the map
   *     throws it if a key stands twice
   */
  public CborWriter startMap(int size) {
    return start(Head.MAP, size);
  }

  /** Starts a map that {@link #endMap()} ends. */
  public CborWriter startMap() {
    open.beforeItem();
    open.startCounting(Head.MAP);
    return this;
  }

  /**
   * Ends the map that {@link #startMap()} started.
   *
   * @throws IllegalArgumentException if a key stands twice in it
   * @throws IllegalStateException if that is not the innermost open container, or if the last key
   *     has no value
   */
  public CborWriter endMap() {
    open.endCounting(Head.MAP);
    return this;
  }

  private CborWriter start(int major, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("size is negative: " + size);
    }
    open.beforeItem();
    out.head(major, size);
    if (size == 0) {
      open.afterItem();
    } else {
      open.start(major, size);
    }
    return this;
  }

  /** Writes an integer. */
  public CborWriter writeInt(long value) {
    open.beforeItem();
    if (value < 0) {
      out.head(Head.NEGATIVE, ~value);
    } else {
      out.head(Head.UNSIGNED, value);
    }
    open.afterItem();
    return this;
  }

  /** Writes an integer, as bignum only if it is not in -2^64..2^64-1. */
  public CborWriter writeInteger(BigInteger value) {
    boolean negative = value.signum() < 0;
    BigInteger argument = negative ? value.not() : value;
    if (argument.bitLength() <= Long.SIZE) {
      return writeArgument(negative ? Head.NEGATIVE : Head.UNSIGNED, argument.longValue());
    }
    writeTag(negative ? TAG_NEGATIVE_BIGNUM : TAG_BIGNUM);
    byte[] magnitude = argument.toByteArray();
    int sign = magnitude[0] == 0 ? 1 : 0;
    return writeBytes(magnitude, sign, magnitude.length - sign);
  }

  /** Writes a map key. */
  public CborWriter writeLabel(Label label) {
    if (label instanceof Label.OfInteger integer) {
      return writeArgument(integer.negative() ? Head.NEGATIVE : Head.UNSIGNED, integer.argument());
    }
    return writeText(((Label.OfText) label).value());
  }

  private CborWriter writeArgument(int major, long argument) {
    open.beforeItem();
    out.head(major, argument);
    open.afterItem();
    return this;
  }

  /** Writes a byte string. */
  public CborWriter writeBytes(Bytes value) {
    return writeBytes(BytesAccess.array(value), BytesAccess.offset(value), value.size());
  }

  /** Writes a byte string. */
  public CborWriter writeBytes(byte[] value) {
    return writeBytes(value, 0, value.length);
  }

  private CborWriter writeBytes(byte[] array, int offset, int length) {
    open.beforeItem();
    out.head(Head.BYTES, length);
    out.copy(array, offset, length);
    open.afterItem();
    return this;
  }

  /**
   * Writes a text string.
   *
   * @throws IllegalArgumentException if {@code value} has a lone surrogate
   */
  public CborWriter writeText(String value) {
    open.beforeItem();
    out.text(value);
    open.afterItem();
    return this;
  }

  /** Writes a tag; the next item is its content. */
  public CborWriter writeTag(long unsignedTag) {
    open.beforeItem();
    out.head(Head.TAG, unsignedTag);
    open.afterTag();
    return this;
  }

  /** Writes true or false. */
  public CborWriter writeBoolean(boolean value) {
    return writeSimple(value ? CborSimple.TRUE.value() : CborSimple.FALSE.value());
  }

  /** Writes null. */
  public CborWriter writeNull() {
    return writeSimple(CborSimple.NULL.value());
  }

  /** Writes undefined. */
  public CborWriter writeUndefined() {
    return writeSimple(CborSimple.UNDEFINED.value());
  }

  private CborWriter writeSimple(int value) {
    return writeArgument(Head.SIMPLE, value);
  }

  /** Writes a float in the shortest form that keeps the value; NaN as f97e00. */
  public CborWriter writeDouble(double value) {
    open.beforeItem();
    out.shortestFloat(value);
    open.afterItem();
    return this;
  }

  /**
   * Writes an item of the neutral tree. What is tagged stays tagged, a bignum of any size too.
   *
   * @throws IllegalArgumentException if a text in it has a lone surrogate
   */
  public CborWriter writeItem(CborItem item) {
    CborItem untagged = item;
    while (untagged instanceof CborTagged tagged) {
      writeTag(tagged.tag());
      untagged = tagged.content();
    }
    if (untagged instanceof CborInteger integer) {
      return writeArgument(
          integer.isNegative() ? Head.NEGATIVE : Head.UNSIGNED, integer.argument());
    }
    if (untagged instanceof CborText text) {
      return writeText(text.value());
    }
    if (untagged instanceof CborBytes bytes) {
      return writeBytes(bytes.value());
    }
    if (untagged instanceof CborArray array) {
      startArray(array.items().size());
      array.items().forEach(this::writeItem);
      return this;
    }
    if (untagged instanceof CborMap map) {
      startMap(map.size());
      for (int i = 0; i < map.size(); i++) {
        writeItem(map.key(i));
        writeItem(map.value(i));
      }
      return this;
    }
    if (untagged instanceof CborFloat number) {
      return writeDouble(number.value());
    }
    return writeSimple(((CborSimple) untagged).value());
  }

  /**
   * Writes one item that is encoded already, as it is, deterministic or not.
   *
   * @throws IllegalArgumentException if {@code item} is not exactly one valid item, nested at most
   *     512 deep
   */
  public CborWriter writeRaw(Bytes item) {
    RawItem.check(item);
    open.beforeItem();
    out.copy(BytesAccess.array(item), BytesAccess.offset(item), item.size());
    open.afterItem();
    return this;
  }

  /**
   * Returns the item.
   *
   * @throws IllegalStateException if it is not complete
   */
  public Bytes toBytes() {
    byte[] bytes = toByteArray();
    return BytesAccess.wrap(bytes, 0, bytes.length);
  }

  /**
   * Returns the item.
   *
   * @throws IllegalStateException if it is not complete
   */
  public byte[] toByteArray() {
    open.requireComplete();
    return Arrays.copyOf(out.buf, out.size);
  }
}
