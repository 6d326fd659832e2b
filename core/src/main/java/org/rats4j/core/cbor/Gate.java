package org.rats4j.core.cbor;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.internal.BytesAccess;

/**
 * Checks in one pass that an input is exactly one valid data item within the limits, before any
 * value of it is looked at.
 */
final class Gate extends GateRules {
  /** More bytes than the heads have that {@link #run} takes for one item, key and tag included. */
  private static final int HEADS_MAX = 16;

  private final boolean tagsAllowed;

  /** Whether integers of one byte that are keys need no span: a bit for each finds them again. */
  private final boolean smallKeysAlone;

  private int pos;

  // The innermost open container. The input as a whole counts as an array of one item.
  private int left = 1;
  private int flags;
  private long smallKeys;

  Gate(
      byte[] buf,
      int start,
      int end,
      DecodeOptions options,
      int outerDepth,
      String root,
      EncodingCheck encoding) {
    super(buf, start, end, options, outerDepth, root, encoding);
    smallKeysAlone = !encoding.checksKeyOrder();
    tagsAllowed = options.tags() > 0;
    pos = start;
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
    checkSize();
    checkEnd(item());
    int elements = options.elements() - elementsLeft;
    return new Input(buf, start, end, copies, records, recordCount, elements);
  }

  /** Checks one item and returns the offset behind it. */
  private int item() throws DecodingException {
    boolean widthIsFree = !encoding.checksWidth();
    do {
      if (widthIsFree) {
        run();
      }
    } while (step());
    return pos;
  }

  /**
   * Checks as many items from {@link #pos} on as are of the frequent kinds, and stops before any
   * other and before any fault.
   *
   * <p>Every read pays for this loop. It is fast as long as all that it calls is inlined: then the
   * virtual machine keeps its variables in registers.
   */
  private void run() {
    byte[] buf = this.buf;
    long[] frames = this.frames;
    int end = this.end;
    int depthLimit = Math.min(this.depthLimit, frames.length / 2);
    int mapEntries = options.mapEntries();
    int depth = this.depth;
    int pos = this.pos;
    int left = this.left;
    int flags = this.flags;
    long smallKeys = this.smallKeys;
    while (pos <= end - HEADS_MAX && left != 0) {
      if ((flags & ~left & MAP) != 0) {
        byte key = buf[pos];
        if (left < 0) {
          break;
        }
        if (Head.isSmallInteger(key)) {
          long bit = 1L << key;
          if ((smallKeys & bit) != 0) {
            break;
          }
          smallKeys |= bit;
          pos++;
        } else {
          int to = behindPlainKey(buf, pos);
          if (to == 0 || (flags & SPANS) == 0 || !keys.tryPush(pos, to)) {
            break;
          }
          pos = to;
        }
        left--;
      }
      int at = pos;
      byte initial = buf[at];
      if ((initial & 0xe0) == Head.FIRST_TAG) {
        at = behindPlainTag(buf, at);
        if (at == 0 || !tagsAllowed) {
          break;
        }
        initial = buf[at];
      }
      at++;
      int major = Head.major(initial);
      int argument = Head.info(initial);
      if (major <= Head.NEGATIVE) {
        if (argument > 27) {
          break;
        }
        at += argument < 24 ? 0 : 1 << (argument - 24);
      } else {
        if (argument == 24) {
          argument = buf[at++] & 0xff;
        } else if (argument > 24) {
          break;
        }
        if (major <= Head.TEXT) {
          int from = at;
          at += argument;
          if (at > end || (major == Head.TEXT && !Utf8.isAscii(buf, from, at))) {
            break;
          }
        } else if (major <= Head.MAP) {
          int map = major & MAP;
          int items = argument << map;
          if (items > end - at
              || depth >= depthLimit
              || argument > mapEntries
              || argument > elementsLeft) {
            break;
          }
          if (items != 0) {
            elementsLeft -= argument;
            frames[2 * depth] = (long) left << 32 | flags;
            frames[2 * depth + 1] = smallKeys;
            depth++;
            pos = at;
            left = items;
            flags = map;
            smallKeys = 0;
            continue;
          }
        } else if (major == Head.TAG || Head.info(initial) >= 24) {
          break;
        }
      }
      pos = at;
      left--;
      while (left == 0 && depth > 0 && flags <= MAP) {
        long frame = frames[2 * depth - 2];
        int outerLeft = (int) (frame >> 32);
        if (((int) frame & ~outerLeft & MAP) != 0) {
          break;
        }
        left = outerLeft - 1;
        flags = (int) frame;
        smallKeys = frames[2 * depth - 1];
        depth--;
      }
    }
    this.depth = depth;
    this.pos = pos;
    this.left = left;
    this.flags = flags;
    this.smallKeys = smallKeys;
  }

  /** Returns the offset behind a key that is an integer of two or three bytes, else 0. */
  private static int behindPlainKey(byte[] buf, int at) {
    int major = Head.major(buf[at]);
    int info = Head.info(buf[at]);
    if (major > Head.NEGATIVE) {
      return 0;
    }
    if (info == 24) {
      return (buf[at + 1] & 0xff) < 24 ? 0 : at + 2;
    }
    return info == 25 && buf[at + 1] != 0 ? at + 3 : 0;
  }

  /** Returns the offset behind a tag of up to three bytes that is of no bignum, else 0. */
  private static int behindPlainTag(byte[] buf, int at) {
    int info = Head.info(buf[at]);
    if (info < 24) {
      return info == TAG_BIGNUM || info == TAG_NEGATIVE_BIGNUM ? 0 : at + 1;
    }
    if (info == 24) {
      return (buf[at + 1] & 0xff) < 24 ? 0 : at + 2;
    }
    return info == 25 && buf[at + 1] != 0 ? at + 3 : 0;
  }

  /** Checks one item of any kind, with its key, and returns whether that was not yet the last. */
  private boolean step() throws DecodingException {
    if (left != 0) {
      entry();
    }
    while (left == 0) {
      if (depth == 0) {
        return false;
      }
      if (flags > MAP) {
        endMap(pos, flags, smallKeys);
      }
      depth--;
      left = (int) (frames[2 * depth] >> 32);
      flags = (int) frames[2 * depth];
      smallKeys = frames[2 * depth + 1];
      if ((flags & ~left & MAP) != 0) {
        endContainerKey(pos);
      }
      left--;
    }
    return true;
  }

  private void entry() throws DecodingException {
    byte initial = initial(pos);
    if ((flags & ~left & MAP) != 0 && initial != Head.BREAK) {
      if (left < 0) {
        checkEntries(pos, (INDEFINITE - left) / 2 + 1);
      }
      startEntry(initial);
      initial = initial(pos);
    }
    if ((initial & 0xe0) == Head.FIRST_TAG) {
      pos = tags(pos);
      initial = buf[pos];
    }
    int major = Head.major(initial);
    if (major == Head.ARRAY || major == Head.MAP) {
      container(initial, major);
    } else if (initial == Head.BREAK) {
      stop(pos, left, flags);
      pos++;
      left = 0;
    } else {
      pos = scalar(pos, initial);
      left--;
    }
  }

  private void startEntry(byte initial) throws DecodingException {
    if (Head.isSmallInteger(initial) && smallKeysAlone) {
      flags |= (smallKeys >>> initial & 1) != 0 ? DUPLICATE : 0;
      smallKeys |= 1L << initial;
      left--;
      pos++;
      return;
    }
    flags |= startSpans(flags);
    int next = key(pos);
    left -= next < 0 ? 0 : 1;
    pos = next < 0 ? ~next : next;
  }

  private void container(byte initial, int major) throws DecodingException {
    int next = pos + Head.length(initial);
    int items = items(pos, next);
    pos = next;
    if (items == 0) {
      if ((flags & ~left & MAP) != 0) {
        endContainerKey(pos);
      }
      left--;
      return;
    }
    push(left, flags, smallKeys);
    left = items;
    flags = major & MAP;
    smallKeys = 0;
  }
}
