package org.rats4j.corim.tdx;

import java.math.BigInteger;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.corim.template.ExtensionCodecs;

/** Codec of {@link UintOrBytes}; the only place that knows its forms. */
final class UintOrBytesCodec implements ValueCodec<UintOrBytes> {
  @Override
  public UintOrBytes readCbor(CborReader in) throws DecodingException {
    if (in.peekType() == CborType.BYTE_STRING) {
      return new UintOrBytes.OfBytes(in.readBytes());
    }
    BigInteger value = in.readInteger();
    return in.build(() -> new UintOrBytes.OfUint(value));
  }

  @Override
  public void writeCbor(UintOrBytes value, CborWriter out) {
    if (value instanceof UintOrBytes.OfBytes bytes) {
      out.writeBytes(bytes.value());
    } else {
      out.writeInteger(((UintOrBytes.OfUint) value).value());
    }
  }

  @Override
  public UintOrBytes readJson(JsonReader in) throws DecodingException {
    return TypedJson.read(
        in,
        type ->
            switch (type) {
              case "uint" -> UintOrBytesCodec::uint;
              case "bytes" -> each -> new UintOrBytes.OfBytes(ExtensionCodecs.BYTES.readJson(each));
              default -> null;
            });
  }

  private static UintOrBytes uint(JsonReader in) throws DecodingException {
    BigInteger value = in.readInteger();
    return in.build(() -> new UintOrBytes.OfUint(value));
  }

  @Override
  public void writeJson(UintOrBytes value, JsonWriter out) {
    if (value instanceof UintOrBytes.OfBytes bytes) {
      TypedJson.write(out, "bytes", o -> ExtensionCodecs.BYTES.writeJson(bytes.value(), o));
    } else {
      BigInteger number = ((UintOrBytes.OfUint) value).value();
      TypedJson.write(out, "uint", o -> o.writeInteger(number));
    }
  }
}
