package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.internal.Parts;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** Kind {@code truth-table}: which condition which entry meets. */
@SuppressWarnings("exports") // tests export nothing
public final class TruthTableEntry {
  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "unit",
          "condition",
          "entry",
          "conditionDiag",
          "entryDiag",
          "expect",
          "rule",
          "option");

  /** Rows that name a question and match under both answers. */
  private static final Set<String> SAME_UNDER_BOTH = Set.of("digests/unknown-text-equal");

  private static final Authority SOMEBODY = Authority.of(new TaggedBytes(Bytes.ofUtf8("a")));

  private TruthTableEntry() {}

  /** Checks the rows of a table. */
  public static void check(VectorEntry entry) throws Exception {
    entry.checkRows(MEMBERS, TruthTableEntry::check);
  }

  private static void check(VectorRow row) throws Exception {
    String question = row.text("option").orElse("");
    AppraisalOptions options =
        question.equals("draft-12")
            ? AppraisalOptions.RECOMMENDED.with(Alternative.DRAFT_12_VALUES)
            : AppraisalOptions.RECOMMENDED;

    boolean expected = row.flag("expect").orElseThrow();

    assertEquals(expected, matches(row, options), row::where);
    if (expected && !SAME_UNDER_BOTH.contains(row.requiredText("id"))) {
      assertEquals(question.isEmpty(), matches(row, otherAnswer(question)), row::where);
    }
  }

  private static AppraisalOptions otherAnswer(String question) {
    return Stream.of(Alternative.values())
        .filter(each -> each.question().equals(question) && each != Alternative.DRAFT_12_VALUES)
        .findFirst()
        .map(AppraisalOptions.RECOMMENDED::with)
        .orElse(AppraisalOptions.RECOMMENDED);
  }

  private static boolean matches(VectorRow row, AppraisalOptions options) throws Exception {
    Bytes condition = Bytes.copyOf(row.requiredHex("condition"));
    Bytes entry = Bytes.copyOf(row.requiredHex("entry"));
    return switch (row.requiredText("unit")) {
      case "measurement-values-map" -> {
        Optional<MeasurementValues> wanted = values(condition);
        Optional<MeasurementValues> found = values(entry);
        yield wanted.isPresent()
            && found.isPresent()
            && matches(
                options,
                List.of(Measurement.of(wanted.get())),
                List.of(Measurement.of(found.get())));
      }
      case "element-list" ->
          matches(options, Parts.measurements(condition), Parts.measurements(entry));
      case "environment-map" -> {
        List<Measurement> any = List.of(Measurement.of(values(Bytes.ofHex("a10b6178")).get()));
        yield matches(options, Parts.environment(condition), any, Parts.environment(entry), any);
      }
      case "authority" ->
          Authority.of(Parts.keys(entry))
              .covers(authority(condition), options.has(Alternative.EXACT_AUTHORITY));
      default -> throw new AssertionError("unit of " + row.where());
    };
  }

  private static Authority authority(Bytes keys) throws DecodingException {
    List<CryptoKey> none = List.of();
    return Authority.ofAny(keys.equals(Bytes.ofHex("80")) ? none : Parts.keys(keys));
  }

  /** What is malformed does not come out of a decoder, and matches nothing. */
  private static Optional<MeasurementValues> values(Bytes cbor) {
    try {
      return Optional.of(Parts.values(cbor));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  private static boolean matches(
      AppraisalOptions options, List<Measurement> condition, List<Measurement> entry) {
    Environment environment = Corpus.environment("V");
    return matches(options, environment, condition, environment, entry);
  }

  private static boolean matches(
      AppraisalOptions options,
      Environment environment,
      List<Measurement> condition,
      Environment entryEnvironment,
      List<Measurement> entry) {
    TagSource source = Corpus.source(TagId.of("c"), TagIdentity.of(TagId.of("t")), SOMEBODY);
    Triples triples = Triples.builder().reference(new ValuesTriple(environment, condition)).build();
    RelationItem item = new Transform(options).items(triples, source).get(0);
    ElementEct ect =
        ElementEct.evidence(entryEnvironment, SOMEBODY, entry.stream().map(Element::of).toList());
    Matching matching = new Matching(options);
    return item.slots().stream()
        .allMatch(slot -> matching.matches(slot, new Entry(ect, ect.encode())));
  }
}
