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
import org.rats4j.core.internal.BytesAccess;

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
  private static final int TAG_BIGNUM = 2;
  private static final int TAG_NEGATIVE_BIGNUM = 3;

  private final Cursor cursor;
  private final byte[] buf;
  private final DecodeOptions options;
  private final Findings findings;

  /** How many arrays and maps stand around this input. */
  private final int outerDepth;

  private CborReader(
      Input input, DecodeOptions options, int outerDepth, String root, Findings findings) {
    this(new Cursor(input, root), options, outerDepth, findings);
  }

  private CborReader(Cursor cursor, DecodeOptions options, int outerDepth, Findings findings) {
    this.cursor = cursor;
    this.buf = cursor.buf;
    this.options = options;
    this.outerDepth = outerDepth;
    this.findings = findings;
  }

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
    Input input = Gate.check(cbor, 0, cbor.length, true, options, 0, root);
    return new CborReader(input, options, 0, root, new Findings(options));
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
    return new CborReader(Gate.check(cbor, options, root), options, 0, root, findings);
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
    int limit = options.inputBytes();
    byte[] all = in.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
    return of(BytesAccess.wrap(all, 0, all.length), options, root);
  }

  /**
   * Returns a reader of the same item that stands where this one does, for looking ahead: it moves
   * by itself, and remarks to the same findings.
   */
  public CborReader fork() {
    return new CborReader(cursor.copy(), options, outerDepth, findings);
  }

  /** Returns the kind of the next item. */
  public CborType peekType() {
    return Head.type(cursor.peek());
  }

  /** Returns whether the array or map that was started last has items left. */
  public boolean hasNext() {
    return cursor.hasNext();
  }

  /**
   * Enters an array of any size and returns its size.
   *
   * @throws DecodingException if the next item is not an untagged array
   */
  public int startArray() throws DecodingException {
    expect(Head.ARRAY, "array");
    return cursor.enter();
  }

  /**
   * Enters an array of {@code size} elements.
   *
   * @throws DecodingException if the next item is not an untagged array of that size
   */
  public void startArray(int size) throws DecodingException {
    startArray(size, size);
  }

  /**
   * Enters an array of {@code min} to {@code max} elements and returns its size.
   *
   * @throws DecodingException if the next item is not an untagged array of such a size
   */
  public int startArray(int min, int max) throws DecodingException {
    int size = startArray();
    if (size < min || size > max) {
      throw unexpected("array of " + size + " elements instead of " + range(min, max));
    }
    return size;
  }

  /**
   * Leaves the array.
   *
   * @throws DecodingException if elements are left
   */
  public void endArray() throws DecodingException {
    end(Head.ARRAY);
  }

  /**
   * Enters a map and returns how many entries it has. Keys and values are then read in turns.
   *
   * @throws DecodingException if the next item is not an untagged map
   */
  public int startMap() throws DecodingException {
    expect(Head.MAP, "map");
    return cursor.enter() / 2;
  }

  /**
   * Leaves the map.
   *
   * @throws DecodingException if entries are left
   */
  public void endMap() throws DecodingException {
    end(Head.MAP);
  }

  private void end(int major) throws DecodingException {
    if (!cursor.isAtEnd(major)) {
      cursor.forgetItem();
      throw unexpected(major == Head.MAP ? "entries are left" : "elements are left");
    }
    cursor.leave();
  }

  /**
   * Reads a map key that has to be an integer or a text.
   *
   * @throws DecodingException if the key is of another type
   */
  public Label readLabel() throws DecodingException {
    byte initial = cursor.take();
    int major = Head.major(initial);
    if (major <= Head.NEGATIVE) {
      boolean negative = major == Head.NEGATIVE;
      long argument = cursor.takeArgument();
      return argument < 0
          ? new Label.OfInteger(negative, argument)
          : Label.of(negative ? ~argument : argument);
    }
    if (major != Head.TEXT) {
      throw unexpected("key is neither integer nor text");
    }
    return Label.of(cursor.takeText());
  }

  /**
   * Reads an integer of major type 0 or 1.
   *
   * @throws DecodingException with INVALID_VALUE if it is beyond the range of {@code long}, with
   *     UNEXPECTED_STRUCTURE if the item is no integer
   */
  public long readLong() throws DecodingException {
    int major = Head.major(cursor.take());
    if (major > Head.NEGATIVE) {
      throw unexpectedType("integer");
    }
    long argument = cursor.takeArgument();
    if (argument < 0) {
      throw fail(Reason.INVALID_VALUE, "integer is beyond 64 bits");
    }
    return major == Head.NEGATIVE ? ~argument : argument;
  }

  /**
   * Reads an integer of major type 0 or 1 in {@code min..max}.
   *
   * @throws DecodingException with INVALID_VALUE if it is out of range, with UNEXPECTED_STRUCTURE
   *     if the item is no integer
   */
  public long readLong(long min, long max) throws DecodingException {
    long value = readLong();
    if (value < min || value > max) {
      throw fail(Reason.INVALID_VALUE, "integer is not in " + min + ".." + max);
    }
    return value;
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
    int major = Head.major(cursor.take());
    if (major <= Head.NEGATIVE) {
      return CborInteger.big(major == Head.NEGATIVE, cursor.takeArgument());
    }
    long tag = major == Head.TAG ? cursor.takeArgument() : 0;
    if ((tag != TAG_BIGNUM && tag != TAG_NEGATIVE_BIGNUM)
        || Head.major(buf[cursor.pos]) != Head.BYTES) {
      throw unexpectedType("integer");
    }
    BigInteger magnitude = new BigInteger(1, cursor.takeBytes().toByteArray());
    return tag == TAG_BIGNUM ? magnitude : magnitude.not();
  }

  /**
   * Reads a float of any width.
   *
   * @throws DecodingException if the item is no float
   */
  public double readDouble() throws DecodingException {
    byte initial = cursor.take();
    if (Head.type(initial) != CborType.FLOAT) {
      throw unexpectedType("float");
    }
    double value = Floats.read(buf, cursor.pos);
    cursor.pos += Head.length(initial);
    return value;
  }

  /**
   * Reads a boolean.
   *
   * @throws DecodingException if the item is no boolean
   */
  public boolean readBoolean() throws DecodingException {
    byte initial = cursor.take();
    if (initial != Head.TRUE && initial != Head.FALSE) {
      throw unexpectedType("boolean");
    }
    cursor.pos++;
    return initial == Head.TRUE;
  }

  /** Consumes the next item and returns true if it is null; otherwise leaves it. */
  public boolean tryNull() {
    if (cursor.peek() != Head.NULL) {
      return false;
    }
    cursor.take();
    cursor.pos++;
    return true;
  }

  /**
   * Reads a byte string, chunks joined.
   *
   * @throws DecodingException if the item is no untagged byte string
   */
  public Bytes readBytes() throws DecodingException {
    expect(Head.BYTES, "byte string");
    return cursor.takeBytes();
  }

  /**
   * Reads a byte string of {@code min} to {@code max} bytes.
   *
   * @throws DecodingException with INVALID_VALUE if it is shorter or longer, with
   *     UNEXPECTED_STRUCTURE if the item is no untagged byte string
   */
  public Bytes readBytes(int min, int max) throws DecodingException {
    Bytes value = readBytes();
    if (value.size() < min || value.size() > max) {
      throw fail(
          Reason.INVALID_VALUE,
          "byte string of " + value.size() + " bytes instead of " + range(min, max));
    }
    return value;
  }

  /**
   * Reads a text string, chunks joined.
   *
   * @throws DecodingException if the item is no untagged text string
   */
  public String readText() throws DecodingException {
    expect(Head.TEXT, "text string");
    return cursor.takeText();
  }

  /**
   * Reads one tag and returns its number, unsigned. The next read takes what is tagged.
   *
   * @throws DecodingException if the item is not tagged
   */
  public long readTag() throws DecodingException {
    if (Head.major(cursor.peek()) != Head.TAG) {
      cursor.take();
      throw unexpectedType("tag");
    }
    return cursor.takeTag();
  }

  /** Consumes one tag and returns true if the next item has {@code tag}; otherwise leaves it. */
  public boolean tryTag(long tag) {
    if (Head.major(cursor.peek()) != Head.TAG || Head.argument(buf, cursor.pos) != tag) {
      return false;
    }
    cursor.takeTag();
    return true;
  }

  /**
   * Reads the next item, of whatever kind, tags included; also a map key.
   *
   * @return the item as neutral tree
   */
  public CborItem readItem() {
    cursor.take();
    int from = cursor.pos;
    cursor.pos = cursor.input.behind(from);
    Input input = cursor.input.lasting(from, cursor.pos);
    return new ItemReader(input).read(input.start);
  }

  /** Reads the next item, of whatever kind, tags included, as it is encoded in the input. */
  public Bytes readRaw() {
    int start = cursor.pos;
    skip();
    return cursor.input.slice(start, cursor.pos - start);
  }

  /** Returns what {@link #readRaw()} would, and leaves the item. */
  public Bytes peekRaw() {
    cursor.peek();
    int start = cursor.pos;
    return cursor.input.slice(start, cursor.input.behind(start) - start);
  }

  /** Skips the next item, of whatever kind, tags included. */
  public void skip() {
    cursor.take();
    cursor.pos = cursor.input.behind(cursor.pos);
  }

  /**
   * Reads a byte string that contains one CBOR item ({@code bstr .cbor}) and returns a reader of
   * that. Its paths continue this one, its depth counts on, and it remarks to the same findings.
   *
   * @throws DecodingException if the item is no byte string or its content is not exactly one item
   */
  public CborReader readEmbedded() throws DecodingException {
    return embedded(readContent(), options, outerDepth + cursor.depth());
  }

  /**
   * Reads a byte string that contains one CBOR item, like {@link #readEmbedded()}, but counts its
   * depth anew and holds it to other options.
   *
   * @throws DecodingException if the item is no byte string or its content is not exactly one item
   */
  public CborReader readEmbedded(DecodeOptions inner) throws DecodingException {
    return embedded(readContent(), inner, 0);
  }

  /**
   * Returns a reader of {@code content}, which is that of the byte string read last. For byte
   * strings that may be empty, or whose content is needed as bytes, too; otherwise {@link
   * #readEmbedded()} is shorter.
   *
   * @throws DecodingException if {@code content} is not exactly one item
   */
  public CborReader embedded(Bytes content) throws DecodingException {
    return embedded(Input.of(content), options, outerDepth + cursor.depth());
  }

  private Input readContent() throws DecodingException {
    expect(Head.BYTES, "byte string");
    Input content = cursor.input.content(cursor.pos);
    cursor.pos = cursor.input.behind(cursor.pos);
    return content;
  }

  private CborReader embedded(Input content, DecodeOptions inner, int depth)
      throws DecodingException {
    String path = path();
    Input checked =
        Gate.check(content.buf, content.start, content.end, content.copies(), inner, depth, path);
    return new CborReader(checked, inner, depth, path, findings);
  }

  /**
   * Returns how many elements the arrays of the input and entries its maps have together, which
   * {@link DecodeOptions#elements()} limits; 0 for a part of an input.
   */
  public int elements() {
    return cursor.input.elements();
  }

  /** Returns the offset of the next item in the input. */
  public int position() {
    return cursor.pos - cursor.input.start;
  }

  /** Returns the path of the item that was read or started last. */
  public String path() {
    return cursor.path();
  }

  /** Returns the options of this reader. */
  public DecodeOptions options() {
    return options;
  }

  /** Returns what this reader remarks to. */
  public Findings findings() {
    return findings;
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

  private void expect(int major, String name) throws DecodingException {
    if (Head.major(cursor.take()) != major) {
      throw unexpectedType(name);
    }
  }

  private DecodingException unexpectedType(String expected) {
    return unexpected(expected + " expected");
  }

  private DecodingException unexpected(String detail) {
    return fail(Reason.UNEXPECTED_STRUCTURE, detail);
  }

  private static String range(int min, int max) {
    return min == max ? String.valueOf(min) : min + ".." + max;
  }
}
