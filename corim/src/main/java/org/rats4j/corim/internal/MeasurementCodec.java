package org.rats4j.corim.internal;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;

/** Measurements and lists of them. */
final class MeasurementCodec {
  private static final String MEASUREMENT = "measurement";

  private MeasurementCodec() {}

  static List<Measurement> list(Source in) throws DecodingException {
    return in.cbor().peekType() == CborType.MAP
        ? single(in)
        : in.list("measurements", MeasurementCodec::read);
  }

  static List<Measurement> anyList(Source in) throws DecodingException {
    return in.cbor().peekType() == CborType.MAP ? single(in) : in.anyList(MeasurementCodec::read);
  }

  private static List<Measurement> single(Source in) throws DecodingException {
    if (!in.allows(CorimLeniencies.SINGLE_MEASUREMENT_MAP)) {
      in.cbor().skip();
    }
    in.deviation(
        CorimLeniencies.SINGLE_MEASUREMENT_MAP,
        Reason.UNEXPECTED_STRUCTURE,
        "one measurement instead of a list");
    return List.of(read(in));
  }

  private static Measurement read(Source in) throws DecodingException {
    MeasurementKey key = null;
    MeasurementValues values = null;
    List<CryptoKey> authorizedBy = List.of();
    in.startMap(MEASUREMENT);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> key = ChoiceCodec.measurementKey(in);
        case 1 -> values = ValuesCodec.read(in);
        case 2 -> authorizedBy = ChoiceCodec.keys(in);
        default -> in.closedMapEntry(MEASUREMENT);
      }
    }
    MeasurementValues found = in.required(values, 1, MEASUREMENT);
    RawEntries unknown = in.endMap();
    Measurement measurement = key == null ? Measurement.of(found) : Measurement.of(key, found);
    if (!authorizedBy.isEmpty()) {
      measurement = measurement.authorizedBy(authorizedBy);
    }
    return unknown.isEmpty() ? measurement : measurement.withUnknown(unknown);
  }

  static void write(List<Measurement> measurements, CborWriter out) {
    out.startArray(measurements.size());
    for (Measurement measurement : measurements) {
      write(measurement, out);
    }
  }

  private static void write(Measurement measurement, CborWriter out) {
    out.startMap();
    measurement.key().ifPresent(key -> key.write(out.writeInt(0)));
    ValuesCodec.write(measurement.values(), out.writeInt(1));
    if (!measurement.authorizedBy().isEmpty()) {
      ChoiceCodec.write(measurement.authorizedBy(), out.writeInt(2));
    }
    measurement.unknown().write(out);
    out.endMap();
  }
}
