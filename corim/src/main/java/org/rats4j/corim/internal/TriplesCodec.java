package org.rats4j.corim.internal;

import java.util.List;
import java.util.function.BiConsumer;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.comid.ConditionalEndorsementTriple;
import org.rats4j.corim.comid.CoswidTriple;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.KeyConditions;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.SeriesTriple;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** The triples-map. */
final class TriplesCodec {
  private static final String TRIPLES = "triples";
  private static final String KEY_CONDITIONS = "key-conditions";

  private TriplesCodec() {}

  static Triples read(Source in) throws DecodingException {
    Triples.Builder triples = Triples.builder();
    in.startMap(TRIPLES);
    while (in.hasNext()) {
      int key = in.key();
      switch (key) {
        case Triples.REFERENCE -> triples.reference(in.list("triples", TriplesCodec::values));
        case Triples.ENDORSED -> triples.endorsed(in.list("triples", TriplesCodec::values));
        case Triples.IDENTITY -> triples.identity(in.list("triples", TriplesCodec::keys));
        case Triples.ATTEST_KEY -> triples.attestKey(in.list("triples", TriplesCodec::keys));
        case Triples.DEPENDENCY -> triples.dependency(in.list("triples", TriplesCodec::domain));
        case Triples.MEMBERSHIP -> triples.membership(in.list("triples", TriplesCodec::domain));
        case Triples.COSWID -> triples.coswid(in.list("triples", TriplesCodec::coswid));
        case Triples.SERIES -> triples.series(in.list("triples", TriplesCodec::series));
        case Triples.CONDITIONAL_ENDORSEMENT ->
            triples.conditionalEndorsement(in.list("triples", TriplesCodec::conditional));
        case 7, 9 ->
            throw in.fail(
                Reason.UNEXPECTED_STRUCTURE,
                CorimCodes.RESERVED_KEY,
                "key " + key + " is reserved");
        default -> in.openMapEntry(ExtensionPlace.TRIPLES);
      }
    }
    return triples.extensions(in.endMap()).build();
  }

  private static ValuesTriple values(Source in) throws DecodingException {
    in.cbor().startArray(2);
    Environment environment = EnvironmentCodec.read(in);
    List<Measurement> measurements = MeasurementCodec.list(in);
    in.cbor().endArray();
    return new ValuesTriple(environment, measurements);
  }

  private static KeyTriple keys(Source in) throws DecodingException {
    int size = in.cbor().startArray(2, 3);
    Environment environment = EnvironmentCodec.read(in);
    KeyTriple triple = KeyTriple.of(environment, ChoiceCodec.keys(in));
    if (size == 3) {
      triple = triple.withConditions(conditions(in));
    }
    in.cbor().endArray();
    return triple;
  }

  private static KeyConditions conditions(Source in) throws DecodingException {
    MeasurementKey key = null;
    List<CryptoKey> authorizedBy = List.of();
    in.startMap(KEY_CONDITIONS);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> key = ChoiceCodec.measurementKey(in);
        case 1 -> authorizedBy = ChoiceCodec.keys(in);
        default -> in.closedMapEntry(KEY_CONDITIONS);
      }
    }
    RawEntries unknown = in.endMap();
    KeyConditions conditions =
        !authorizedBy.isEmpty()
            ? KeyConditions.authorizedBy(authorizedBy)
            : key != null ? KeyConditions.of(key) : KeyConditions.ofUnknown(unknown);
    return (key == null ? conditions : conditions.withKey(key)).withUnknown(unknown);
  }

  private static DomainTriple domain(Source in) throws DecodingException {
    in.cbor().startArray(2);
    Environment domain = EnvironmentCodec.read(in);
    List<Environment> environments = in.list("environments", EnvironmentCodec::read);
    in.cbor().endArray();
    return new DomainTriple(domain, environments);
  }

  private static CoswidTriple coswid(Source in) throws DecodingException {
    in.cbor().startArray(2);
    Environment environment = EnvironmentCodec.read(in);
    List<TagId> tagIds = in.list("tag-ids", id -> TagId.read(id.cbor()));
    in.cbor().endArray();
    return new CoswidTriple(environment, tagIds);
  }

  private static SeriesTriple series(Source in) throws DecodingException {
    in.cbor().startArray(2);
    int size = in.cbor().startArray(2, 3);
    Environment environment = EnvironmentCodec.read(in);
    List<Measurement> measurements = MeasurementCodec.anyList(in);
    List<CryptoKey> authorizedBy = size == 3 ? ChoiceCodec.keys(in) : List.of();
    in.cbor().endArray();
    List<SeriesTriple.Row> rows = in.list("rows", TriplesCodec::row);
    in.cbor().endArray();
    return new SeriesTriple(environment, measurements, authorizedBy, rows);
  }

  private static SeriesTriple.Row row(Source in) throws DecodingException {
    in.cbor().startArray(2);
    List<Measurement> condition = MeasurementCodec.list(in);
    List<Measurement> addition = MeasurementCodec.list(in);
    in.cbor().endArray();
    return new SeriesTriple.Row(condition, addition);
  }

  private static ConditionalEndorsementTriple conditional(Source in) throws DecodingException {
    in.cbor().startArray(2);
    List<ValuesTriple> conditions = in.list("conditions", TriplesCodec::values);
    List<ValuesTriple> endorsements = in.list("endorsements", TriplesCodec::values);
    in.cbor().endArray();
    return new ConditionalEndorsementTriple(conditions, endorsements);
  }

  static void write(Triples triples, CborWriter out) {
    out.startMap();
    write(Triples.REFERENCE, triples.reference(), TriplesCodec::write, out);
    write(Triples.ENDORSED, triples.endorsed(), TriplesCodec::write, out);
    write(Triples.IDENTITY, triples.identity(), TriplesCodec::write, out);
    write(Triples.ATTEST_KEY, triples.attestKey(), TriplesCodec::write, out);
    write(Triples.DEPENDENCY, triples.dependency(), TriplesCodec::write, out);
    write(Triples.MEMBERSHIP, triples.membership(), TriplesCodec::write, out);
    write(Triples.COSWID, triples.coswid(), TriplesCodec::write, out);
    write(Triples.SERIES, triples.series(), TriplesCodec::write, out);
    write(
        Triples.CONDITIONAL_ENDORSEMENT,
        triples.conditionalEndorsement(),
        TriplesCodec::write,
        out);
    triples.extensions().write(out);
    out.endMap();
  }

  private static <T> void write(
      int key, List<T> records, BiConsumer<T, CborWriter> codec, CborWriter out) {
    if (!records.isEmpty()) {
      out.writeInt(key);
      write(records, codec, out);
    }
  }

  private static <T> void write(List<T> records, BiConsumer<T, CborWriter> codec, CborWriter out) {
    out.startArray(records.size());
    for (T each : records) {
      codec.accept(each, out);
    }
  }

  private static void write(ValuesTriple triple, CborWriter out) {
    out.startArray(2);
    EnvironmentCodec.write(triple.environment(), out);
    MeasurementCodec.write(triple.measurements(), out);
  }

  private static void write(KeyTriple triple, CborWriter out) {
    out.startArray(triple.conditions().isPresent() ? 3 : 2);
    EnvironmentCodec.write(triple.environment(), out);
    ChoiceCodec.write(triple.keys(), out);
    triple.conditions().ifPresent(conditions -> write(conditions, out));
  }

  private static void write(KeyConditions conditions, CborWriter out) {
    out.startMap();
    conditions.key().ifPresent(key -> key.write(out.writeInt(0)));
    if (!conditions.authorizedBy().isEmpty()) {
      ChoiceCodec.write(conditions.authorizedBy(), out.writeInt(1));
    }
    conditions.unknown().write(out);
    out.endMap();
  }

  private static void write(DomainTriple triple, CborWriter out) {
    out.startArray(2);
    EnvironmentCodec.write(triple.domain(), out);
    write(triple.environments(), EnvironmentCodec::write, out);
  }

  private static void write(CoswidTriple triple, CborWriter out) {
    out.startArray(2);
    EnvironmentCodec.write(triple.environment(), out);
    write(triple.tagIds(), TagId::write, out);
  }

  private static void write(SeriesTriple triple, CborWriter out) {
    out.startArray(2).startArray(triple.authorizedBy().isEmpty() ? 2 : 3);
    EnvironmentCodec.write(triple.environment(), out);
    MeasurementCodec.write(triple.measurements(), out);
    if (!triple.authorizedBy().isEmpty()) {
      ChoiceCodec.write(triple.authorizedBy(), out);
    }
    out.startArray(triple.rows().size());
    for (SeriesTriple.Row row : triple.rows()) {
      out.startArray(2);
      MeasurementCodec.write(row.condition(), out);
      MeasurementCodec.write(row.addition(), out);
    }
  }

  private static void write(ConditionalEndorsementTriple triple, CborWriter out) {
    out.startArray(2);
    write(triple.conditions(), TriplesCodec::write, out);
    write(triple.endorsements(), TriplesCodec::write, out);
  }
}
