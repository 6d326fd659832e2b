package org.rats4j.corim.internal;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;

/** Environments and their classes. */
final class EnvironmentCodec {
  private static final String ENVIRONMENT = "environment";
  private static final String CLASS = "class";

  private EnvironmentCodec() {}

  static Environment read(Source in) throws DecodingException {
    Environment.Builder environment = Environment.builder();
    in.startMap(ENVIRONMENT);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> environment.environmentClass(environmentClass(in));
        case 1 -> environment.instance(ChoiceCodec.instance(in));
        case 2 -> environment.group(ChoiceCodec.group(in));
        default -> in.closedMapEntry(ENVIRONMENT);
      }
    }
    return environment.unknown(in.endMap()).build();
  }

  /** Classes repeat: one that was read lately without a remark needs no second read. */
  private static EnvironmentClass environmentClass(Source in) throws DecodingException {
    if (in.cbor().peekType() != CborType.MAP) {
      return newClass(in);
    }
    Bytes raw = in.cbor().peekRaw();
    EnvironmentClass known = in.document().classes().get(raw);
    if (known != null) {
      in.cbor().skip();
      return known;
    }
    int before = in.document().remarks().count();
    EnvironmentClass read = newClass(in);
    return in.document().remarks().count() == before
        ? in.document().classes().put(raw, read)
        : read;
  }

  private static EnvironmentClass newClass(Source in) throws DecodingException {
    EnvironmentClass.Builder found = EnvironmentClass.builder();
    boolean vendor = false;
    boolean model = false;
    in.startMap(CLASS);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> found.id(ChoiceCodec.classId(in));
        case 1 -> {
          found.vendor(in.text());
          vendor = true;
        }
        case 2 -> {
          found.model(in.text());
          model = true;
        }
        case 3 -> found.layer(in.unsigned("layer"));
        case 4 -> found.index(in.unsigned("index"));
        default -> in.closedMapEntry(CLASS);
      }
    }
    found.unknown(in.endMap());
    if (model && !vendor) {
      in.deviation(
          CorimLeniencies.MODEL_WITHOUT_VENDOR, Reason.INVALID_VALUE, "class has a model alone");
      found.allowModelWithoutVendor();
    }
    return found.build();
  }

  static void write(Environment environment, CborWriter out) {
    out.startMap();
    environment.environmentClass().ifPresent(value -> write(value, out.writeInt(0)));
    environment.instance().ifPresent(value -> value.write(out.writeInt(1)));
    environment.group().ifPresent(value -> value.write(out.writeInt(2)));
    environment.unknown().write(out);
    out.endMap();
  }

  private static void write(EnvironmentClass value, CborWriter out) {
    out.startMap();
    value.id().ifPresent(id -> id.write(out.writeInt(0)));
    value.vendor().ifPresent(vendor -> out.writeInt(1).writeText(vendor));
    value.model().ifPresent(model -> out.writeInt(2).writeText(model));
    value.layer().ifPresent(layer -> Unsigned.write(layer, out.writeInt(3)));
    value.index().ifPresent(index -> Unsigned.write(index, out.writeInt(4)));
    value.unknown().write(out);
    out.endMap();
  }
}
