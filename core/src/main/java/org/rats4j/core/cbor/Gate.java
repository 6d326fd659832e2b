package org.rats4j.core.cbor;

import java.util.Arrays;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.internal.BytesAccess;

/**
 * Checks in one pass that an input is exactly one valid data item within the limits, before any
 * value of it is looked at.
 *
 * <p>Open arrays and maps stand on an explicit stack, so the nesting of the input costs no call
 * depth.
 */
final class Gate {
  /** A saved frame: items left, flags, start of the pending key, first key span, record. */
  private static final int FRAME = 5;

  private static final int MAP = 1;
  private static final int UNSORTED = 2;
  private static final int NO_RECORD = -1;
  private static final int RECORD = 3;
  private static final int TAG_BIGNUM = 2;
  private static final int TAG_NEGATIVE_BIGNUM = 3;

  private final byte[] buf;
  private final int start;
  private final int end;
  private final DecodeOptions options;
  private final int outerDepth;
  private final String root;
  private final EncodingCheck encoding;
  private final KeySpans keys;

  private int[] frames = new int[4 * FRAME];
  private int depth;
  private int[] records = new int[0];
  private int recordCount;

  // The innermost open container. The input as a whole counts as an array of one item.
  // An indefinite container counts its items down from 0, so that a key is due at even numbers.
  private int left = 1;
  private int flags;
  private int keyStart;
  private int spanBase;
  private int record = NO_RECORD;

  /** The depth of the outermost map whose pending key is a container, or -1. */
  private int keyDepth = -1;

  /** Whether the pending outermost key is in another than its deterministic encoding. */
  private boolean irregular;

  private int tags;
  private boolean bignum;

  Gate(
      byte[] buf,
      int start,
      int end,
      DecodeOptions options,
      int outerDepth,
      String root,
      EncodingCheck encoding) {
    this.buf = buf;
    this.start = start;
    this.end = end;
    this.options = options;
    this.outerDepth = outerDepth;
    this.root = root;
    this.encoding = encoding;
    this.keys = new KeySpans(buf);
  }

  /** Checks {@code cbor}, whose byte strings will be views. */
  static Input check(Bytes cbor, DecodeOptions options, String root) throws DecodingException {
    int start = BytesAccess.offset(cbor);
    return check(BytesAccess.array(cbor), start, start + cbor.size(), false, options, 0, root);
  }

  /** Checks a range of {@code buf}, whose byte strings will be copies or views. */
  static Input check(
      byte[] buf,
      int start,
      int end,
      boolean copies,
      DecodeOptions options,
      int outerDepth,
      String root)
      throws DecodingException {
    EncodingCheck encoding = new EncodingCheck(options.encodingRule(), start, root, null);
    return new Gate(buf, start, end, options, outerDepth, root, encoding).check(copies);
  }

  /** Returns the accepted input; byte strings of it are copies or views. */
  Input check(boolean copies) throws DecodingException {
    if (end - start > options.inputBytes()) {
      throw fail(Reason.LIMIT_EXCEEDED, start, "more than " + options.inputBytes() + " bytes");
    }
    int pos = start;
    do {
      pos = item(pos);
    } while (left != 0 || depth != 0);
    if (pos != end) {
      throw fail(Reason.TRAILING_DATA, pos, "bytes behind the item");
    }
    return new Input(buf, start, end, copies, records, recordCount);
  }

  /** Checks one head and what belongs to it, and returns the offset of the next head. */
  private int item(int pos) throws DecodingException {
    if (pos >= end) {
      throw notWellFormed(pos, "input ends where an item is due");
    }
    if (tags == 0 && keyIsDue()) {
      startKey(pos);
    }
    byte initial = buf[pos];
    int info = initial & 0x1f;
    int major = Head.major(initial);
    if (info > 27) {
      return special(pos, major, info);
    }
    int next = pos + Head.length(initial);
    if (next > end) {
      throw notWellFormed(pos, "input ends inside a head");
    }
    if (major == Head.SIMPLE) {
      simple(pos, info);
      return complete(next);
    }
    long argument = info;
    if (info >= 24) {
      argument = Head.longArgument(buf, pos, info);
      if (Head.isLongerThanNeeded(info, argument)) {
        irregular = true;
        encoding.longHead(pos);
      }
    }
    switch (major) {
      case Head.BYTES:
      case Head.TEXT:
        return complete(string(pos, next, major, argument));
      case Head.ARRAY:
      case Head.MAP:
        return container(pos, next, major, argument);
      case Head.TAG:
        return tag(pos, next, argument);
      default:
        return complete(next);
    }
  }

  private boolean keyIsDue() {
    return flags != 0 && (left & 1) == 0;
  }

  private void startKey(int pos) throws DecodingException {
    keyStart = pos;
    if (keyDepth < 0) {
      irregular = false;
    }
    if (left < 0 && -left / 2 >= options.mapEntries() && buf[pos] != Head.BREAK) {
      throw tooManyEntries(pos);
    }
  }

  /** Handles additional information 28 to 31. */
  private int special(int pos, int major, int info) throws DecodingException {
    if (info != Head.INDEFINITE) {
      throw notWellFormed(pos, "reserved additional information " + info);
    }
    switch (major) {
      case Head.BYTES:
      case Head.TEXT:
        irregular = true;
        encoding.indefinite(pos);
        return complete(chunks(pos, major));
      case Head.ARRAY:
      case Head.MAP:
        irregular = true;
        encoding.indefinite(pos);
        checkDepth(pos);
        push(pos, major, 0, newRecord(pos));
        return pos + 1;
      case Head.SIMPLE:
        return stop(pos);
      default:
        throw notWellFormed(pos, "indefinite length of major type " + major);
    }
  }

  /** Checks the definite string whose content begins at {@code from}; returns its end. */
  private int string(int pos, int from, int major, long length) throws DecodingException {
    int to = behind(pos, from, length);
    if (major == Head.TEXT) {
      utf8(pos, from, to);
    } else if (bignum) {
      bignumLength(pos, length);
      if (length <= Long.BYTES || buf[from] == 0) {
        encoding.bignum(pos);
      }
    }
    return to;
  }

  private int behind(int pos, int from, long length) throws DecodingException {
    if (length < 0 || length > end - from) {
      throw notWellFormed(pos, "string is longer than the rest of the input");
    }
    return from + (int) length;
  }

  private void utf8(int pos, int from, int to) throws DecodingException {
    if (!Utf8.isValid(buf, from, to)) {
      throw fail(Reason.INVALID_UTF8, pos, "text is not UTF-8");
    }
  }

  private void bignumLength(int pos, long length) throws DecodingException {
    if (length > options.bignumBytes()) {
      throw fail(
          Reason.LIMIT_EXCEEDED, pos, "bignum of more than " + options.bignumBytes() + " bytes");
    }
  }

  /** Checks the chunks of an indefinite string and returns the offset behind its break. */
  private int chunks(int start, int major) throws DecodingException {
    int pos = start + 1;
    long total = 0;
    while (true) {
      if (pos >= end) {
        throw notWellFormed(pos, "input ends inside a string");
      }
      byte initial = buf[pos];
      if (initial == Head.BREAK) {
        return pos + 1;
      }
      int info = Head.info(initial);
      if (Head.major(initial) != major || info > 27) {
        throw notWellFormed(pos, "chunk is no definite string of the same type");
      }
      int from = pos + Head.length(initial);
      if (from > end) {
        throw notWellFormed(pos, "input ends inside a head");
      }
      long length = Head.argument(buf, pos);
      int to = behind(pos, from, length);
      if (info >= 24 && Head.isLongerThanNeeded(info, length)) {
        encoding.longHead(pos);
      }
      if (major == Head.TEXT) {
        utf8(pos, from, to);
      }
      total += length;
      if (bignum) {
        bignumLength(start, total);
      }
      pos = to;
    }
  }

  private int container(int pos, int next, int major, long count) throws DecodingException {
    int rest = end - next;
    boolean map = major == Head.MAP;
    if (count < 0 || count > (map ? rest / 2 : rest)) {
      throw notWellFormed(pos, "more items announced than the rest of the input can hold");
    }
    if (map && count > options.mapEntries()) {
      throw tooManyEntries(pos);
    }
    checkDepth(pos);
    if (count == 0) {
      return complete(next);
    }
    push(pos, major, map ? 2 * (int) count : (int) count, NO_RECORD);
    return next;
  }

  private void checkDepth(int pos) throws DecodingException {
    if (outerDepth + depth >= options.depth()) {
      throw fail(Reason.LIMIT_EXCEEDED, pos, "nested deeper than " + options.depth());
    }
  }

  private int tag(int pos, int next, long number) throws DecodingException {
    if (++tags > options.tags()) {
      throw fail(Reason.LIMIT_EXCEEDED, pos, "more than " + options.tags() + " tags on one item");
    }
    bignum = number == TAG_BIGNUM || number == TAG_NEGATIVE_BIGNUM;
    return next;
  }

  private void simple(int pos, int info) throws DecodingException {
    if (info < 24) {
      return;
    }
    if (info == 24) {
      if ((buf[pos + 1] & 0xff) < 32) {
        throw notWellFormed(pos, "simple value below 32 in two bytes");
      }
      return;
    }
    // As a key, a float counts by its value: one form for each, and one NaN.
    irregular = true;
    if (info > Floats.HALF) {
      encoding.floatWidth(pos, buf);
    }
  }

  /** Ends the innermost container at its break. */
  private int stop(int pos) throws DecodingException {
    if (left > 0 || tags != 0 || (flags != 0 && !keyIsDue())) {
      throw notWellFormed(pos, "break where an item is due");
    }
    records[record + 1] = -left;
    records[record + 2] = pos + 1;
    close(pos + 1);
    return complete(pos + 1);
  }

  /** Accounts for an item that ended at {@code pos}, and for all containers that end with it. */
  private int complete(int pos) throws DecodingException {
    tags = 0;
    bignum = false;
    while (true) {
      if (keyIsDue()) {
        endKey(pos);
      }
      if (--left != 0 || depth == 0) {
        return pos;
      }
      close(pos);
    }
  }

  private void endKey(int pos) throws DecodingException {
    if (keyDepth == depth) {
      keyDepth = -1;
    }
    if (irregular && keyDepth < 0) {
      keys.pushNormalized(normalized(pos));
    } else {
      keys.push(keyStart, pos);
    }
    if (keys.size() - spanBase < 2 || (flags & UNSORTED) != 0) {
      return;
    }
    int order = keys.compareLastTwo();
    if (order >= 0) {
      // Two equal keys wait for the end of the map, too: first comes whether it is well-formed.
      flags |= UNSORTED;
      irregular = true;
    }
    if (order > 0) {
      encoding.keyOrder(keyStart);
    }
  }

  /** Returns the deterministic encoding of the key that ends at {@code pos}. */
  private byte[] normalized(int pos) throws DecodingException {
    Input key = new Input(buf, keyStart, pos, false, records, recordCount);
    try {
      return new CborWriter().writeItem(new ItemReader(key).read(keyStart)).toByteArray();
    } catch (IllegalArgumentException e) {
      throw fail(Reason.DUPLICATE_KEY, keyStart, "key stands twice in a map inside a key");
    }
  }

  private void push(int pos, int major, int count, int newRecord) {
    if (keyDepth < 0 && keyIsDue()) {
      keyDepth = depth;
    }
    int at = depth * FRAME;
    if (at == frames.length) {
      frames = Arrays.copyOf(frames, 2 * at);
    }
    frames[at] = left;
    frames[at + 1] = flags;
    frames[at + 2] = keyStart;
    frames[at + 3] = spanBase;
    frames[at + 4] = record;
    depth++;
    left = count;
    flags = major == Head.MAP ? MAP : 0;
    spanBase = keys.size();
    record = newRecord;
    tags = 0;
    bignum = false;
  }

  /** Ends the innermost container, at {@code pos}, and goes back to the one around it. */
  private void close(int pos) throws DecodingException {
    if ((flags & UNSORTED) != 0 && keyDepth < 0 && keys.hasEqual(spanBase)) {
      throw fail(Reason.DUPLICATE_KEY, pos, "key stands twice in the map that ends");
    }
    keys.truncate(spanBase);
    depth--;
    int at = depth * FRAME;
    left = frames[at];
    flags = frames[at + 1];
    keyStart = frames[at + 2];
    spanBase = frames[at + 3];
    record = frames[at + 4];
  }

  private int newRecord(int pos) {
    int at = recordCount * RECORD;
    if (at == records.length) {
      records = Arrays.copyOf(records, Math.max(4 * RECORD, 2 * at));
    }
    records[at] = pos;
    recordCount++;
    return at;
  }

  private DecodingException tooManyEntries(int pos) {
    return fail(
        Reason.LIMIT_EXCEEDED, pos, "map of more than " + options.mapEntries() + " entries");
  }

  private DecodingException notWellFormed(int pos, String detail) {
    return fail(Reason.NOT_WELL_FORMED, pos, detail);
  }

  private DecodingException fail(Reason reason, int pos, String detail) {
    return DecodingException.of(reason, root, detail + " at offset " + (pos - start));
  }
}
