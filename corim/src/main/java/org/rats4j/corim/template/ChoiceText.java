package org.rats4j.corim.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.comid.CertificatePathThumbprint;
import org.rats4j.corim.comid.CertificateThumbprint;
import org.rats4j.corim.comid.Choice;
import org.rats4j.corim.comid.ClassId;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.DerCertificate;
import org.rats4j.corim.comid.EncodedCoseKey;
import org.rats4j.corim.comid.Group;
import org.rats4j.corim.comid.Instance;
import org.rats4j.corim.comid.KeyThumbprint;
import org.rats4j.corim.comid.MaskedRawValue;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.PkixCertificate;
import org.rats4j.corim.comid.PkixCertificatePath;
import org.rats4j.corim.comid.PkixKey;
import org.rats4j.corim.comid.RawValue;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.TaggedOid;
import org.rats4j.corim.comid.TaggedUeid;
import org.rats4j.corim.comid.TaggedUuid;
import org.rats4j.corim.comid.UnknownChoice;

/** Type choices as objects with a type and a value. */
final class ChoiceText {
  private ChoiceText() {}

  static ClassId readClassId(TemplateReader in) throws DecodingException {
    return read(in, ClassId.class);
  }

  static Instance readInstance(TemplateReader in) throws DecodingException {
    return read(in, Instance.class);
  }

  static Group readGroup(TemplateReader in) throws DecodingException {
    return read(in, Group.class);
  }

  static MeasurementKey readMeasurementKey(TemplateReader in) throws DecodingException {
    return read(in, MeasurementKey.class);
  }

  static RawValue readRawValue(TemplateReader in) throws DecodingException {
    return read(in, RawValue.class);
  }

  static CryptoKey readCryptoKey(TemplateReader in) throws DecodingException {
    return read(in, CryptoKey.class);
  }

  /** Reads a list of keys; in the first version one key stood alone. */
  static List<CryptoKey> readAuthorities(TemplateReader in) throws DecodingException {
    if (in.peekType() == JsonType.OBJECT) {
      CryptoKey only = readCryptoKey(in);
      in.legacy("authorized-by");
      return List.of(only);
    }
    return in.list(ChoiceText::readCryptoKey);
  }

  private static <T extends Choice> T read(TemplateReader in, Class<T> place)
      throws DecodingException {
    return Typed.read(
        in,
        (header, value) -> {
          if (!mayStand(header.type(), place)) {
            return null;
          }
          return place.cast(readValue(header, value));
        });
  }

  /** Whether an alternative may stand in a place is what its class says. */
  private static boolean mayStand(String type, Class<? extends Choice> place) {
    Class<? extends Choice> alternative =
        switch (type) {
          case "uuid" -> TaggedUuid.class;
          case "oid" -> TaggedOid.class;
          case "bytes" -> TaggedBytes.class;
          case "ueid" -> TaggedUeid.class;
          case "string", "text" -> MeasurementKey.OfText.class;
          case "uint" -> MeasurementKey.OfUint.class;
          case "masked" -> MaskedRawValue.class;
          case "pkix-base64-key" -> PkixKey.class;
          case "pkix-base64-cert" -> PkixCertificate.class;
          case "pkix-base64-cert-path" -> PkixCertificatePath.class;
          case "cose-key" -> EncodedCoseKey.class;
          case "pkix-asn1der-cert" -> DerCertificate.class;
          case "thumbprint" -> KeyThumbprint.class;
          case "cert-thumbprint" -> CertificateThumbprint.class;
          case "cert-path-thumbprint" -> CertificatePathThumbprint.class;
          default -> LegacyText.isUnknownChoice(type) ? UnknownChoice.class : null;
        };
    return alternative != null && place.isAssignableFrom(alternative);
  }

  private static @Nullable Choice readValue(Typed.Header header, TemplateReader in)
      throws DecodingException {
    return switch (header.type()) {
      case "uuid" -> new TaggedUuid(in.uuid());
      case "oid" -> {
        String dotted = in.text();
        yield new TaggedOid(in.build(() -> Oid.of(dotted)));
      }
      case "bytes" -> new TaggedBytes(in.bytes());
      case "ueid" -> {
        Bytes bytes = in.bytes();
        yield in.build(() -> new TaggedUeid(bytes));
      }
      case "string", "text" -> MeasurementKey.of(in.text());
      case "uint" -> MeasurementKey.of(in.unsigned());
      case "masked" -> readMasked(in);
      case "pkix-base64-key" -> new PkixKey(in.text());
      case "pkix-base64-cert" -> new PkixCertificate(in.text());
      case "pkix-base64-cert-path" -> new PkixCertificatePath(in.text());
      case "cose-key" -> {
        CborItem key = ExtensionText.cbor(in);
        yield in.build(() -> EncodedCoseKey.of(key));
      }
      case "pkix-asn1der-cert" -> new DerCertificate(in.bytes());
      case "thumbprint" -> new KeyThumbprint(DigestText.readThumbprint(in));
      case "cert-thumbprint" -> new CertificateThumbprint(DigestText.readThumbprint(in));
      case "cert-path-thumbprint" -> new CertificatePathThumbprint(DigestText.readThumbprint(in));
      default -> LegacyText.readUnknownChoice(header, in);
    };
  }

  private static MaskedRawValue readMasked(TemplateReader in) throws DecodingException {
    Bytes value = null;
    Bytes mask = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "value" -> value = in.bytes();
        case "mask" -> mask = in.bytes();
        default -> in.unknownMember("a masked value");
      }
    }
    in.endObject();
    return new MaskedRawValue(in.required(value, "value"), in.required(mask, "mask"));
  }

  static void writeList(TemplateWriter out, List<? extends Choice> choices) {
    out.startArray();
    choices.forEach(choice -> write(out, choice));
    out.endArray();
  }

  static void write(TemplateWriter out, Choice choice) {
    if (choice instanceof TaggedUuid uuid) {
      Typed.writeText(out, "uuid", uuid.toString());
    } else if (choice instanceof TaggedOid oid) {
      Typed.writeText(out, "oid", oid.toString());
    } else if (choice instanceof TaggedBytes bytes) {
      writeBytes(out, "bytes", bytes.value());
    } else if (choice instanceof TaggedUeid ueid) {
      writeBytes(out, "ueid", ueid.value());
    } else if (choice instanceof MeasurementKey.OfText text) {
      Typed.writeText(out, "string", text.text());
    } else if (choice instanceof MeasurementKey.OfUint number) {
      Typed.write(out, "uint", o -> CommonText.writeUnsigned(o, number.value()));
    } else if (choice instanceof MaskedRawValue masked) {
      Typed.write(out, "masked", o -> writeMasked(o, masked));
    } else if (choice instanceof UnknownChoice unknown) {
      LegacyText.write(out, unknown);
    } else {
      writeKey(out, (CryptoKey) choice);
    }
  }

  private static void writeKey(TemplateWriter out, CryptoKey key) {
    if (key instanceof PkixKey pkix) {
      Typed.writeText(out, "pkix-base64-key", pkix.pem());
    } else if (key instanceof PkixCertificate certificate) {
      Typed.writeText(out, "pkix-base64-cert", certificate.pem());
    } else if (key instanceof PkixCertificatePath path) {
      Typed.writeText(out, "pkix-base64-cert-path", path.pem());
    } else if (key instanceof EncodedCoseKey cose) {
      writeBytes(out, "cose-key", cose.encoded());
    } else if (key instanceof DerCertificate der) {
      writeBytes(out, "pkix-asn1der-cert", der.der());
    } else if (key instanceof KeyThumbprint thumbprint) {
      Typed.write(out, "thumbprint", o -> DigestText.writeThumbprint(o, thumbprint.digest()));
    } else if (key instanceof CertificateThumbprint thumbprint) {
      Typed.write(out, "cert-thumbprint", o -> DigestText.writeThumbprint(o, thumbprint.digest()));
    } else if (key instanceof CertificatePathThumbprint thumbprint) {
      Typed.write(
          out, "cert-path-thumbprint", o -> DigestText.writeThumbprint(o, thumbprint.digest()));
    } else {
      throw new IllegalArgumentException("key of a kind that has no JSON form");
    }
  }

  private static void writeBytes(TemplateWriter out, String type, Bytes value) {
    Typed.write(out, type, o -> Base64Text.write(o, value));
  }

  private static void writeMasked(TemplateWriter out, MaskedRawValue masked) {
    out.startObject();
    Base64Text.write(out.writeName("value"), masked.value());
    Base64Text.write(out.writeName("mask"), masked.mask());
    out.endObject();
  }
}
