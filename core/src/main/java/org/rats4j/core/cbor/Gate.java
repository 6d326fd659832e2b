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
  /** A saved frame: items left, start of the pending key, first key span with flags. */
  private static final int FRAME = 3;

  private static final int MAP = 1;
  private static final int SPANS = 2;
  private static final int UNSORTED = 4;
  private static final int DUPLICATE = 8;
  private static final int FLAG_BITS = 4;
  private static final int FLAGS = (1 << FLAG_BITS) - 1;
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

  /** Whether the order of keys matters. */
  private final boolean ordered;

  private int[] frames = new int[8 * FRAME];
  private long[] smallKeysOfFrames = new long[9];
  private int depth;
  private int[] records = Input.NO_RECORDS;
  private int recordCount;
  private int openRecord;

  /** The depth of the outermost map whose pending key is a container, or -1. */
  private int keyDepth = -1;

  /** Where an item began last that is in another than its deterministic encoding. */
  private int irregularAt = -1;

  /** Where the content of a bignum began last. */
  private int bignumAt = -1;

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
    this.ordered = encoding.checksKeyOrder();
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
    int pos = item();
    if (pos != end) {
      throw fail(Reason.TRAILING_DATA, pos, "bytes behind the item");
    }
    return new Input(buf, start, end, copies, records, recordCount);
  }

  /**
   * Checks one item and returns the offset behind it.
   *
   * <p>Every read pays for this loop. It keeps the innermost container in local variables and
   * leaves to methods what is rare.
   */
  private int item() throws DecodingException {
    int pos = start;
    // The input as a whole counts as an array of one item. An indefinite container counts its
    // items down from 0, so that a key is due at even numbers in every map.
    int left = 1;
    int flags = 0;
    long smallKeys = 0;
    int keyStart = 0;
    int spanBase = 0;
    while (true) {
      byte initial = initial(pos);
      if ((flags & ~left & MAP) != 0) {
        keyStart = pos;
        if (Head.isSmallInteger(initial) && left > 0 && !ordered) {
          // Most keys: no span is needed to find them again.
          flags |= (smallKeys >>> initial & 1) != 0 ? DUPLICATE : 0;
          smallKeys |= 1L << initial;
          left--;
          initial = initial(++pos);
        }
      }
      if ((initial & 0xe0) == Head.FIRST_TAG) {
        pos = tags(pos);
        initial = buf[pos];
      }
      int major = Head.major(initial);
      int info = Head.info(initial);
      int next = pos + 1;
      long argument = info;
      if (info >= 24) {
        next = pos + Head.length(initial);
        argument = argument(pos, next);
      }
      boolean ended = false;
      if (major == Head.BYTES || major == Head.TEXT) {
        next = info == Head.INDEFINITE ? chunks(pos, major) : string(pos, next, major, argument);
      } else if (major == Head.ARRAY || major == Head.MAP) {
        int items = items(pos, next, argument);
        if (items != 0 || info == Head.INDEFINITE) {
          int at = push(pos, flags & ~left & MAP, info);
          frames[at] = left;
          frames[at + 1] = keyStart;
          frames[at + 2] = spanBase << FLAG_BITS | flags;
          smallKeysOfFrames[depth] = smallKeys;
          left = items;
          flags = major & MAP;
          smallKeys = 0;
          spanBase = keys.size();
          pos = next;
          continue;
        }
      } else if (initial == Head.BREAK) {
        stop(pos, left, flags);
        ended = true;
      }
      pos = next;
      while (true) {
        if (!ended) {
          if ((flags & ~left & MAP) != 0) {
            flags |= endKey(keyStart, pos, spanBase, flags);
          }
          if (--left != 0) {
            break;
          }
          if (depth == 0) {
            return pos;
          }
        }
        ended = false;
        if (flags > MAP) {
          endMap(pos, flags, spanBase, smallKeys);
        }
        smallKeys = smallKeysOfFrames[depth];
        int at = --depth * FRAME;
        left = frames[at];
        keyStart = frames[at + 1];
        spanBase = frames[at + 2] >> FLAG_BITS;
        flags = frames[at + 2] & FLAGS;
      }
    }
  }

  private byte initial(int pos) throws DecodingException {
    if (pos >= end) {
      throw notWellFormed(pos, "input ends where an item is due");
    }
    return buf[pos];
  }

  /** Checks the tags at {@code pos} and returns the offset of what they stand on. */
  private int tags(int first) throws DecodingException {
    int pos = first;
    long number = 0;
    int tags = 0;
    while (Head.major(initial(pos)) == Head.TAG) {
      if (++tags > options.tags()) {
        throw fail(Reason.LIMIT_EXCEEDED, pos, "more than " + options.tags() + " tags on one item");
      }
      int next = pos + Head.length(buf[pos]);
      number = Head.info(buf[pos]) < 24 ? Head.info(buf[pos]) : argument(pos, next);
      pos = next;
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

  /** Checks a head that ends at {@code next} and returns its argument; it is not in one byte. */
  private long argument(int pos, int next) throws DecodingException {
    int major = Head.major(buf[pos]);
    int info = Head.info(buf[pos]);
    if (info > 27) {
      if (info != Head.INDEFINITE) {
        throw notWellFormed(pos, "reserved additional information " + info);
      }
      if (major <= Head.NEGATIVE || major == Head.TAG) {
        throw notWellFormed(pos, "indefinite length of major type " + major);
      }
      if (major != Head.SIMPLE) {
        irregularAt = pos;
        encoding.indefinite(pos);
      }
      return 0;
    }
    if (next > end) {
      throw notWellFormed(pos, "input ends inside a head");
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
      throw notWellFormed(pos, "string is longer than the rest of the input");
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
    int pos = start + 1;
    long total = 0;
    while (true) {
      byte initial = initial(pos);
      if (initial == Head.BREAK) {
        return pos + 1;
      }
      int info = Head.info(initial);
      if (Head.major(initial) != major || info == Head.INDEFINITE) {
        throw notWellFormed(pos, "chunk is no definite string of the same type");
      }
      int from = pos + Head.length(initial);
      long length = info < 24 ? info : argument(pos, from);
      pos = string(pos, from, major, length);
      total += length;
      if (bignumAt == start) {
        bignumLength(start, total);
      }
    }
  }

  /**
   * Checks that an array or map may begin at {@code pos} with a head of {@code count}, and returns
   * how many items it has; 0 if its length is indefinite.
   */
  private int items(int pos, int next, long count) throws DecodingException {
    int rest = end - next;
    boolean map = Head.major(buf[pos]) == Head.MAP;
    if (count < 0 || count > (map ? rest >> 1 : rest)) {
      throw notWellFormed(pos, "more items announced than the rest of the input can hold");
    }
    if (map && count > options.mapEntries()) {
      throw tooManyEntries(pos);
    }
    if (outerDepth + depth >= options.depth()) {
      throw fail(Reason.LIMIT_EXCEEDED, pos, "nested deeper than " + options.depth());
    }
    return map ? (int) count << 1 : (int) count;
  }

  /** Makes room for the frame around the container that begins at {@code pos}. */
  private int push(int pos, int isKey, int info) {
    int at = depth * FRAME;
    if (at == frames.length) {
      frames = Arrays.copyOf(frames, 2 * at);
      smallKeysOfFrames = Arrays.copyOf(smallKeysOfFrames, 2 * depth + 1);
    }
    if (isKey != 0 && keyDepth < 0) {
      keyDepth = depth;
      irregularAt = pos;
    }
    if (info == Head.INDEFINITE) {
      newRecord(pos);
    }
    depth++;
    return at;
  }

  /** Checks that the innermost container may end with a break here, and notes its size. */
  private void stop(int pos, int left, int flags) throws DecodingException {
    if (left > 0 || (flags & left & MAP) != 0) {
      throw notWellFormed(pos, "break where an item is due");
    }
    int record = openRecord;
    openRecord = records[record + 1];
    records[record + 1] = -left;
    records[record + 2] = pos + 1;
  }

  /** Notes the key of {@code from..to} and returns the flags that it sets. */
  private int endKey(int from, int to, int spanBase, int flags) throws DecodingException {
    if (keyDepth == depth) {
      keyDepth = -1;
    }
    int set = SPANS;
    if (irregularAt >= from && keyDepth < 0) {
      keys.pushNormalized(normalized(from, to));
      set |= UNSORTED;
    } else {
      keys.push(from, to);
    }
    int before = keys.size() - spanBase - 1;
    if (before >= options.mapEntries()) {
      throw tooManyEntries(from);
    }
    if (before == 0 || ((flags & UNSORTED) != 0 && !ordered)) {
      return set;
    }
    int order = keys.compareLastTwo();
    if (order > 0) {
      encoding.keyOrder(from);
    }
    // Two equal keys wait for the end of the map, too: first comes whether it is well-formed.
    return order < 0 ? set : set | UNSORTED;
  }

  /** Returns the deterministic encoding of the key of {@code from..to}. */
  private byte[] normalized(int from, int to) throws DecodingException {
    Input key = new Input(buf, from, to, false, records, recordCount);
    try {
      return new CborWriter().writeItem(new ItemReader(key).read(from)).toByteArray();
    } catch (IllegalArgumentException e) {
      throw fail(Reason.DUPLICATE_KEY, from, "key stands twice in a map inside a key");
    }
  }

  private void endMap(int pos, int flags, int spanBase, long smallKeys) throws DecodingException {
    boolean search = (flags & UNSORTED) != 0 && keyDepth < 0;
    if ((flags & DUPLICATE) != 0 || (search && keys.hasEqual(spanBase, smallKeys))) {
      throw fail(Reason.DUPLICATE_KEY, pos, "key stands twice in the map that ends");
    }
    keys.truncate(spanBase);
  }

  /** Adds a record; until its container ends it holds the record that was open before. */
  private void newRecord(int pos) {
    int at = recordCount * RECORD;
    if (at == records.length) {
      records = Arrays.copyOf(records, Math.max(4 * RECORD, 2 * at));
    }
    records[at] = pos;
    records[at + 1] = openRecord;
    openRecord = at;
    recordCount++;
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
