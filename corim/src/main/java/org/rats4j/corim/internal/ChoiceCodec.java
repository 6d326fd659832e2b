package org.rats4j.corim.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.ChoicePlace;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimLeniencies;
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

/** The type choices of CoMID. */
public final class ChoiceCodec {
  private static final int UNKNOWN = -1;

  private ChoiceCodec() {}

  static ClassId classId(Source in) throws DecodingException {
    long tag = in.isTag() ? in.cbor().readTag() : untaggedUuid(in, ChoicePlace.CLASS_ID);
    return switch (small(tag)) {
      case 111 -> oid(in);
      case 37 -> uuid(in);
      case 560 -> new TaggedBytes(in.cbor().readBytes());
      default -> unknown(in, tag, ChoicePlace.CLASS_ID);
    };
  }

  static Instance instance(Source in) throws DecodingException {
    long tag = in.isTag() ? in.cbor().readTag() : untaggedUuid(in, ChoicePlace.INSTANCE);
    return switch (small(tag)) {
      case 550 -> ueid(in);
      case 37 -> uuid(in);
      case 560 -> new TaggedBytes(in.cbor().readBytes());
      case 554 -> new PkixKey(in.text());
      case 555 -> new PkixCertificate(in.text());
      case 557 -> new KeyThumbprint(Digests.read(in));
      case 558 -> onlyKey(in);
      case 559 -> new CertificateThumbprint(Digests.read(in));
      case 562 -> new DerCertificate(in.cbor().readBytes());
      default -> unknown(in, tag, ChoicePlace.INSTANCE);
    };
  }

  static Group group(Source in) throws DecodingException {
    long tag = in.isTag() ? in.cbor().readTag() : untaggedUuid(in, ChoicePlace.GROUP);
    return switch (small(tag)) {
      case 37 -> uuid(in);
      case 560 -> new TaggedBytes(in.cbor().readBytes());
      default -> unknown(in, tag, ChoicePlace.GROUP);
    };
  }

  static MeasurementKey measurementKey(Source in) throws DecodingException {
    CborType type = in.cbor().peekType();
    if (type == CborType.TEXT_STRING) {
      return MeasurementKey.of(in.text());
    }
    if (type == CborType.UNSIGNED_INTEGER) {
      return MeasurementKey.of(in.unsigned("mkey"));
    }
    long tag =
        type == CborType.TAG ? in.cbor().readTag() : untaggedUuid(in, ChoicePlace.MEASUREMENT_KEY);
    return switch (small(tag)) {
      case 111 -> oid(in);
      case 37 -> uuid(in);
      default -> unknown(in, tag, ChoicePlace.MEASUREMENT_KEY);
    };
  }

  static RawValue rawValue(Source in) throws DecodingException {
    long tag = tag(in, ChoicePlace.RAW_VALUE);
    return switch (small(tag)) {
      case 560 -> new TaggedBytes(in.cbor().readBytes());
      case 563 -> masked(in);
      default -> unknown(in, tag, ChoicePlace.RAW_VALUE);
    };
  }

  /** Reads keys; a key set of old drafts becomes several. */
  public static List<CryptoKey> keys(Source in) throws DecodingException {
    List<List<CryptoKey>> read = in.list("keys", ChoiceCodec::keyOrSet);
    if (read.size() == 1) {
      return read.get(0);
    }
    List<CryptoKey> keys = new ArrayList<>(read.size());
    read.forEach(keys::addAll);
    return List.copyOf(keys);
  }

  private static List<CryptoKey> keyOrSet(Source in) throws DecodingException {
    long tag = tag(in, ChoicePlace.CRYPTO_KEY);
    if (tag == EncodedCoseKey.TAG) {
      return List.copyOf(coseKeys(in));
    }
    return List.of(
        switch (small(tag)) {
          case 554 -> new PkixKey(in.text());
          case 555 -> new PkixCertificate(in.text());
          case 556 -> new PkixCertificatePath(in.text());
          case 557 -> new KeyThumbprint(Digests.read(in));
          case 559 -> new CertificateThumbprint(Digests.read(in));
          case 560 -> new TaggedBytes(in.cbor().readBytes());
          case 561 -> new CertificatePathThumbprint(Digests.read(in));
          case 562 -> new DerCertificate(in.cbor().readBytes());
          default -> unknown(in, tag, ChoicePlace.CRYPTO_KEY);
        });
  }

  private static EncodedCoseKey onlyKey(Source in) throws DecodingException {
    List<EncodedCoseKey> keys = coseKeys(in);
    if (keys.size() != 1) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "one COSE key expected, not a set");
    }
    return keys.get(0);
  }

  private static List<EncodedCoseKey> coseKeys(Source in) throws DecodingException {
    CborItem item = in.cbor().readItem();
    if (!(item instanceof CborArray set)) {
      return List.of(in.cbor().build(() -> EncodedCoseKey.of(item)));
    }
    in.deviation(
        CorimLeniencies.LEGACY_COSE_KEY_SET, Reason.UNEXPECTED_STRUCTURE, "set of COSE keys");
    if (set.items().isEmpty()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, CorimCodes.EMPTY, "set of COSE keys is empty");
    }
    List<EncodedCoseKey> keys = new ArrayList<>();
    for (CborItem key : set.items()) {
      keys.add(in.cbor().build(() -> EncodedCoseKey.of(key)));
    }
    return keys;
  }

  private static TaggedUuid uuid(Source in) throws DecodingException {
    return new TaggedUuid(bareUuid(in));
  }

  static UUID bareUuid(Source in) throws DecodingException {
    ByteBuffer bytes = in.cbor().readBytes(16, 16).asByteBuffer();
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static TaggedOid oid(Source in) throws DecodingException {
    Bytes octets = in.cbor().readBytes();
    return new TaggedOid(in.cbor().build(() -> Oid.ofOctets(octets)));
  }

  private static TaggedUeid ueid(Source in) throws DecodingException {
    return new TaggedUeid(in.cbor().readBytes(7, 33));
  }

  private static MaskedRawValue masked(Source in) throws DecodingException {
    in.cbor().startArray(2);
    Bytes value = in.cbor().readBytes();
    Bytes mask = in.cbor().readBytes();
    in.cbor().endArray();
    if (mask.size() != value.size()) {
      in.warn(CorimCodes.MASK_LENGTH, "mask is not as long as its value");
    }
    return new MaskedRawValue(value, mask);
  }

  private static long tag(Source in, ChoicePlace place) throws DecodingException {
    if (!in.isTag()) {
      in.cbor().skip();
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE, CorimCodes.UNTAGGED, place.choiceName() + " has no tag");
    }
    return in.cbor().readTag();
  }

  /** Returns the tag of a UUID if 16 bytes come next, which may be one. */
  private static long untaggedUuid(Source in, ChoicePlace place) throws DecodingException {
    if (in.cbor().peekType() == CborType.BYTE_STRING && in.cbor().fork().readBytes().size() == 16) {
      if (!in.allows(CorimLeniencies.UNTAGGED_UUID)) {
        in.cbor().skip();
      }
      in.deviation(
          CorimLeniencies.UNTAGGED_UUID,
          Reason.UNEXPECTED_STRUCTURE,
          place.choiceName() + " has no tag");
      return TaggedUuid.TAG;
    }
    return tag(in, place);
  }

  private static int small(long tag) {
    return tag == (int) tag ? (int) tag : UNKNOWN;
  }

  private static UnknownChoice unknown(Source in, long tag, ChoicePlace place)
      throws DecodingException {
    String unsigned = Long.toUnsignedString(tag);
    if (UnknownChoice.isReserved(tag)) {
      in.cbor().skip();
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE,
          CorimCodes.TAG_NOT_ALLOWED,
          "tag " + unsigned + " is not allowed in " + place.choiceName());
    }
    CborItem content = in.cbor().readItem();
    if (tag >= 600 && tag <= 602) {
      in.deviation(
          CorimLeniencies.LEGACY_PSA_TAG,
          Reason.UNEXPECTED_STRUCTURE,
          "tag " + unsigned + " in " + place.choiceName());
    } else if (!in.document().hasChoice(place, tag)) {
      in.warn(
          CorimCodes.UNKNOWN_CHOICE,
          "unknown choice tag " + unsigned + " in " + place.choiceName());
    }
    return new UnknownChoice(tag, content.encode());
  }

  /** Writes a list. */
  public static void write(List<? extends Choice> choices, CborWriter out) {
    out.startArray(choices.size());
    for (Choice choice : choices) {
      choice.write(out);
    }
  }
}
