package org.rats4j.corim.coswid;

import org.jspecify.annotations.Nullable;
import org.rats4j.corim.RawEntries;

/** The values of a map by the positions of its shape, and what the shape does not know. */
final class Content {
  private final Shape<?> shape;
  private final @Nullable Object[] values;
  private final RawEntries others;

  /** Takes over {@code values}. */
  Content(Shape<?> shape, @Nullable Object[] values, RawEntries others) {
    this.shape = shape;
    this.values = values;
    this.others = others;
  }

  Shape<?> shape() {
    return shape;
  }

  @Nullable Object[] values() {
    return values;
  }

  RawEntries others() {
    return others;
  }

  @SuppressWarnings("unchecked") // a value was read or checked by the type of its member
  <T> @Nullable T get(Member<T> member) {
    return (T) values[shape.position(member.label())];
  }
}
