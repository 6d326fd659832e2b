package org.rats4j.corim.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.SeriesTriple;

/** Conditional endorsements in series. */
final class SeriesText {
  private SeriesText() {}

  private record Condition(
      Environment environment, List<Measurement> measurements, List<CryptoKey> authorizedBy) {}

  static SeriesTriple read(TemplateReader in) throws DecodingException {
    @Nullable Condition condition = null;
    @Nullable List<SeriesTriple.Row> rows = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        // The tools of the dialect write the second name.
        case "condition", "statefulenv" -> condition = in.once(condition, readCondition(in));
        case "series" -> rows = in.list(SeriesText::readRow);
        default -> in.unknownMember("series");
      }
    }
    in.endObject();
    Condition common = in.required(condition, "condition");
    return new SeriesTriple(
        common.environment(),
        common.measurements(),
        common.authorizedBy(),
        in.required(rows, "series"));
  }

  private static Condition readCondition(TemplateReader in) throws DecodingException {
    Environment environment = null;
    List<Measurement> measurements = List.of();
    List<CryptoKey> authorizedBy = List.of();
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "environment" -> environment = EnvironmentText.read(in);
        case "measurements" -> measurements = in.anyList(TriplesText::readMeasurement);
        case "authorized-by" -> authorizedBy = ChoiceText.readAuthorities(in);
        default -> in.unknownMember("condition");
      }
    }
    in.endObject();
    return new Condition(in.required(environment, "environment"), measurements, authorizedBy);
  }

  private static SeriesTriple.Row readRow(TemplateReader in) throws DecodingException {
    List<Measurement> condition = null;
    List<Measurement> addition = null;
    in.startObject();
    while (in.hasNext()) {
      switch (in.name()) {
        // The tools of the dialect write the second name.
        case "condition", "selection" ->
            condition = in.once(condition, in.list(TriplesText::readMeasurement));
        case "addition" -> addition = in.list(TriplesText::readMeasurement);
        default -> in.unknownMember("row");
      }
    }
    in.endObject();
    return new SeriesTriple.Row(
        in.required(condition, "condition"), in.required(addition, "addition"));
  }

  static void write(TemplateWriter out, SeriesTriple triple) {
    out.startObject().writeName("condition").startObject();
    EnvironmentText.write(out.writeName("environment"), triple.environment());
    TriplesText.writeAll(out, "measurements", triple.measurements(), TriplesText::write);
    TriplesText.writeAll(out, "authorized-by", triple.authorizedBy(), ChoiceText::write);
    out.endObject();
    TriplesText.writeAll(out, "series", triple.rows(), SeriesText::write);
    out.endObject();
  }

  private static void write(TemplateWriter out, SeriesTriple.Row row) {
    out.startObject();
    TriplesText.writeAll(out, "condition", row.condition(), TriplesText::write);
    TriplesText.writeAll(out, "addition", row.addition(), TriplesText::write);
    out.endObject();
  }
}
