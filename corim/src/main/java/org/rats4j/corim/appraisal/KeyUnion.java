package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.TaggedBytes;

/** Makes one tuple of all keys of one environment, type, name, authority and profile. */
final class KeyUnion {
  private static final CryptoKey ANY = new TaggedBytes(Bytes.EMPTY);

  private KeyUnion() {}

  /** Returns the tuples, and puts to {@code parts} the entries that each was made of. */
  static List<Ect> of(Collection<Entry> entries, Map<Bytes, List<Entry>> parts) {
    List<Ect> ects = new ArrayList<>();
    TreeMap<Bytes, List<Entry>> keys = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.ect() instanceof KeyEct key) {
        Bytes owner = key.withKeys(List.of(ANY)).encode();
        keys.computeIfAbsent(owner, any -> new ArrayList<>()).add(entry);
      } else {
        ects.add(entry.ect());
        parts.put(entry.encoded(), List.of(entry));
      }
    }
    for (List<Entry> same : keys.values()) {
      TreeMap<Bytes, CryptoKey> all = new TreeMap<>();
      same.forEach(
          entry -> ((KeyEct) entry.ect()).keys().forEach(key -> all.put(key.encode(), key)));
      KeyEct union = ((KeyEct) same.get(0).ect()).withKeys(List.copyOf(all.values()));
      ects.add(union);
      parts.put(union.encode(), same);
    }
    return ects;
  }
}
