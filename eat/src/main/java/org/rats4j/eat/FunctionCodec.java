package org.rats4j.eat;

import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/** A codec made of four functions. */
final class FunctionCodec<T> implements ValueCodec<T> {
  /** Reads an item of a reader. */
  interface Read<R, T> {
    T from(R in) throws DecodingException;
  }

  /** Writes a value to a writer. */
  interface Write<W, T> {
    void to(W out, T value);
  }

  private final Read<CborReader, T> fromCbor;
  private final Write<CborWriter, T> toCbor;
  private final Read<JsonReader, T> fromJson;
  private final Write<JsonWriter, T> toJson;

  FunctionCodec(
      Read<CborReader, T> fromCbor,
      Write<CborWriter, T> toCbor,
      Read<JsonReader, T> fromJson,
      Write<JsonWriter, T> toJson) {
    this.fromCbor = fromCbor;
    this.toCbor = toCbor;
    this.fromJson = fromJson;
    this.toJson = toJson;
  }

  @Override
  public T readCbor(CborReader in) throws DecodingException {
    return fromCbor.from(in);
  }

  @Override
  public void writeCbor(T value, CborWriter out) {
    toCbor.to(out, value);
  }

  @Override
  public T readJson(JsonReader in) throws DecodingException {
    return fromJson.from(in);
  }

  @Override
  public void writeJson(T value, JsonWriter out) {
    toJson.to(out, value);
  }
}
