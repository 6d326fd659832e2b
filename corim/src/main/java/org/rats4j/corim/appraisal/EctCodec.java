package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.function.Function;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.internal.Parts;

/** Tuples as maps with the names of the specification; lists without order are sorted. */
final class EctCodec {
  private EctCodec() {}

  static Bytes encode(Ect ect) {
    CborWriter out = new CborWriter();
    write(ect, out);
    return out.toBytes();
  }

  static void write(Ect ect, CborWriter out) {
    out.startMap();
    out.writeText("environment").writeRaw(Parts.encode(ect.environment()));
    out.writeText("authority");
    writeSorted(ect.authority().keys(), CryptoKey::encode, out);
    ect.profile().ifPresent(profile -> write(profile, out.writeText("profile")));
    if (ect instanceof ElementEct elements) {
      out.writeText("cmtype").writeInt(elements.cmtype());
      writeSorted(elements.elements(), EctCodec::encode, out.writeText("element-list"));
    } else if (ect instanceof MembershipEct membership) {
      writeSorted(membership.members(), Parts::encode, out.writeText("members"));
    } else if (ect instanceof TrustEct trust) {
      writeSorted(trust.trustees(), Parts::encode, out.writeText("trustees"));
    } else if (ect instanceof KeyEct keys) {
      out.writeText("key-type").writeInt(keys.keyType());
      keys.keyId().ifPresent(id -> id.write(out.writeText("key-id")));
      writeSorted(keys.keys(), CryptoKey::encode, out.writeText("key-list"));
    }
    out.endMap();
  }

  static Bytes encode(Element element) {
    CborWriter out = new CborWriter();
    out.startMap();
    element.id().ifPresent(id -> id.write(out.writeText("element-id")));
    out.writeText("element-claims").writeRaw(Parts.encode(element.claims()));
    out.endMap();
    return out.toBytes();
  }

  static Bytes encode(Environment environment) {
    return Parts.encode(environment);
  }

  private static void write(CorimProfileId profile, CborWriter out) {
    if (profile instanceof CorimProfileId.OfOid oid) {
      out.writeTag(111).writeBytes(oid.oid().octets());
    } else {
      out.writeTag(32).writeText(profile.toString());
    }
  }

  private static <T> void writeSorted(List<T> values, Function<T, Bytes> encode, CborWriter out) {
    List<Bytes> items = values.stream().map(encode).sorted().toList();
    out.startArray(items.size());
    items.forEach(out::writeRaw);
  }
}
