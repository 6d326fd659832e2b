package org.rats4j.corim.coswid;

import java.util.List;
import org.rats4j.core.Label;

/**
 * A member of a map: its label, its name and its type.
 *
 * @param required whether the map must have it
 */
record Member<T>(Label label, String name, WireValue<T> type, boolean required) {
  static <T> Member<T> optional(int label, String name, WireValue<T> type) {
    return new Member<>(Label.of(label), name, type, false);
  }

  static <T> Member<T> required(int label, String name, WireValue<T> type) {
    return optional(label, name, type).mandatory();
  }

  /** Returns a member that has one value bare, and more in an array. */
  static <T> Member<List<T>> oneOrMore(int label, String name, WireValue<T> type) {
    return optional(label, name, WireValues.oneOrMore(type));
  }

  /** Returns this member as one that the map must have. */
  Member<T> mandatory() {
    return new Member<>(label, name, type, true);
  }
}
