package org.rats4j.core.cbor;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map with keys of any kind. */
public final class CborMap implements CborItem {
  /** Up to this size a look at all keys is faster than an index. */
  private static final int SMALL = 16;

  /** Keys and values in turns. */
  private final CborItem[] pairs;

  /** The pairs by {@link ItemOrder} of their keys; made when a large map is first searched. */
  private CborItem @Nullable [] index;

  /** Creates a map with these entries. */
  public CborMap(Map<? extends CborItem, ? extends CborItem> entries) {
    pairs = new CborItem[2 * entries.size()];
    int at = 0;
    for (Map.Entry<? extends CborItem, ? extends CborItem> entry : entries.entrySet()) {
      pairs[at++] = Objects.requireNonNull(entry.getKey(), "key");
      pairs[at++] = Objects.requireNonNull(entry.getValue(), "value");
    }
  }

  /** Creates a map that owns {@code pairs}, keys and values in turns, no two keys alike. */
  CborMap(CborItem[] pairs) {
    this.pairs = pairs;
  }

  /** Returns the entries, in the order in which they were read. */
  public Map<CborItem, CborItem> entries() {
    return new Entries(this);
  }

  /** Returns the value of the integer key {@code key}. */
  public Optional<CborItem> get(long key) {
    boolean negative = key < 0;
    long argument = negative ? ~key : key;
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] instanceof CborInteger integer
          && integer.argument() == argument
          && integer.isNegative() == negative) {
        return Optional.of(pairs[i + 1]);
      }
    }
    return Optional.empty();
  }

  /** Returns the value of the text key {@code key}. */
  public Optional<CborItem> get(String key) {
    Objects.requireNonNull(key, "key");
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] instanceof CborText text && text.value().equals(key)) {
        return Optional.of(pairs[i + 1]);
      }
    }
    return Optional.empty();
  }

  int size() {
    return pairs.length / 2;
  }

  CborItem key(int entry) {
    return pairs[2 * entry];
  }

  CborItem value(int entry) {
    return pairs[2 * entry + 1];
  }

  private @Nullable CborItem find(CborItem key) {
    if (size() > SMALL) {
      return ItemOrder.find(index(), key);
    }
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(key)) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  /** Returns the pairs by the order of their keys. */
  CborItem[] index() {
    CborItem[] sorted = index;
    if (sorted == null) {
      // Two threads may both do this; both get the same.
      sorted = ItemOrder.sorted(pairs);
      index = sorted;
    }
    return sorted;
  }

  @Override
  public boolean equals(Object o) {
    if (this == o) {
      return true;
    }
    if (!(o instanceof CborMap other) || pairs.length != other.pairs.length) {
      return false;
    }
    // Only once into the values: a second look at each level would double the time of the level.
    return Arrays.equals(index(), other.index());
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      hash += pairs[i].hashCode() ^ pairs[i + 1].hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }

  /** The map view: no hashing, so no input can make it slow by keys of one hash. */
  private static final class Entries extends AbstractMap<CborItem, CborItem> {
    private final CborMap map;

    Entries(CborMap map) {
      this.map = map;
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public @Nullable CborItem get(@Nullable Object key) {
      return key instanceof CborItem item ? map.find(item) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return get(key) != null;
    }

    @Override
    public Set<Map.Entry<CborItem, CborItem>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public int size() {
          return map.size();
        }

        @Override
        public Iterator<Map.Entry<CborItem, CborItem>> iterator() {
          return new EntryIterator(map);
        }
      };
    }
  }

  private static final class EntryIterator implements Iterator<Map.Entry<CborItem, CborItem>> {
    private final CborMap map;
    private int next;

    EntryIterator(CborMap map) {
      this.map = map;
    }

    @Override
    public boolean hasNext() {
      return next < map.size();
    }

    @Override
    public Map.Entry<CborItem, CborItem> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<CborItem, CborItem> entry = Map.entry(map.key(next), map.value(next));
      next++;
      return entry;
    }
  }
}
