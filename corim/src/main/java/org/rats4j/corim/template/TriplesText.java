package org.rats4j.corim.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
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
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** The triples of a CoMID. */
final class TriplesText {
  private TriplesText() {}

  static Triples read(TemplateReader in) throws DecodingException {
    Triples.Builder triples = Triples.builder();
    RawEntries.Builder extensions = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "reference-values" -> triples.reference(in.list(TriplesText::readValues));
        case "endorsed-values" -> triples.endorsed(in.list(TriplesText::readValues));
        case "dev-identity-keys" -> triples.identity(in.list(TriplesText::readKeys));
        case "attester-verification-keys" -> triples.attestKey(in.list(TriplesText::readKeys));
        case "dependency-triples" ->
            triples.dependency(in.list(each -> readDomain(each, "trustees")));
        case "membership-triples" ->
            triples.membership(in.list(each -> readDomain(each, "members")));
        case "coswid-triples" -> triples.coswid(in.list(TriplesText::readCoswid));
        case "conditional-endorsement-series" -> triples.series(in.list(SeriesText::read));
        case "conditional-endorsements" ->
            triples.conditionalEndorsement(in.list(TriplesText::readConditional));
        default ->
            ExtensionText.read(
                in, name, ExtensionPlace.TRIPLES, Triples.CONDITIONAL_ENDORSEMENT, extensions);
      }
    }
    in.endObject();
    return in.build(() -> triples.extensions(extensions.build()).build());
  }

  private static ValuesTriple readValues(TemplateReader in) throws DecodingException {
    Environment environment = null;
    List<Measurement> measurements = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "environment" -> environment = EnvironmentText.read(in);
        case "measurements" -> measurements = in.list(TriplesText::readMeasurement);
        default -> in.unknownMember("triple");
      }
    }
    in.endObject();
    return new ValuesTriple(
        in.required(environment, "environment"), in.required(measurements, "measurements"));
  }

  static Measurement readMeasurement(TemplateReader in) throws DecodingException {
    MeasurementKey key = null;
    MeasurementValues values = null;
    List<CryptoKey> authorizedBy = List.of();
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "key" -> key = ChoiceText.readMeasurementKey(in);
        case "value" -> values = ValuesText.read(in);
        case "authorized-by" -> authorizedBy = ChoiceText.readAuthorities(in);
        default -> ExtensionText.readInClosed(in, name, "measurement", 2, unknown);
      }
    }
    in.endObject();
    MeasurementValues value = in.required(values, "value");
    return (key == null ? Measurement.of(value) : Measurement.of(key, value))
        .authorizedBy(authorizedBy)
        .withUnknown(unknown.build());
  }

  private static KeyTriple readKeys(TemplateReader in) throws DecodingException {
    Environment environment = null;
    List<CryptoKey> keys = null;
    KeyConditions conditions = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "environment" -> environment = EnvironmentText.read(in);
        case "verification-keys" -> keys = in.list(ChoiceText::readCryptoKey);
        case "conditions" -> conditions = readConditions(in);
        default -> in.unknownMember("triple");
      }
    }
    in.endObject();
    KeyTriple triple =
        KeyTriple.of(
            in.required(environment, "environment"), in.required(keys, "verification-keys"));
    return conditions == null ? triple : triple.withConditions(conditions);
  }

  private static KeyConditions readConditions(TemplateReader in) throws DecodingException {
    MeasurementKey key = null;
    List<CryptoKey> authorizedBy = List.of();
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "mkey" -> key = ChoiceText.readMeasurementKey(in);
        case "authorized-by" -> authorizedBy = ChoiceText.readAuthorities(in);
        default -> ExtensionText.readInClosed(in, name, "conditions", 1, unknown);
      }
    }
    in.endObject();
    MeasurementKey measurement = key;
    List<CryptoKey> authorities = authorizedBy;
    return in.build(() -> conditions(measurement, authorities, unknown.build()));
  }

  private static KeyConditions conditions(
      @Nullable MeasurementKey key, List<CryptoKey> authorizedBy, RawEntries unknown) {
    if (!authorizedBy.isEmpty()) {
      KeyConditions conditions = KeyConditions.authorizedBy(authorizedBy).withUnknown(unknown);
      return key == null ? conditions : conditions.withKey(key);
    }
    return key == null
        ? KeyConditions.ofUnknown(unknown)
        : KeyConditions.of(key).withUnknown(unknown);
  }

  private static DomainTriple readDomain(TemplateReader in, String listName)
      throws DecodingException {
    Environment domain = null;
    List<Environment> environments = null;
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      if (name.equals("domain-id")) {
        domain = EnvironmentText.read(in);
      } else if (name.equals(listName)) {
        environments = in.list(EnvironmentText::read);
      } else {
        in.unknownMember("triple");
      }
    }
    in.endObject();
    return new DomainTriple(in.required(domain, "domain-id"), in.required(environments, listName));
  }

  private static CoswidTriple readCoswid(TemplateReader in) throws DecodingException {
    Environment environment = null;
    List<TagId> tagIds = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "environment" -> environment = EnvironmentText.read(in);
        case "tag-ids" -> tagIds = in.list(CommonText::readId);
        default -> in.unknownMember("triple");
      }
    }
    in.endObject();
    return new CoswidTriple(
        in.required(environment, "environment"), in.required(tagIds, "tag-ids"));
  }

  private static ConditionalEndorsementTriple readConditional(TemplateReader in)
      throws DecodingException {
    List<ValuesTriple> conditions = null;
    List<ValuesTriple> endorsements = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "conditions" -> conditions = in.list(TriplesText::readValues);
        case "endorsements" -> endorsements = in.list(TriplesText::readValues);
        default -> in.unknownMember("triple");
      }
    }
    in.endObject();
    return new ConditionalEndorsementTriple(
        in.required(conditions, "conditions"), in.required(endorsements, "endorsements"));
  }

  static void write(TemplateWriter out, Triples triples) {
    out.startObject();
    writeAll(out, "reference-values", triples.reference(), TriplesText::write);
    writeAll(out, "endorsed-values", triples.endorsed(), TriplesText::write);
    writeAll(out, "dev-identity-keys", triples.identity(), TriplesText::write);
    writeAll(out, "attester-verification-keys", triples.attestKey(), TriplesText::write);
    writeAll(
        out, "dependency-triples", triples.dependency(), (o, each) -> write(o, each, "trustees"));
    writeAll(
        out, "membership-triples", triples.membership(), (o, each) -> write(o, each, "members"));
    writeAll(out, "coswid-triples", triples.coswid(), TriplesText::write);
    writeAll(out, "conditional-endorsement-series", triples.series(), SeriesText::write);
    writeAll(out, "conditional-endorsements", triples.conditionalEndorsement(), TriplesText::write);
    ExtensionText.write(out, ExtensionPlace.TRIPLES, triples.extensions());
    out.endObject();
  }

  /** Writes a value. */
  @FunctionalInterface
  interface Writer<T> {
    void write(TemplateWriter out, T value);
  }

  /** Writes a member with a list, unless the list is empty. */
  static <T> void writeAll(TemplateWriter out, String name, List<T> values, Writer<T> writer) {
    if (values.isEmpty()) {
      return;
    }
    out.writeName(name).startArray();
    values.forEach(value -> writer.write(out, value));
    out.endArray();
  }

  private static void write(TemplateWriter out, ValuesTriple triple) {
    out.startObject();
    EnvironmentText.write(out.writeName("environment"), triple.environment());
    writeAll(out, "measurements", triple.measurements(), TriplesText::write);
    out.endObject();
  }

  static void write(TemplateWriter out, Measurement measurement) {
    out.startObject();
    measurement.key().ifPresent(key -> ChoiceText.write(out.writeName("key"), key));
    ValuesText.write(out.writeName("value"), measurement.values());
    writeAll(out, "authorized-by", measurement.authorizedBy(), ChoiceText::write);
    ExtensionText.write(out, measurement.unknown());
    out.endObject();
  }

  private static void write(TemplateWriter out, KeyTriple triple) {
    out.startObject();
    EnvironmentText.write(out.writeName("environment"), triple.environment());
    writeAll(out, "verification-keys", triple.keys(), ChoiceText::write);
    triple.conditions().ifPresent(conditions -> write(out.writeName("conditions"), conditions));
    out.endObject();
  }

  private static void write(TemplateWriter out, KeyConditions conditions) {
    out.startObject();
    conditions.key().ifPresent(key -> ChoiceText.write(out.writeName("mkey"), key));
    writeAll(out, "authorized-by", conditions.authorizedBy(), ChoiceText::write);
    ExtensionText.write(out, conditions.unknown());
    out.endObject();
  }

  private static void write(TemplateWriter out, DomainTriple triple, String listName) {
    out.startObject();
    EnvironmentText.write(out.writeName("domain-id"), triple.domain());
    writeAll(out, listName, triple.environments(), EnvironmentText::write);
    out.endObject();
  }

  private static void write(TemplateWriter out, CoswidTriple triple) {
    out.startObject();
    EnvironmentText.write(out.writeName("environment"), triple.environment());
    writeAll(out, "tag-ids", triple.tagIds(), CommonText::write);
    out.endObject();
  }

  private static void write(TemplateWriter out, ConditionalEndorsementTriple triple) {
    out.startObject();
    writeAll(out, "conditions", triple.conditions(), TriplesText::write);
    writeAll(out, "endorsements", triple.endorsements(), TriplesText::write);
    out.endObject();
  }
}
