package org.rats4j.eat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/** Codecs of versions, profiles, manifests and measurements (RFC 9711, sections 4.2 and 4.3). */
final class SoftwareCodecs {
  private static final long TAG_OID = 111;
  private static final int DER_OID = 6;

  static final ValueCodec<ProfileId> PROFILE =
      new FunctionCodec<>(
          SoftwareCodecs::readProfile,
          SoftwareCodecs::writeProfile,
          in -> {
            String text = in.readText();
            return in.build(() -> ProfileId.of(text));
          },
          (out, profile) -> out.writeText(profile.toString()));

  /** Documents of which CBOR carries bytes only. */
  static final ValueCodec<List<ContentFormatBody>> MANIFESTS = bodies(false);

  /** Documents of which CBOR carries bytes or text. */
  static final ValueCodec<List<ContentFormatBody>> MEASUREMENTS = bodies(true);

  private SoftwareCodecs() {}

  private static ProfileId readProfile(CborReader in) throws DecodingException {
    if (in.peekType() == CborType.TEXT_STRING) {
      String uri = ClaimReads.text(in);
      return in.build(() -> new ProfileId.OfUri(uri));
    }
    if (in.tryTag(TokenCodecs.TAG_URI)) {
      String uri = ClaimReads.text(in);
      in.deviation(
          EatLeniencies.TAGGED_OID_URI_TIME, Reason.UNEXPECTED_STRUCTURE, "tag 32 on a URI");
      return in.build(() -> new ProfileId.OfUri(uri));
    }
    TokenCodecs.tolerateTag(in, TAG_OID);
    Bytes octets = ClaimReads.bytes(in);
    ProfileId profile = in.build(() -> ProfileId.of(Oid.ofOctets(octets)));
    if (octets.size() > 2 && octets.at(0) == DER_OID && octets.at(1) == octets.size() - 2) {
      in.findings()
          .add(
              EatCodes.LOOKS_LIKE_DER,
              Finding.Severity.WARNING,
              in.path(),
              "object identifier begins like its own DER encoding");
    }
    return profile;
  }

  private static void writeProfile(CborWriter out, ProfileId profile) {
    if (profile instanceof ProfileId.OfOid oid) {
      out.writeBytes(oid.oid().octets());
    } else {
      out.writeText(profile.toString());
    }
  }

  private static ValueCodec<List<ContentFormatBody>> bodies(boolean textInCbor) {
    return new Bodies(textInCbor);
  }

  /** Most bodies of a list have one format, and there may be many of them. */
  private static final class Bodies extends ListCodec<ContentFormatBody> {
    private final boolean text;

    Bodies(boolean text) {
      super(
          new FunctionCodec<>(
              in -> readBody(in, text, null),
              (out, body) -> writeBody(out, body, text),
              SoftwareCodecs::readBody,
              SoftwareCodecs::writeBody));
      this.text = text;
    }

    @Override
    public List<ContentFormatBody> readCbor(CborReader in) throws DecodingException {
      List<ContentFormatBody> list = new ArrayList<>(in.startArray(1, Integer.MAX_VALUE));
      @Nullable ContentFormatBody body = null;
      while (in.hasNext()) {
        body = readBody(in, text, body);
        list.add(body);
      }
      in.endArray();
      return Collections.unmodifiableList(list);
    }
  }

  private static ContentFormatBody readBody(
      CborReader in, boolean text, @Nullable ContentFormatBody previous) throws DecodingException {
    in.startArray(2);
    int number = in.readInt(0, ContentFormat.MAX);
    ContentFormat format =
        previous != null && previous.contentFormat().number() == number
            ? previous.contentFormat()
            : ContentFormat.of(number);
    ContentFormatBody body =
        text && in.peekType() == CborType.TEXT_STRING
            ? ContentFormatBody.ofText(format, ClaimReads.text(in))
            : ContentFormatBody.ofBytes(format, ClaimReads.bytes(in));
    in.endArray();
    return body;
  }

  private static ContentFormatBody readBody(JsonReader in) throws DecodingException {
    in.startArray(2);
    ContentFormat format = ContentFormat.of(in.readInt(0, ContentFormat.MAX));
    ContentFormatBody body =
        ContentFormatBody.isBinary(format)
            ? ContentFormatBody.ofBytes(format, ClaimReads.base64(in))
            : ContentFormatBody.ofText(format, in.readText());
    in.endArray();
    return body;
  }

  private static void writeBody(CborWriter out, ContentFormatBody body, boolean text) {
    out.startArray(2).writeInt(body.contentFormat().number());
    if (body.bytes().isPresent()) {
      out.writeBytes(body.bytes().get());
    } else if (text) {
      out.writeText(body.text().orElseThrow());
    } else {
      throw new IllegalArgumentException("manifest is a text");
    }
  }

  private static void writeBody(JsonWriter out, ContentFormatBody body) {
    out.startArray().writeInt(body.contentFormat().number());
    Optional<String> text = body.jsonText();
    if (text.isPresent()) {
      out.writeText(text.get());
    } else {
      out.writeBase64Url(body.bytes().orElseThrow());
    }
    out.endArray();
  }
}
