package org.rats4j.core.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.internal.BytesAccess;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonValue;
import org.rats4j.core.json.JsonWriter;

/**
 * Reads and writes a class or record of the user, in CBOR and in JSON.
 *
 * <pre>{@code
 * record BootState(int count, String stage) {}
 *
 * static final ValueCodec<BootState> BOOT_STATE =
 *     PojoCodec.of(new CBORMapper(), new JsonMapper(), BootState.class);
 * }</pre>
 *
 * <p>Jackson sees a CBOR item only after the reader has checked it, and only if Jackson would not
 * change it. These are refused with UNSUPPORTED: tags, hence bignums and decimal fractions;
 * undefined and unassigned simple values; map keys that are neither text nor integers in
 * -2^63..2^63-1; an integer key and a text key of the same look in one map. How a value fits the
 * class is up to the mapper: a mapper with its defaults makes 1 of 1.5 for an {@code int}, unless
 * {@code ACCEPT_FLOAT_AS_INT} is off.
 *
 * <p>What the mapper writes is read and written again: CBOR leaves deterministic (RFC 8949, section
 * 4.2.1), JSON compact and without a member twice.
 *
 * @param <T> the class or record
 */
@SuppressWarnings("exports") // who calls this package has the mapper's module already
public final class PojoCodec<T> implements ValueCodec<T> {
  private static final DecodeOptions OWN_OUTPUT =
      DecodeOptions.builder()
          .inputBytes(Integer.MAX_VALUE)
          .textBytes(Integer.MAX_VALUE)
          .mapEntries(Integer.MAX_VALUE)
          .bignumBytes(65536)
          .depth(512)
          .jsonDepth(512)
          .build();

  private final Class<T> type;
  private final ObjectReader cborReader;
  private final ObjectWriter cborWriter;
  private final ObjectReader jsonReader;
  private final ObjectWriter jsonWriter;

  private PojoCodec(ObjectMapper cbor, ObjectMapper json, Class<T> type) {
    this.type = type;
    this.cborReader = cbor.readerFor(type);
    // Otherwise Jackson writes -6 for the BigInteger -5.
    this.cborWriter =
        cbor.writerFor(type)
            .with(CBORGenerator.Feature.ENCODE_USING_STANDARD_NEGATIVE_BIGINT_ENCODING);
    this.jsonReader = json.readerFor(type);
    this.jsonWriter = json.writerFor(type);
  }

  /**
   * Returns a codec of {@code type}.
   *
   * @param cbor a mapper over jackson-dataformat-cbor, such as {@code CBORMapper}, that adds
   *     neither string references nor the self-description tag
   * @param json a mapper over JSON
   * @throws IllegalArgumentException if a mapper is of another format, or adds tags of its own
   */
  public static <T> PojoCodec<T> of(ObjectMapper cbor, ObjectMapper json, Class<T> type) {
    if (!(cbor.getFactory() instanceof CBORFactory factory)) {
      throw new IllegalArgumentException(
          "cbor is a mapper of " + cbor.getFactory().getFormatName());
    }
    if (factory.isEnabled(CBORGenerator.Feature.STRINGREF)
        || factory.isEnabled(CBORGenerator.Feature.WRITE_TYPE_HEADER)) {
      throw new IllegalArgumentException("cbor adds tags of its own");
    }
    if (!"JSON".equals(json.getFactory().getFormatName())) {
      throw new IllegalArgumentException(
          "json is a mapper of " + json.getFactory().getFormatName());
    }
    return new PojoCodec<>(cbor, json, Objects.requireNonNull(type, "type"));
  }

  /**
   * Reads a value.
   *
   * @throws DecodingException with UNSUPPORTED if Jackson would change the item, with
   *     UNEXPECTED_STRUCTURE or INVALID_VALUE if the item, or a part of it that the path names,
   *     does not fit the class
   */
  @Override
  public T readCbor(CborReader in) throws DecodingException {
    Bytes item = in.readRaw();
    String path = in.path();
    JacksonGate.check(CborReader.of(item, in.options(), path));
    return read(cborReader, item, path);
  }

  /**
   * Reads a value.
   *
   * @throws DecodingException with UNEXPECTED_STRUCTURE or INVALID_VALUE if the value, or a part of
   *     it that the path names, does not fit the class
   */
  @Override
  public T readJson(JsonReader in) throws DecodingException {
    Bytes value = in.readValue().encode();
    return read(jsonReader, value, in.path());
  }

  private T read(ObjectReader reader, Bytes value, String path) throws DecodingException {
    T pojo;
    try {
      pojo = reader.readValue(BytesAccess.array(value), BytesAccess.offset(value), value.size());
    } catch (IOException e) {
      throw JacksonFailure.of(e, path, type);
    } catch (IllegalArgumentException e) {
      // A mapper without WRAP_EXCEPTIONS lets out what the constructor of the class throws.
      throw DecodingException.of(Reason.INVALID_VALUE, path, "refused by " + type.getSimpleName());
    }
    if (pojo == null) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE, path, "null instead of " + type.getSimpleName());
    }
    return pojo;
  }

  /**
   * Writes {@code value}, deterministically. A part that Jackson can write only with a tag, such as
   * a {@code BigDecimal}, is written, though {@link #readCbor} refuses it.
   *
   * @throws IllegalArgumentException if the mapper cannot write {@code value}, or writes a map key
   *     twice
   */
  @Override
  public void writeCbor(T value, CborWriter out) {
    try {
      byte[] written = cborWriter.writeValueAsBytes(Objects.requireNonNull(value, "value"));
      CborReader in = CborReader.of(written, OWN_OUTPUT, type.getSimpleName());
      out.writeItem(Bignums.normalise(in.readItem()));
    } catch (JsonProcessingException | DecodingException e) {
      throw new IllegalArgumentException("no CBOR form: " + type.getName(), e);
    }
  }

  /**
   * Writes {@code value}, members in the order of the mapper.
   *
   * @throws IllegalArgumentException if the mapper cannot write {@code value}, or writes a member
   *     twice
   */
  @Override
  public void writeJson(T value, JsonWriter out) {
    try {
      byte[] written = jsonWriter.writeValueAsBytes(Objects.requireNonNull(value, "value"));
      out.writeValue(JsonValue.decode(written, OWN_OUTPUT));
    } catch (JsonProcessingException | DecodingException e) {
      throw new IllegalArgumentException("no JSON form: " + type.getName(), e);
    }
  }

  @Override
  public String toString() {
    return "PojoCodec[" + type.getName() + "]";
  }
}
