package org.rats4j.eat;

import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/**
 * A codec of values that have no form in JSON, for claims made by {@link ClaimKey#ofCbor}.
 *
 * @param <T> the type of the values
 */
public interface CborCodec<T> extends ValueCodec<T> {
  /**
   * Refuses to read.
   *
   * @throws DecodingException always
   */
  @Override
  default T readJson(JsonReader in) throws DecodingException {
    in.skip();
    throw in.fail(Reason.UNSUPPORTED, "the value has no form in JSON");
  }

  /**
   * Refuses to write.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  default void writeJson(T value, JsonWriter out) {
    throw new IllegalArgumentException("the value has no form in JSON");
  }
}
