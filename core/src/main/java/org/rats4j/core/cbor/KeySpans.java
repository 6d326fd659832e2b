package org.rats4j.core.cbor;

import java.util.Arrays;

/**
 * Where the keys of the open maps stand, innermost map last.
 *
 * <p>A span is start and end in one {@code long}. It points into the input, or, for a key that is
 * not in deterministic encoding there, into a side buffer that holds it so.
 */
final class KeySpans {
  private static final long SIDE = Long.MIN_VALUE;

  private final byte[] buf;
  private long[] spans = new long[16];
  private int size;
  private byte[] side = {};
  private int sideSize;

  KeySpans(byte[] buf) {
    this.buf = buf;
  }

  int size() {
    return size;
  }

  /** Forgets all keys from {@code base} on. */
  void truncate(int base) {
    size = base;
  }

  void push(int start, int end) {
    add((long) start << 32 | end);
  }

  /** Adds a key that stands in the input in another than its deterministic encoding. */
  void pushNormalized(byte[] key) {
    if (side.length - sideSize < key.length) {
      side = Arrays.copyOf(side, Math.max(2 * side.length, sideSize + key.length));
    }
    System.arraycopy(key, 0, side, sideSize, key.length);
    add(SIDE | (long) sideSize << 32 | (sideSize + key.length));
    sideSize += key.length;
  }

  private void add(long span) {
    if (size == spans.length) {
      spans = Arrays.copyOf(spans, 2 * size);
    }
    spans[size++] = span;
  }

  /** Compares the key added last with the one before it, in bytewise order. */
  int compareLastTwo() {
    return compare(spans[size - 2], spans[size - 1]);
  }

  /**
   * Returns whether two of the keys from {@code base} on are equal, or one of them is an integer of
   * one byte whose bit is set in {@code smallIntegers}.
   */
  boolean hasEqual(int base, long smallIntegers) {
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
