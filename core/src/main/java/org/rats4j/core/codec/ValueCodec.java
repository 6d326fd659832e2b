package org.rats4j.core.codec;

import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/**
 * Reads and writes the values of one type, in CBOR and in JSON.
 *
 * <p>A codec has no state: one constant serves every message and every thread. Each read takes
 * exactly one item, each write gives exactly one.
 *
 * @param <T> the type of the values
 */
public interface ValueCodec<T> {
  /**
   * Reads a value.
   *
   * @throws DecodingException if {@code in} does not stand at a valid value
   */
  T readCbor(CborReader in) throws DecodingException;

  /**
   * Writes {@code value}.
   *
   * @throws IllegalArgumentException if CBOR has no form for {@code value}
   */
  void writeCbor(T value, CborWriter out);

  /**
   * Reads a value.
   *
   * @throws DecodingException if {@code in} does not stand at a valid value
   */
  T readJson(JsonReader in) throws DecodingException;

  /**
   * Writes {@code value}.
   *
   * @throws IllegalArgumentException if JSON has no form for {@code value}
   */
  void writeJson(T value, JsonWriter out);
}
