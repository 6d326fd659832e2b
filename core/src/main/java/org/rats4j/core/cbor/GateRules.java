package org.rats4j.core.cbor;

import java.util.Arrays;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * What each part of an input must obey: well-formedness (RFC 8949, section 3), the limits, UTF-8,
 * no key twice in a map, and the encoding rule.
 *
 * <p>A subclass has the loop over the items. It keeps open arrays and maps on {@link #frames}, so
 * the nesting of the input costs no call depth. An indefinite container counts its items down from
 * -2; so a key is due at even numbers in every map.
 */
abstract class GateRules {
  /** Where an indefinite container begins to count its items down. */
  static final int INDEFINITE = -2;

  static final int MAP = 1;
  static final int SPANS = 2;
  static final int DUPLICATE = 4;
  private static final int RECORD = 3;
  static final int TAG_BIGNUM = 2;
  static final int TAG_NEGATIVE_BIGNUM = 3;

  final byte[] buf;
  final int start;
  final int end;
  final DecodeOptions options;
  final int depthLimit;
  private final String root;
  final EncodingCheck encoding;
  final KeySpans keys;

  /** Of each container around the innermost: items left with flags, then its small keys. */
  long[] frames = new long[16];

  int depth;

  /** How many elements and entries may yet come. */
  int elementsLeft;

  int[] records = Input.NO_RECORDS;
  int recordCount;
  private int openRecord;

  /** Where the pending keys began that are containers, the outermost first. */
  private int[] containerKeys = {};

  private int containerKeyCount;

  /** Where an item began last that is in another than its deterministic encoding. */
  private int irregularAt = -1;

  /** Where the content of a bignum began last. */
  private int bignumAt = -1;

  GateRules(
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
    this.depthLimit = options.depth() - outerDepth;
    this.root = root;
    this.encoding = encoding;
    this.keys = new KeySpans(buf);
    this.elementsLeft = options.elements();
  }

  final void checkSize() throws DecodingException {
    if (end - start > options.inputBytes()) {
      throw fail(Reason.LIMIT_EXCEEDED, start, "more than " + options.inputBytes() + " bytes");
    }
  }

  /** Checks that the item that ends at {@code pos} is all there is. */
  final void checkEnd(int pos) throws DecodingException {
    if (pos != end) {
      throw fail(Reason.TRAILING_DATA, pos, "bytes behind the item");
    }
  }

  final byte initial(int pos) throws DecodingException {
    if (pos >= end) {
      throw endsEarly(pos);
    }
    return buf[pos];
  }

  final DecodingException endsEarly(int pos) {
    return truncated(pos, "input ends too early");
  }

  /** Checks the tags at {@code pos} and returns the offset of what they stand on. */
  final int tags(int first) throws DecodingException {
    int pos = first;
    long number = 0;
    int tags = 0;
    while (Head.major(initial(pos)) == Head.TAG) {
      if (++tags > options.tags()) {
        throw fail(Reason.LIMIT_EXCEEDED, pos, "more than " + options.tags() + " tags on one item");
      }
      number = argument(pos);
      pos += Head.length(buf[pos]);
    }
    if (buf[pos] == Head.BREAK) {
      throw notWellFormed(pos, "break behind a tag");
    }
    if ((number == TAG_BIGNUM || number == TAG_NEGATIVE_BIGNUM)
        && Head.major(buf[pos]) == Head.BYTES) {
      bignumAt = pos;
    }
    return pos;
  }

  /** Checks the head at {@code pos} and returns its argument, or 0 if its length is indefinite. */
  private long argument(int pos) throws DecodingException {
    int info = Head.info(buf[pos]);
    return info < 24 ? info : longArgument(pos, info);
  }

  private long longArgument(int pos, int info) throws DecodingException {
    int major = Head.major(buf[pos]);
    if (info > 27) {
      checkIndefinite(pos, major, info);
      return 0;
    }
    if (pos + Head.length(buf[pos]) > end) {
      throw truncated(pos, "input ends inside a head");
    }
    if (major == Head.SIMPLE) {
      simple(pos, info);
      return 0;
    }
    long argument = Head.longArgument(buf, pos, info);
    if (Head.isLongerThanNeeded(info, argument)) {
      irregularAt = pos;
      encoding.longHead(pos);
    }
    return argument;
  }

  private void checkIndefinite(int pos, int major, int info) throws DecodingException {
    if (info != Head.INDEFINITE) {
      throw notWellFormed(pos, "reserved additional information " + info);
    }
    if (major <= Head.NEGATIVE || major == Head.TAG) {
      throw notWellFormed(pos, "indefinite length of major type " + major);
    }
    irregularAt = pos;
    encoding.indefinite(pos);
  }

  /** Checks an item that is no container, no tag and no break; returns the offset behind it. */
  final int scalar(int pos, byte initial) throws DecodingException {
    int major = Head.major(initial);
    boolean string = major == Head.BYTES || major == Head.TEXT;
    if (string && Head.isIndefinite(initial)) {
      return chunks(pos, major);
    }
    long argument = argument(pos);
    int next = pos + Head.length(initial);
    return string ? string(pos, next, major, argument) : next;
  }

  private void simple(int pos, int info) throws DecodingException {
    if (info == 24) {
      if ((buf[pos + 1] & 0xff) < 32) {
        throw notWellFormed(pos, "simple value below 32 in two bytes");
      }
      return;
    }
    // As a key, a float counts by its value: one form for each, and one NaN.
    irregularAt = pos;
    if (info > Floats.HALF) {
      encoding.floatWidth(pos, buf);
    }
  }

  /** Checks the definite string whose content begins at {@code from}; returns its end. */
  private int string(int pos, int from, int major, long length) throws DecodingException {
    if (length < 0 || length > end - from) {
      throw truncated(pos, "string is longer than the rest of the input");
    }
    int to = from + (int) length;
    if (major == Head.TEXT) {
      if (!Utf8.isValid(buf, from, to)) {
        throw fail(Reason.INVALID_UTF8, pos, "text is not UTF-8");
      }
    } else if (bignumAt == pos) {
      bignumLength(pos, length);
      if (length <= Long.BYTES || buf[from] == 0) {
        encoding.bignum(pos);
      }
    }
    return to;
  }

  private void bignumLength(int pos, long length) throws DecodingException {
    if (length > options.bignumBytes()) {
      throw fail(
          Reason.LIMIT_EXCEEDED, pos, "bignum of more than " + options.bignumBytes() + " bytes");
    }
  }

  /** Checks the chunks of an indefinite string and returns the offset behind its break. */
  private int chunks(int start, int major) throws DecodingException {
    argument(start);
    int pos = start + 1;
    long total = 0;
    while (true) {
      byte initial = initial(pos);
      if (initial == Head.BREAK) {
        return pos + 1;
      }
      if (Head.major(initial) != major || Head.isIndefinite(initial)) {
        throw notWellFormed(pos, "chunk is no definite string of the same type");
      }
      long length = argument(pos);
      pos = string(pos, pos + Head.length(initial), major, length);
      total += length;
      if (bignumAt == start) {
        bignumLength(start, total);
      }
    }
  }

  /**
   * Checks that an array or map may begin at {@code pos} with a head up to {@code next}, and
   * returns how many items it has, or INDEFINITE.
   */
  final int items(int pos, int next) throws DecodingException {
    byte initial = buf[pos];
    long count = argument(pos);
    int rest = end - next;
    boolean map = Head.major(initial) == Head.MAP;
    if (count < 0 || count > (map ? rest >> 1 : rest)) {
      throw truncated(pos, "more items announced than the rest of the input can hold");
    }
    if (map) {
      checkEntries(pos, (int) count);
    }
    if (depth >= depthLimit) {
      throw fail(
          Reason.LIMIT_EXCEEDED,
          CoreCodes.DEPTH_LIMIT,
          pos,
          "nested deeper than " + options.depth());
    }
    if (Head.isIndefinite(initial)) {
      startRecord(pos);
      return INDEFINITE;
    }
    checkElements(pos, (int) count);
    return map ? (int) count << 1 : (int) count;
  }

  private void checkElements(int pos, int elements) throws DecodingException {
    if (elements > elementsLeft) {
      throw fail(
          Reason.LIMIT_EXCEEDED, pos, "more than " + options.elements() + " elements and entries");
    }
    elementsLeft -= elements;
  }

  final void checkEntries(int pos, int entries) throws DecodingException {
    if (entries > options.mapEntries()) {
      throw fail(
          Reason.LIMIT_EXCEEDED, pos, "map of more than " + options.mapEntries() + " entries");
    }
  }

  final void push(int left, int flags, long smallKeys) {
    int at = 2 * depth;
    if (at == frames.length) {
      frames = Arrays.copyOf(frames, 2 * at);
    }
    frames[at] = (long) left << 32 | flags;
    frames[at + 1] = smallKeys;
    depth++;
  }

  /** Checks that the innermost container may end with a break here, and notes its size. */
  final void stop(int pos, int left, int flags) throws DecodingException {
    if (left > 0 || (flags & left & MAP) != 0) {
      throw notWellFormed(pos, "break where an item is due");
    }
    int items = INDEFINITE - left;
    checkElements(pos, (flags & MAP) == 0 ? items : items >> 1);
    int record = openRecord;
    openRecord = records[record + 1];
    records[record + 1] = items;
    records[record + 2] = pos + 1;
  }

  /** Adds a record; until its container ends it holds the record that was open before. */
  private void startRecord(int pos) {
    int at = recordCount * RECORD;
    if (at == records.length) {
      records = Arrays.copyOf(records, Math.max(4 * RECORD, 2 * at));
    }
    records[at] = pos;
    records[at + 1] = openRecord;
    openRecord = at;
    recordCount++;
  }

  final int startSpans(int flags) {
    if ((flags & SPANS) == 0) {
      keys.startMap();
    }
    return SPANS;
  }

  /**
   * Checks a key and returns the offset behind it. Of a key that is a container it checks the tags
   * alone, and returns the complement of the offset of the container.
   */
  final int key(int from) throws DecodingException {
    int pos = Head.major(buf[from]) == Head.TAG ? tags(from) : from;
    byte initial = buf[pos];
    int major = Head.major(initial);
    if (major == Head.ARRAY || major == Head.MAP) {
      startContainerKey(from);
      return ~pos;
    }
    int to = scalar(pos, initial);
    endKey(from, to);
    return to;
  }

  private void startContainerKey(int from) {
    if (containerKeyCount == containerKeys.length) {
      containerKeys = Arrays.copyOf(containerKeys, Math.max(4, 2 * containerKeyCount));
    }
    containerKeys[containerKeyCount++] = from;
    // Whether the keys of maps in it are in order is not worth a look.
    irregularAt = from;
  }

  final void endContainerKey(int to) throws DecodingException {
    int from = containerKeys[--containerKeyCount];
    irregularAt = from;
    endKey(from, to);
  }

  /** Notes the key of {@code from..to}. */
  private void endKey(int from, int to) throws DecodingException {
    // A key inside a key counts when the outermost is complete: each byte is normalized once.
    if (irregularAt >= from && containerKeyCount == 0) {
      keys.pushNormalized(normalized(from, to));
    } else {
      keys.push(from, to);
    }
    if (keys.isOutOfOrder()) {
      encoding.keyOrder(from);
    }
  }

  /** Returns the deterministic encoding of the key of {@code from..to}. */
  private byte[] normalized(int from, int to) throws DecodingException {
    Input key = new Input(buf, from, to, false, records, recordCount, 0);
    try {
      return new CborWriter().writeItem(new ItemReader(key).read(from)).toByteArray();
    } catch (IllegalArgumentException e) {
      throw fail(Reason.DUPLICATE_KEY, from, "key stands twice in a map inside a key");
    }
  }

  /** Ends a map that has other than small keys, or one of these twice. */
  final void endMap(int pos, int flags, long smallKeys) throws DecodingException {
    // Two equal keys wait until here: first comes whether the map is well-formed.
    boolean twice = (flags & DUPLICATE) != 0;
    if ((flags & SPANS) != 0) {
      twice |= containerKeyCount == 0 && keys.hasEqual(smallKeys);
      keys.endMap();
    }
    if (twice) {
      throw fail(Reason.DUPLICATE_KEY, pos, "key stands twice in the map that ends");
    }
  }

  private DecodingException notWellFormed(int pos, String detail) {
    return fail(Reason.NOT_WELL_FORMED, pos, detail);
  }

  private DecodingException truncated(int pos, String detail) {
    return fail(Reason.NOT_WELL_FORMED, CoreCodes.TRUNCATED, pos, detail);
  }

  final DecodingException fail(Reason reason, int pos, String detail) {
    return fail(reason, reason.name(), pos, detail);
  }

  private DecodingException fail(Reason reason, String code, int pos, String detail) {
    return DecodingException.of(reason, code, root, detail + " at offset " + (pos - start));
  }
}
