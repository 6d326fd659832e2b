package org.rats4j.corim.template;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.internal.ChoiceCodec;
import org.rats4j.corim.internal.Digests;
import org.rats4j.corim.internal.Source;

/**
 * Codecs of values that profiles add under keys of their own, with the forms that such values have
 * elsewhere in CoRIMs and in templates.
 */
public final class ExtensionCodecs {
  /** A text. */
  public static final ValueCodec<String> TEXT =
      codec(
          Source::text,
          (value, out) -> out.writeText(value),
          TemplateReader::text,
          (value, out) -> out.writeText(value));

  /** A byte string; base64 in templates. */
  public static final ValueCodec<Bytes> BYTES =
      codec(
          in -> in.cbor().readBytes(),
          (value, out) -> out.writeBytes(value),
          TemplateReader::bytes,
          (value, out) -> Base64Text.write(out, value));

  /** A time, tag 1; one of RFC 3339 in templates. */
  public static final ValueCodec<EpochTime> TIME =
      codec(
          Source::time,
          (value, out) -> value.write(out.writeTag(1)),
          CommonText::readTime,
          (value, out) -> CommonText.write(out, value));

  /** A list of digests, each of another algorithm. */
  public static final ValueCodec<List<Digest>> DIGESTS =
      codec(
          Digests::list,
          Digests::write,
          DigestText::readList,
          (v, out) -> DigestText.writeList(out, v));

  /** A list of keys. */
  public static final ValueCodec<List<CryptoKey>> CRYPTO_KEYS =
      codec(
          ChoiceCodec::keys,
          ChoiceCodec::write,
          in -> in.list(ChoiceText::readCryptoKey),
          (value, out) -> writeKeys(value, out));

  private ExtensionCodecs() {}

  /** Returns a codec of arrays of at least one such element. */
  public static <T> ValueCodec<List<T>> listOf(ValueCodec<T> element) {
    return codec(
        in -> in.list("values", each -> element.readCbor(each.cbor())),
        (value, out) -> {
          out.startArray(value.size());
          value.forEach(each -> element.writeCbor(each, out));
        },
        in -> in.list(each -> element.readJson(each.json())),
        (value, out) -> {
          out.startArray();
          value.forEach(each -> element.writeJson(each, out.json()));
          out.endArray();
        });
  }

  private static void writeKeys(List<CryptoKey> keys, TemplateWriter out) {
    out.startArray();
    keys.forEach(key -> ChoiceText.write(out, key));
    out.endArray();
  }

  /** Writes a value. */
  @FunctionalInterface
  private interface Writing<T, W> {
    void write(T value, W out);
  }

  private static <T> ValueCodec<T> codec(
      Source.Codec<T> readCbor,
      Writing<T, CborWriter> writeCbor,
      TemplateReader.Codec<T> readJson,
      Writing<T, TemplateWriter> writeJson) {
    return new ValueCodec<>() {
      @Override
      public T readCbor(CborReader in) throws DecodingException {
        return readCbor.read(Source.of(in));
      }

      @Override
      public void writeCbor(T value, CborWriter out) {
        writeCbor.write(value, out);
      }

      @Override
      public T readJson(JsonReader in) throws DecodingException {
        return readJson.read(TemplateReader.of(in));
      }

      @Override
      public void writeJson(T value, JsonWriter out) {
        writeJson.write(value, TemplateWriter.of(out));
      }
    };
  }
}
