package org.rats4j.core.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.BytesAccess;

/** Bytes that {@link Gate} has accepted, and what it learned of them. */
final class Input {
  static final int[] NO_RECORDS = {};

  private static final int RECORD = 3;

  final byte[] buf;
  final int start;
  final int end;
  private final boolean copies;

  /** Offset, number of items and end of each indefinite array and map, by ascending offset. */
  private final int[] indefinite;

  private final int indefinites;

  /** What an offset of this input is behind that of the records. */
  private final int shift;

  /** How many elements its arrays and entries its maps have together, if this is a whole input. */
  private final int elements;

  Input(
      byte[] buf,
      int start,
      int end,
      boolean copies,
      int[] indefinite,
      int indefinites,
      int elements) {
    this(buf, start, end, copies, indefinite, indefinites, 0, elements);
  }

  private Input(
      byte[] buf,
      int start,
      int end,
      boolean copies,
      int[] indefinite,
      int indefinites,
      int shift,
      int elements) {
    this.buf = buf;
    this.start = start;
    this.end = end;
    this.copies = copies;
    this.indefinite = indefinite;
    this.indefinites = indefinites;
    this.shift = shift;
    this.elements = elements;
  }

  /** Returns the item of {@code from..to} as an input that nobody changes any more. */
  Input lasting(int from, int to) {
    if (!copies) {
      return new Input(buf, from, to, false, indefinite, indefinites, shift, 0);
    }
    byte[] copy = Arrays.copyOfRange(buf, from, to);
    return new Input(copy, 0, copy.length, false, indefinite, indefinites, shift + from, 0);
  }

  /** Returns {@code bytes} as an input that is not checked yet. */
  static Input of(Bytes bytes) {
    int start = BytesAccess.offset(bytes);
    int end = start + bytes.size();
    return new Input(BytesAccess.array(bytes), start, end, false, NO_RECORDS, 0, 0);
  }

  /** Returns how many elements its arrays and entries its maps have together. */
  int elements() {
    return elements;
  }

  /** Returns whether the byte strings of this input are copies of it. */
  boolean copies() {
    return copies;
  }

  /** Returns how many items the array or map at {@code at} has; keys and values count singly. */
  int items(int at) {
    byte initial = buf[at];
    if (Head.isIndefinite(initial)) {
      return indefinite[record(at) + 1];
    }
    int argument = (int) Head.argument(buf, at);
    return Head.major(initial) == Head.MAP ? 2 * argument : argument;
  }

  /** Returns the offset behind the item at {@code at}. */
  int behind(int at) {
    int pos = at;
    long due = 1;
    do {
      byte initial = buf[pos];
      int major = Head.major(initial);
      if (major >= Head.BYTES && major <= Head.MAP && Head.isIndefinite(initial)) {
        pos = major <= Head.TEXT ? behindChunks(pos) : indefinite[record(pos) + 2];
        due--;
        continue;
      }
      switch (major) {
        case Head.BYTES:
        case Head.TEXT:
          pos += (int) Head.argument(buf, pos);
          due--;
          break;
        case Head.ARRAY:
          due += Head.argument(buf, pos) - 1;
          break;
        case Head.MAP:
          due += 2 * Head.argument(buf, pos) - 1;
          break;
        case Head.TAG:
          break;
        default:
          due--;
          break;
      }
      pos += Head.length(initial);
    } while (due != 0);
    return pos;
  }

  /** Returns the content of the byte string at {@code at}. */
  Bytes bytes(int at) {
    byte initial = buf[at];
    if (Head.isIndefinite(initial)) {
      byte[] joined = joined(at);
      return BytesAccess.wrap(joined, 0, joined.length);
    }
    return slice(at + Head.length(initial), (int) Head.argument(buf, at));
  }

  /** Returns the content of the byte string at {@code at} as an input that is not checked yet. */
  Input content(int at) {
    byte initial = buf[at];
    if (Head.isIndefinite(initial)) {
      byte[] joined = joined(at);
      return new Input(joined, 0, joined.length, false, indefinite, 0, 0);
    }
    int from = at + Head.length(initial);
    return new Input(buf, from, from + (int) Head.argument(buf, at), copies, indefinite, 0, 0);
  }

  /** Returns how many bytes the string at {@code at} has. */
  int stringLength(int at) {
    if (!Head.isIndefinite(buf[at])) {
      return (int) Head.argument(buf, at);
    }
    int length = 0;
    for (int pos = at + 1; buf[pos] != Head.BREAK; pos = behindDefinite(pos)) {
      length += (int) Head.argument(buf, pos);
    }
    return length;
  }

  Bytes slice(int from, int length) {
    return copies ? Bytes.copyOf(buf, from, length) : BytesAccess.wrap(buf, from, length);
  }

  /** Returns the content of the text string at {@code at}. */
  String text(int at) {
    byte initial = buf[at];
    if (Head.isIndefinite(initial)) {
      return new String(joined(at), StandardCharsets.UTF_8);
    }
    int length = (int) Head.argument(buf, at);
    return new String(buf, at + Head.length(initial), length, StandardCharsets.UTF_8);
  }

  /** Returns the content of the text string at {@code at}, or at least its first characters. */
  String text(int at, int characters) {
    byte initial = buf[at];
    if (Head.isIndefinite(initial) || Head.argument(buf, at) <= 4L * characters) {
      return text(at);
    }
    // No character has more than four bytes. One that is cut comes behind those asked for.
    return new String(buf, at + Head.length(initial), 4 * characters, StandardCharsets.UTF_8);
  }

  /** Returns the chunks of the indefinite string at {@code at} in one array. */
  private byte[] joined(int at) {
    byte[] joined = new byte[stringLength(at)];
    int filled = 0;
    int pos = at + 1;
    while (buf[pos] != Head.BREAK) {
      int length = (int) Head.argument(buf, pos);
      int next = behindDefinite(pos);
      System.arraycopy(buf, next - length, joined, filled, length);
      filled += length;
      pos = next;
    }
    return joined;
  }

  private int behindChunks(int at) {
    int pos = at + 1;
    while (buf[pos] != Head.BREAK) {
      pos = behindDefinite(pos);
    }
    return pos + 1;
  }

  private int behindDefinite(int at) {
    return at + Head.length(buf[at]) + (int) Head.argument(buf, at);
  }

  /** Returns where the record of the indefinite array or map at {@code offset} begins. */
  private int record(int offset) {
    int at = offset + shift;
    int low = 0;
    int high = indefinites - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (indefinite[middle * RECORD] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low * RECORD;
  }
}
