package org.rats4j.core.cbor;

import java.util.List;

/**
 * An array.
 *
 * @param items its elements in order
 */
public record CborArray(List<CborItem> items) implements CborItem {
  /** Creates an array. */
  public CborArray {
    items = List.copyOf(items);
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
