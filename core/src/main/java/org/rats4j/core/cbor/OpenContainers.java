package org.rats4j.core.cbor;

import java.util.Arrays;

/**
 * The arrays and maps that a writer has open. Remembers where the keys of open maps stand and puts
 * the entries in order when a map ends, unless they were written in order.
 */
final class OpenContainers {
  /** A saved frame: items left, flags, start of the content, first entry. */
  private static final int FRAME = 4;

  private static final int MAP = 1;
  private static final int COUNTING = 2;
  private static final int UNSORTED = 4;

  private final Output out;
  private int[] frames = new int[4 * FRAME];
  private int depth;

  /** Start of the key and start of the value of each entry of the open maps. */
  private int[] entries = new int[16];

  private int entrySlots;

  // The innermost open container. The output as a whole counts as an array of one item.
  // A counting container counts its items down from 0, so that a key is due at even numbers.
  private int left = 1;
  private int flags;
  private int content;
  private int entryBase;

  private boolean tagged;

  OpenContainers(Output out) {
    this.out = out;
  }

  /** Makes sure that an item may begin here. */
  void beforeItem() {
    if (tagged) {
      tagged = false;
      return;
    }
    if (left == 0 && (flags & COUNTING) == 0) {
      throw new IllegalStateException("the item is complete");
    }
    if (keyIsDue()) {
      if (entrySlots == entries.length) {
        entries = Arrays.copyOf(entries, 2 * entrySlots);
      }
      entries[entrySlots] = out.size;
      entrySlots += 2;
    }
  }

  void afterTag() {
    tagged = true;
  }

  /** Accounts for an item, and for all containers that end with it. */
  void afterItem() {
    while (true) {
      if (keyIsDue()) {
        endKey();
      }
      if (--left != 0 || depth == 0) {
        return;
      }
      close();
    }
  }

  void start(int major, int size) {
    push();
    flags = major == Head.MAP ? MAP : 0;
    left = major == Head.MAP ? Math.multiplyExact(2, size) : size;
  }

  /** Starts a container with a head of one byte, which may have to grow in the end. */
  void startCounting(int major) {
    out.head(major, 0);
    push();
    flags = (major == Head.MAP ? MAP : 0) | COUNTING;
    left = 0;
  }

  void endCounting(int major) {
    boolean map = major == Head.MAP;
    if (flags != (flags & UNSORTED | COUNTING | (map ? MAP : 0))) {
      throw new IllegalStateException("no such container is open");
    }
    if (tagged || (map && !keyIsDue())) {
      throw new IllegalStateException("an item is missing");
    }
    int count = map ? -left / 2 : -left;
    int start = content;
    close();
    insertHead(start - 1, major, count);
    afterItem();
  }

  private void insertHead(int at, int major, int count) {
    int length = Output.headLength(count);
    if (length > 1) {
      int size = out.size - at - 1;
      out.reserve(length - 1);
      System.arraycopy(out.buf, at + 1, out.buf, at + length, size);
      out.size += length - 1;
    }
    out.putHead(at, major, count);
  }

  void requireComplete() {
    if (depth != 0 || left != 0) {
      throw new IllegalStateException("the item is not complete");
    }
  }

  private boolean keyIsDue() {
    return (flags & MAP) != 0 && (left & 1) == 0;
  }

  private void push() {
    int at = depth * FRAME;
    if (at == frames.length) {
      frames = Arrays.copyOf(frames, 2 * at);
    }
    frames[at] = left;
    frames[at + 1] = flags;
    frames[at + 2] = content;
    frames[at + 3] = entryBase;
    depth++;
    content = out.size;
    entryBase = entrySlots;
  }

  private void close() {
    if ((flags & UNSORTED) != 0) {
      sort();
    }
    entrySlots = entryBase;
    depth--;
    int at = depth * FRAME;
    left = frames[at];
    flags = frames[at + 1];
    content = frames[at + 2];
    entryBase = frames[at + 3];
  }

  private void endKey() {
    entries[entrySlots - 1] = out.size;
    if (entrySlots - entryBase < 4 || (flags & UNSORTED) != 0) {
      return;
    }
    int order = compareKeys(entrySlots - 4, entrySlots - 2);
    if (order == 0) {
      throw duplicate();
    }
    if (order > 0) {
      flags |= UNSORTED;
    }
  }

  /** Puts the entries of the innermost map in the order of their keys. */
  private void sort() {
    Integer[] slots = new Integer[(entrySlots - entryBase) / 2];
    Arrays.setAll(slots, i -> entryBase + 2 * i);
    Arrays.sort(slots, this::compareKeys);
    byte[] sorted = new byte[out.size - content];
    int filled = 0;
    for (int i = 0; i < slots.length; i++) {
      int slot = slots[i];
      if (i > 0 && compareKeys(slots[i - 1], slot) == 0) {
        throw duplicate();
      }
      int start = entries[slot];
      int end = slot + 2 < entrySlots ? entries[slot + 2] : out.size;
      System.arraycopy(out.buf, start, sorted, filled, end - start);
      filled += end - start;
    }
    System.arraycopy(sorted, 0, out.buf, content, filled);
  }

  private int compareKeys(int a, int b) {
    return Arrays.compareUnsigned(
        out.buf, entries[a], entries[a + 1], out.buf, entries[b], entries[b + 1]);
  }

  private static IllegalArgumentException duplicate() {
    return new IllegalArgumentException("a key stands twice in one map");
  }
}
