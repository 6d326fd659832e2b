package org.rats4j.corim.coswid;

import java.util.function.UnaryOperator;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.internal.Source;

/**
 * How the value of a member is read, written and checked.
 *
 * @param reader reads one item; what it returns obeys {@code rule}
 * @param writer writes one item
 * @param rule returns the value as it is kept
 */
record WireValue<T>(Reader<T> reader, Writer<T> writer, UnaryOperator<T> rule) {
  interface Reader<T> {
    T read(Source in) throws DecodingException;
  }

  interface Writer<T> {
    void write(CborWriter out, T value);
  }

  /** Creates a value of which every value of {@code T} is legal. */
  WireValue(Reader<T> reader, Writer<T> writer) {
    this(reader, writer, value -> value);
  }

  /**
   * Returns {@code value} as it is kept.
   *
   * @throws IllegalArgumentException if it is not legal
   */
  T checked(T value) {
    return rule.apply(value);
  }
}
