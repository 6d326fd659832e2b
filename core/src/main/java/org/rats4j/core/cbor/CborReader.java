package org.rats4j.core.cbor;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.function.Supplier;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.Leniency;

/**
 * Reads one CBOR data item, value by value.
 *
 * <p>The factories check the whole input before the first value is handed out: well-formed, within
 * the limits, valid UTF-8, no key twice in a map, nothing behind the item, and the encoding rule of
 * the options. After that, reading fails only because the item is not of the expected shape. No tag
 * is interpreted unless a method says so.
 *
 * <p>Each read takes the next item of the array or map that was started last. A codec is a list of
 * reads in the order of the CDDL:
 *
 * <pre>{@code
 * in.startArray(2);
 * int alg = in.readInt();
 * Bytes value = in.readBytes();
 * in.endArray();
 * return in.build(() -> new Digest(alg, value)); // the constructor owns the rules
 * }</pre>
 *
 * <p>Not safe for use by several threads. Reading beyond the end of an array or map is a mistake of
 * the codec and an {@link IllegalStateException}.
 */
public final class CborReader {
  private CborReader() {}

  /**
   * Returns a reader of {@code cbor}, which nobody may change while the reader is in use. Values
   * are copies.
   *
   * @param root the first step of each path, such as {@code "eat"}
   * @throws DecodingException if {@code cbor} is not exactly one valid item, with the path {@code
   *     root} and the offset in the message
   */
  public static CborReader of(byte[] cbor, DecodeOptions options, String root)
      throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a reader of {@code cbor}. Byte strings and raw items are views of it, not copies.
   *
   * @param root the first step of each path, such as {@code "eat"}
   * @throws DecodingException if {@code cbor} is not exactly one valid item
   */
  public static CborReader of(Bytes cbor, DecodeOptions options, String root)
      throws DecodingException {
    return of(cbor, options, root, new Findings(options));
  }

  /**
   * Returns a reader of {@code cbor} that remarks to {@code findings}.
   *
   * @throws DecodingException if {@code cbor} is not exactly one valid item
   */
  public static CborReader of(Bytes cbor, DecodeOptions options, String root, Findings findings)
      throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads {@code in} to its end, at most one byte more than {@link DecodeOptions#inputBytes()}, and
   * returns a reader of it.
   *
   * @throws DecodingException if the content is too long or not exactly one valid item
   * @throws IOException if {@code in} fails
   */
  public static CborReader of(InputStream in, DecodeOptions options, String root)
      throws DecodingException, IOException {
    throw new UnsupportedOperationException();
  }

  /** Returns the kind of the next item. */
  public CborType peekType() {
    throw new UnsupportedOperationException();
  }

  /** Returns whether the array or map that was started last has items left. */
  public boolean hasNext() {
    throw new UnsupportedOperationException();
  }

  /**
   * Enters an array of any size and returns its size.
   *
   * @throws DecodingException if the next item is not an untagged array
   */
  public int startArray() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Enters an array of {@code size} elements.
   *
   * @throws DecodingException if the next item is not an untagged array of that size
   */
  public void startArray(int size) throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Enters an array of {@code min} to {@code max} elements and returns its size.
   *
   * @throws DecodingException if the next item is not an untagged array of such a size
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

  /**
   * Enters a map and returns how many entries it has. Keys and values are then read in turns.
   *
   * @throws DecodingException if the next item is not an untagged map
   */
  public int startMap() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Leaves the map.
   *
   * @throws DecodingException if entries are left
   */
  public void endMap() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a map key that has to be an integer or a text.
   *
   * @throws DecodingException if the key is of another type
   */
  public Label readLabel() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads an integer of major type 0 or 1.
   *
   * @throws DecodingException with INVALID_VALUE if it is beyond the range of {@code long}, with
   *     UNEXPECTED_STRUCTURE if the item is no integer
   */
  public long readLong() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads an integer of major type 0 or 1 in {@code min..max}.
   *
   * @throws DecodingException with INVALID_VALUE if it is out of range, with UNEXPECTED_STRUCTURE
   *     if the item is no integer
   */
  public long readLong(long min, long max) throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads an integer of major type 0 or 1.
   *
   * @throws DecodingException with INVALID_VALUE if it is beyond the range of {@code int}, with
   *     UNEXPECTED_STRUCTURE if the item is no integer
   */
  public int readInt() throws DecodingException {
    return readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /**
   * Reads an integer of major type 0 or 1 in {@code min..max}.
   *
   * @throws DecodingException with INVALID_VALUE if it is out of range, with UNEXPECTED_STRUCTURE
   *     if the item is no integer
   */
  public int readInt(int min, int max) throws DecodingException {
    return (int) readLong(min, max);
  }

  /**
   * Reads an integer of any size: major type 0 or 1, or a bignum under tag 2 or 3.
   *
   * @throws DecodingException if the item is neither
   */
  public BigInteger readInteger() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a float of any width.
   *
   * @throws DecodingException if the item is no float
   */
  public double readDouble() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a boolean.
   *
   * @throws DecodingException if the item is no boolean
   */
  public boolean readBoolean() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /** Consumes the next item and returns true if it is null; otherwise leaves it. */
  public boolean tryNull() {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a byte string, chunks joined.
   *
   * @throws DecodingException if the item is no untagged byte string
   */
  public Bytes readBytes() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a byte string of {@code min} to {@code max} bytes.
   *
   * @throws DecodingException with INVALID_VALUE if it is shorter or longer, with
   *     UNEXPECTED_STRUCTURE if the item is no untagged byte string
   */
  public Bytes readBytes(int min, int max) throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a text string, chunks joined.
   *
   * @throws DecodingException if the item is no untagged text string
   */
  public String readText() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads one tag and returns its number, unsigned. The next read takes what is tagged.
   *
   * @throws DecodingException if the item is not tagged
   */
  public long readTag() throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /** Consumes one tag and returns true if the next item has {@code tag}; otherwise leaves it. */
  public boolean tryTag(long tag) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads the next item, of whatever kind, tags included; also a map key.
   *
   * @return the item as neutral tree
   */
  public CborItem readItem() {
    throw new UnsupportedOperationException();
  }

  /** Reads the next item, of whatever kind, tags included, as it is encoded in the input. */
  public Bytes readRaw() {
    throw new UnsupportedOperationException();
  }

  /** Returns what {@link #readRaw()} would, and leaves the item. */
  public Bytes peekRaw() {
    throw new UnsupportedOperationException();
  }

  /** Skips the next item, of whatever kind, tags included. */
  public void skip() {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a byte string that contains one CBOR item ({@code bstr .cbor}) and returns a reader of
   * that. Its paths continue this one, its depth counts on, and it remarks to the same findings.
   *
   * @throws DecodingException if the item is no byte string or its content is not exactly one item
   */
  public CborReader readEmbedded() throws DecodingException {
    return embedded(readBytes());
  }

  /**
   * Returns a reader of {@code content}, which is that of the byte string read last. For byte
   * strings that may be empty, or whose content is needed as bytes, too; otherwise {@link
   * #readEmbedded()} is shorter.
   *
   * @throws DecodingException if {@code content} is not exactly one item
   */
  public CborReader embedded(Bytes content) throws DecodingException {
    throw new UnsupportedOperationException();
  }

  /** Returns the offset of the next item in the input. */
  public int position() {
    throw new UnsupportedOperationException();
  }

  /** Returns the path of the item that was read or started last. */
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

  /** Returns an exception for the item that was read or started last. */
  public DecodingException fail(Reason reason, String detail) {
    return DecodingException.of(reason, path(), detail);
  }

  /** Returns an exception for the item that was read or started last, with a module's code. */
  public DecodingException fail(Reason reason, String code, String detail) {
    return DecodingException.of(reason, code, path(), detail);
  }

  /**
   * Records a deviation of the item that was read or started last.
   *
   * @throws DecodingException with {@code reason} if the options do not allow it
   */
  public void deviation(Leniency leniency, Reason reason, String message) throws DecodingException {
    findings().deviation(leniency, reason, path(), message);
  }

  /**
   * Returns what {@code constructor} makes of the item that was read last.
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
