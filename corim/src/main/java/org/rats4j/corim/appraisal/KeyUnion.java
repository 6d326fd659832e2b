package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.TaggedBytes;

/**
 * What an appraisal accepts: its entries, of which those with keys of one environment, type, name,
 * authority and profile become one.
 */
final class KeyUnion {
  private static final CryptoKey ANY = new TaggedBytes(Bytes.EMPTY);

  private final Map<Entry, Ect> tuples = new HashMap<>();
  private final Map<Bytes, List<Entry>> parts = new HashMap<>();

  KeyUnion(Collection<Entry> entries) {
    TreeMap<Bytes, List<Entry>> keys = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.ect() instanceof KeyEct key) {
        Bytes owner = key.withKeys(List.of(ANY)).encode();
        keys.computeIfAbsent(owner, any -> new ArrayList<>()).add(entry);
      } else {
        tuples.put(entry, entry.ect());
        parts.put(entry.encoded(), List.of(entry));
      }
    }
    keys.values().forEach(this::unite);
  }

  private void unite(List<Entry> entries) {
    TreeMap<Bytes, CryptoKey> keys = new TreeMap<>();
    for (Entry entry : entries) {
      ((KeyEct) entry.ect()).keys().forEach(key -> keys.put(key.encode(), key));
    }
    KeyEct union = ((KeyEct) entries.get(0).ect()).withKeys(List.copyOf(keys.values()));
    entries.forEach(entry -> tuples.put(entry, union));
    parts.put(union.encode(), entries);
  }

  Collection<Ect> tuples() {
    return tuples.values();
  }

  /** Returns what {@code entry} became a part of. */
  Ect tuple(Entry entry) {
    return tuples.getOrDefault(entry, entry.ect());
  }

  /** Returns what the tuple of this encoding was made of; nothing if it is not accepted. */
  List<Entry> parts(Bytes encoded) {
    return parts.getOrDefault(encoded, List.of());
  }
}
