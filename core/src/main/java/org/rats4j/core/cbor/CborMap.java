package org.rats4j.core.cbor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map with keys of any kind.
 *
 * @param entries its entries, in the order in which they were read
 */
public record CborMap(Map<CborItem, CborItem> entries) implements CborItem {
  /** Creates a map. */
  public CborMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Returns the value of the integer key {@code key}. */
  public Optional<CborItem> get(long key) {
    return Optional.ofNullable(entries.get(CborInteger.of(key)));
  }

  /** Returns the value of the text key {@code key}. */
  public Optional<CborItem> get(String key) {
    return Optional.ofNullable(entries.get(new CborText(key)));
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
