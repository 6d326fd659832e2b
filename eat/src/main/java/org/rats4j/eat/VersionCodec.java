package org.rats4j.eat;

import java.math.BigInteger;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonWriter;

/** Codec of {@link Version}. */
final class VersionCodec implements ValueCodec<Version> {
  @Override
  public Version readCbor(CborReader in) throws DecodingException {
    if (in.peekType() == CborType.TEXT_STRING) {
      String text = ClaimReads.text(in);
      in.deviation(
          EatLeniencies.STRING_VERSION, Reason.UNEXPECTED_STRUCTURE, "version is a bare text");
      return Version.of(text);
    }
    int size = in.startArray(1, 2);
    String text = ClaimReads.text(in);
    Version version = size == 1 ? Version.of(text) : Version.of(text, in.readLabel());
    in.endArray();
    return version;
  }

  @Override
  public Version readJson(JsonReader in) throws DecodingException {
    if (in.peekType() == JsonType.STRING) {
      String text = in.readText();
      in.deviation(
          EatLeniencies.STRING_VERSION, Reason.UNEXPECTED_STRUCTURE, "version is a bare text");
      return Version.of(text);
    }
    int size = in.startArray(1, 2);
    String text = in.readText();
    Version version = size == 1 ? Version.of(text) : Version.of(text, readScheme(in));
    in.endArray();
    return version;
  }

  private static Label readScheme(JsonReader in) throws DecodingException {
    if (in.peekType() == JsonType.STRING) {
      return Label.of(in.readText());
    }
    BigInteger number = in.readInteger();
    return in.build(() -> Label.of(number));
  }

  @Override
  public void writeCbor(Version version, CborWriter out) {
    out.startArray(version.scheme().isPresent() ? 2 : 1).writeText(version.text());
    version.scheme().ifPresent(out::writeLabel);
  }

  @Override
  public void writeJson(Version version, JsonWriter out) {
    out.startArray().writeText(version.text());
    version.scheme().ifPresent(out::writeLabel);
    out.endArray();
  }
}
