package org.rats4j.corim.internal;

import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;

/**
 * Values that were read lately, by their encoding, so that a document that repeats them holds them
 * once. Of two that fall into one slot the later one stays.
 *
 * @param <T> the type of the values
 */
final class Shared<T> {
  private static final int SLOTS = 256;

  private final boolean sharing;
  private @Nullable Bytes[] encodings = new @Nullable Bytes[0];
  private @Nullable Object[] values = new @Nullable Object[0];

  /**
   * Creates a memory.
   *
   * @param sharing whether it remembers anything
   */
  Shared(boolean sharing) {
    this.sharing = sharing;
  }

  private static int slot(Bytes encoding) {
    int hash = encoding.hashCode();
    return (hash ^ hash >>> 8 ^ hash >>> 16) & (SLOTS - 1);
  }

  /** Returns the value with this encoding if it is here. */
  @SuppressWarnings("unchecked")
  @Nullable T get(Bytes encoding) {
    if (encodings.length == 0) {
      return null;
    }
    int slot = slot(encoding);
    Bytes known = encodings[slot];
    return known != null && encoding.equals(known) ? (T) values[slot] : null;
  }

  T put(Bytes encoding, T value) {
    if (!sharing) {
      return value;
    }
    if (encodings.length == 0) {
      encodings = new @Nullable Bytes[SLOTS];
      values = new @Nullable Object[SLOTS];
    }
    int slot = slot(encoding);
    encodings[slot] = encoding;
    values[slot] = value;
    return value;
  }
}
