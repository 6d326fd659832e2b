package org.rats4j.core.cbor;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A total order of items in which only equal items compare as equal. It lets maps be searched and
 * compared without hashing.
 */
final class ItemOrder implements Comparator<CborItem> {
  private static final ItemOrder INSTANCE = new ItemOrder();

  private ItemOrder() {}

  /** Returns keys and values in turns, by the order of the keys. */
  static CborItem[] sorted(CborItem[] pairs) {
    Integer[] positions = new Integer[pairs.length / 2];
    Arrays.setAll(positions, i -> 2 * i);
    Arrays.sort(positions, (a, b) -> INSTANCE.compare(pairs[a], pairs[b]));
    CborItem[] sorted = new CborItem[pairs.length];
    for (int i = 0; i < positions.length; i++) {
      sorted[2 * i] = pairs[positions[i]];
      sorted[2 * i + 1] = pairs[positions[i] + 1];
    }
    return sorted;
  }

  /** Returns the value of {@code key} in what {@link #sorted} returned, or null. */
  static @Nullable CborItem find(CborItem[] sorted, CborItem key) {
    int low = 0;
    int high = sorted.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = INSTANCE.compare(sorted[2 * middle], key);
      if (order == 0) {
        return sorted[2 * middle + 1];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  @Override
  public int compare(CborItem first, CborItem second) {
    CborItem a = first;
    CborItem b = second;
    // Tags on one item may outnumber the nesting of a tree by far, hence no recursion over them.
    while (a instanceof CborTagged x && b instanceof CborTagged y) {
      int order = Long.compareUnsigned(x.tag(), y.tag());
      if (order != 0) {
        return order;
      }
      a = x.content();
      b = y.content();
    }
    int kind = kind(a);
    int order = Integer.compare(kind, kind(b));
    return order != 0 ? order : compareSameKind(kind, a, b);
  }

  private int compareSameKind(int kind, CborItem a, CborItem b) {
    switch (kind) {
      case Head.UNSIGNED:
      case Head.NEGATIVE:
        return Long.compareUnsigned(((CborInteger) a).argument(), ((CborInteger) b).argument());
      case Head.BYTES:
        return ((CborBytes) a).value().compareTo(((CborBytes) b).value());
      case Head.TEXT:
        return ((CborText) a).value().compareTo(((CborText) b).value());
      case Head.ARRAY:
        return compareAll(
            ((CborArray) a).items().toArray(new CborItem[0]),
            ((CborArray) b).items().toArray(new CborItem[0]));
      case Head.MAP:
        return compareAll(((CborMap) a).index(), ((CborMap) b).index());
      case Head.SIMPLE:
        return Integer.compare(((CborSimple) a).value(), ((CborSimple) b).value());
      default:
        return Double.compare(((CborFloat) a).value(), ((CborFloat) b).value());
    }
  }

  private int compareAll(CborItem[] a, CborItem[] b) {
    return Arrays.compare(a, b, this);
  }

  private static int kind(CborItem item) {
    if (item instanceof CborInteger integer) {
      return integer.isNegative() ? Head.NEGATIVE : Head.UNSIGNED;
    }
    if (item instanceof CborBytes) {
      return Head.BYTES;
    }
    if (item instanceof CborText) {
      return Head.TEXT;
    }
    if (item instanceof CborArray) {
      return Head.ARRAY;
    }
    if (item instanceof CborMap) {
      return Head.MAP;
    }
    if (item instanceof CborTagged) {
      return Head.TAG;
    }
    return item instanceof CborSimple ? Head.SIMPLE : Head.SIMPLE + 1;
  }
}
