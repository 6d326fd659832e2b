package org.rats4j.corim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;

/**
 * The entries of a map that this library has no type for: those of an extension, or of a newer
 * draft. They are kept in deterministic encoding, so that two are equal if they mean the same, and
 * are written again where they were read.
 */
public final class RawEntries {
  /** No entries. */
  public static final RawEntries EMPTY = new RawEntries(Map.of());

  private static final DecodeOptions CHECK =
      CorimOptions.STRICT.toBuilder().depth(512).tags(512).build();

  private final Map<Label, Bytes> entries;

  private RawEntries(Map<Label, Bytes> entries) {
    this.entries = entries;
  }

  /**
   * Returns these entries.
   *
   * @param entries the values by their keys, each value one encoded item
   * @throws IllegalArgumentException if a value is not exactly one CBOR item
   */
  public static RawEntries of(Map<Label, Bytes> entries) {
    Map<Label, Bytes> checked = new LinkedHashMap<>();
    entries.forEach((key, value) -> checked.put(key, canonical(value)));
    return checked.isEmpty() ? EMPTY : new RawEntries(Collections.unmodifiableMap(checked));
  }

  private static Bytes canonical(Bytes item) {
    try {
      return CborItem.decode(item, CHECK).encode();
    } catch (DecodingException e) {
      throw new IllegalArgumentException("value is not one CBOR item: " + e.reason(), e);
    }
  }

  /** Returns an empty collection to read entries into. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns whether there are no entries. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns how many entries there are. */
  public int size() {
    return entries.size();
  }

  /** Returns the keys, in the order in which they were read. */
  public List<Label> keys() {
    return List.copyOf(entries.keySet());
  }

  /** Returns the value of {@code key}, one item in deterministic encoding. */
  public Optional<Bytes> get(Label key) {
    return Optional.ofNullable(entries.get(Objects.requireNonNull(key, "key")));
  }

  /** Returns the value of {@code key}, one item in deterministic encoding. */
  public Optional<Bytes> get(long key) {
    return entries.isEmpty() ? Optional.empty() : get(Label.of(key));
  }

  /**
   * Returns the value of {@code key}.
   *
   * @throws DecodingException if it is of another type than {@code key} says
   */
  public <T> Optional<T> get(ExtensionKey<T> key) throws DecodingException {
    Bytes value = entries.get(key.label());
    return value == null
        ? Optional.empty()
        : Optional.of(key.codec().readCbor(CborReader.of(value, CHECK, key.name())));
  }

  /** Returns these entries and the value of {@code key}. */
  public <T> RawEntries with(ExtensionKey<T> key, T value) {
    CborWriter out = new CborWriter();
    key.codec().writeCbor(value, out);
    Map<Label, Bytes> all = new LinkedHashMap<>(entries);
    all.put(key.label(), out.toBytes());
    return new RawEntries(Collections.unmodifiableMap(all));
  }

  /** Writes keys and values into the map that {@code out} has open. */
  public void write(CborWriter out) {
    entries.forEach((key, value) -> out.writeLabel(key).writeRaw(value));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RawEntries other && entries.equals(other.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  /** Collects entries. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Label> keys = new ArrayList<>();
    private final List<Bytes> values = new ArrayList<>();

    private Builder() {}

    /** Adds an entry that was read. */
    public Builder put(Label key, CborItem value) {
      keys.add(Objects.requireNonNull(key, "key"));
      values.add(value.encode());
      return this;
    }

    /** Returns whether there is an entry with this key. */
    public boolean contains(Label key) {
      return keys.contains(key);
    }

    /** Returns the entries; of two with the same key the later one. */
    public RawEntries build() {
      if (keys.isEmpty()) {
        return EMPTY;
      }
      if (keys.size() == 1) {
        return new RawEntries(Map.of(keys.get(0), values.get(0)));
      }
      Map<Label, Bytes> entries = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        entries.put(keys.get(i), values.get(i));
      }
      return new RawEntries(Collections.unmodifiableMap(entries));
    }
  }
}
