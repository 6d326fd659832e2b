package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.function.BiConsumer;
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

  /** Writes the keys in the order of their encodings, so that nothing has to be moved. */
  static void write(Ect ect, CborWriter out) {
    out.startMap();
    if (ect instanceof ElementEct elements) {
      out.writeText("cmtype").writeInt(elements.cmtype());
    } else if (ect instanceof KeyEct keys) {
      keys.keyId().ifPresent(id -> id.write(out.writeText("key-id")));
    } else if (ect instanceof MembershipEct membership) {
      writeSorted(membership.members(), Parts::encode, Parts::write, out.writeText("members"));
    }
    ect.profile().ifPresent(profile -> write(profile, out.writeText("profile")));
    if (ect instanceof KeyEct keys) {
      writeSorted(keys.keys(), CryptoKey::encode, CryptoKey::write, out.writeText("key-list"));
      out.writeText("key-type").writeInt(keys.keyType());
    } else if (ect instanceof TrustEct trust) {
      writeSorted(trust.trustees(), Parts::encode, Parts::write, out.writeText("trustees"));
    }
    out.writeText("authority");
    writeSorted(ect.authority().keys(), CryptoKey::encode, CryptoKey::write, out);
    Parts.write(ect.environment(), out.writeText("environment"));
    if (ect instanceof ElementEct elements) {
      out.writeText("element-list");
      writeSorted(elements.elements(), Element::encode, EctCodec::write, out);
    }
    out.endMap();
  }

  static Bytes encode(Element element) {
    CborWriter out = new CborWriter();
    write(element, out);
    return out.toBytes();
  }

  private static void write(Element element, CborWriter out) {
    out.startMap();
    element.id().ifPresent(id -> id.write(out.writeText("element-id")));
    Parts.write(element.claims(), out.writeText("element-claims"));
    out.endMap();
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

  private static <T> void writeSorted(
      List<T> values, Function<T, Bytes> encode, BiConsumer<T, CborWriter> write, CborWriter out) {
    out.startArray(values.size());
    if (values.size() == 1) {
      write.accept(values.get(0), out);
      return;
    }
    values.stream().map(encode).sorted().forEach(out::writeRaw);
  }
}
