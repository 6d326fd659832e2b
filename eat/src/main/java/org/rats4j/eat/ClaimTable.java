package org.rats4j.eat;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one set while it is read, and afterwards, as a map in the order in which they came.
 * Sets are small and keys are constants, so a scan finds one faster than a hash does.
 */
final class ClaimTable extends AbstractMap<ClaimKey<?>, Object> {
  private static final int FIRST_ENTRIES = 16;

  private @Nullable Object[] cells;
  private int size;

  /** The bits of all keys. */
  private long bits;

  /** Creates a table that has room for {@code entries}, as far as that is a usual number. */
  ClaimTable(int entries) {
    cells = new Object[2 * Math.max(1, Math.min(entries, FIRST_ENTRIES))];
  }

  /** Adds a claim that is not there yet. */
  void add(ClaimKey<?> key, Object value) {
    if (2 * size == cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    cells[2 * size] = key;
    cells[2 * size + 1] = value;
    size++;
    bits |= key.bit;
  }

  private ClaimKey<?> key(int index) {
    return (ClaimKey<?>) value(2 * index);
  }

  private Object value(int cell) {
    Object value = cells[cell];
    if (value == null) {
      throw new NoSuchElementException();
    }
    return value;
  }

  @SuppressWarnings("ReferenceEquality") // most keys are constants: equals comes second
  private int indexOf(@Nullable Object key) {
    if (!(key instanceof ClaimKey<?> wanted) || (wanted.bit & ~bits) != 0) {
      return -1;
    }
    for (int i = 0; i < size; i++) {
      if (cells[2 * i] == key) {
        return i;
      }
    }
    for (int i = 0; i < size; i++) {
      if (key(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    int index = indexOf(key);
    return index < 0 ? null : cells[2 * index + 1];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return indexOf(key) >= 0;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void forEach(BiConsumer<? super ClaimKey<?>, ? super Object> action) {
    for (int i = 0; i < size; i++) {
      action.accept(key(i), value(2 * i + 1));
    }
  }

  @Override
  public Set<Map.Entry<ClaimKey<?>, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Map.Entry<ClaimKey<?>, Object>> iterator() {
        return new Entries();
      }
    };
  }

  /** An iterator that removes nothing. */
  private final class Entries implements Iterator<Map.Entry<ClaimKey<?>, Object>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<ClaimKey<?>, Object> next() {
      if (next == size) {
        throw new NoSuchElementException();
      }
      int index = next++;
      return Map.entry(key(index), value(2 * index + 1));
    }
  }
}
