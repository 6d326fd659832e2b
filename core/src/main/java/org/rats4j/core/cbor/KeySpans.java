package org.rats4j.core.cbor;

import java.util.Arrays;

/**
 * Where the keys of the open maps stand, innermost map last. Integers of one byte are not among
 * them: for these a bit each is enough.
 *
 * <p>A span is start and end in one {@code long}. It points into the input, or, for a key that is
 * not in deterministic encoding there, into a side buffer that holds it so.
 */
final class KeySpans {
  private static final long SIDE = Long.MIN_VALUE;
  private static final long[] NONE = {};
  private static final int FIRST_SPANS = 24;

  private final byte[] buf;
  private long[] spans = NONE;
  private int size;
  private byte[] side = {};
  private int sideSize;

  /** The first span of the innermost map. */
  private int base;

  private boolean unsorted;

  KeySpans(byte[] buf) {
    this.buf = buf;
  }

  /** Starts a map within the one that was innermost so far. */
  void startMap() {
    add((long) base << 1 | (unsorted ? 1 : 0));
    base = size;
    unsorted = false;
  }

  /** Ends the innermost map. */
  void endMap() {
    size = base - 1;
    base = (int) (spans[size] >>> 1);
    unsorted = (spans[size] & 1) != 0;
  }

  /** Adds a key that stands in the input as {@code start..end}. */
  void push(int start, int end) {
    add((long) start << 32 | end);
  }

  /**
   * Adds a key that stands in the input as {@code start..end}, if a look at its first eight bytes
   * tells that it belongs behind the key added last. Otherwise adds nothing and returns false.
   */
  boolean tryPush(int start, int end) {
    if (size == spans.length || size == base || end > buf.length - Long.BYTES) {
      return false;
    }
    long previous = spans[size - 1];
    if (previous < 0) {
      return false;
    }
    int before = (int) (previous >>> 32);
    long a = Head.uint64(buf, before);
    long b = Head.uint64(buf, start);
    // No encoded item begins another: the first byte that differs belongs to both or to neither.
    int difference = Long.numberOfLeadingZeros(a ^ b) / Byte.SIZE;
    if (difference >= end - start || Long.compareUnsigned(a, b) >= 0) {
      return false;
    }
    spans[size++] = (long) start << 32 | end;
    return true;
  }

  /** Adds a key that stands in the input in another than its deterministic encoding. */
  void pushNormalized(byte[] key) {
    if (side.length - sideSize < key.length) {
      side = Arrays.copyOf(side, Math.max(2 * side.length, sideSize + key.length));
    }
    System.arraycopy(key, 0, side, sideSize, key.length);
    add(SIDE | (long) sideSize << 32 | (sideSize + key.length));
    sideSize += key.length;
    // The same key may be there as an integer of one byte.
    unsorted = true;
  }

  private void add(long span) {
    if (size == spans.length) {
      spans = Arrays.copyOf(spans, Math.max(FIRST_SPANS, 2 * size));
    }
    spans[size++] = span;
  }

  /**
   * Returns whether the key added last belongs before the one added before it, and remembers when
   * it does not belong behind that.
   */
  boolean isOutOfOrder() {
    if (size - base < 2) {
      return false;
    }
    int order = compare(spans[size - 2], spans[size - 1]);
    unsorted |= order >= 0;
    return order > 0;
  }

  /**
   * Returns whether two keys of the innermost map are equal, or one of them is an integer of one
   * byte whose bit is set in {@code smallIntegers}.
   */
  boolean hasEqual(long smallIntegers) {
    if (!unsorted) {
      return false;
    }
    long[] sorted = Arrays.copyOfRange(spans, base, size);
    mergeSort(sorted, Arrays.copyOf(sorted, sorted.length), 0, sorted.length);
    for (int i = 1; i < sorted.length; i++) {
      if (compare(sorted[i - 1], sorted[i]) == 0) {
        return true;
      }
    }
    for (long span : sorted) {
      byte first = first(span);
      if (Head.isSmallInteger(first) && (smallIntegers & 1L << first) != 0) {
        return true;
      }
    }
    return false;
  }

  private byte first(long span) {
    return (span < 0 ? side : buf)[(int) (span >>> 32) & Integer.MAX_VALUE];
  }

  /** Sorts a range of {@code target}; {@code source} holds the same range and is used up. */
  private void mergeSort(long[] target, long[] source, int from, int to) {
    if (to - from < 8) {
      insertionSort(target, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(source, target, from, middle);
    mergeSort(source, target, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft =
          right == to || (left < middle && compare(source[left], source[right]) <= 0);
      target[i] = takeLeft ? source[left++] : source[right++];
    }
  }

  private void insertionSort(long[] target, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long span = target[i];
      int at = i;
      while (at > from && compare(target[at - 1], span) > 0) {
        target[at] = target[at - 1];
        at--;
      }
      target[at] = span;
    }
  }

  private int compare(long a, long b) {
    byte[] arrayA = a < 0 ? side : buf;
    byte[] arrayB = b < 0 ? side : buf;
    int startA = (int) (a >>> 32) & Integer.MAX_VALUE;
    int startB = (int) (b >>> 32) & Integer.MAX_VALUE;
    int first = (arrayA[startA] & 0xff) - (arrayB[startB] & 0xff);
    if (first != 0) {
      return first;
    }
    return Arrays.compareUnsigned(arrayA, startA, (int) a, arrayB, startB, (int) b);
  }
}
