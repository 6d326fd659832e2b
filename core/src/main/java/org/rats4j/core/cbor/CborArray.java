package org.rats4j.core.cbor;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** An array. */
public final class CborArray implements CborItem {
  private final CborItem[] items;

  /** Creates an array of these elements. */
  public CborArray(List<? extends CborItem> items) {
    this(items.toArray(new CborItem[0]));
    for (CborItem item : this.items) {
      Objects.requireNonNull(item, "item");
    }
  }

  /** Creates an array that owns {@code items}. */
  CborArray(CborItem[] items) {
    this.items = items;
  }

  /** Returns the elements in order. */
  public List<CborItem> items() {
    return Collections.unmodifiableList(Arrays.asList(items));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CborArray other && Arrays.equals(items, other.items);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(items);
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
