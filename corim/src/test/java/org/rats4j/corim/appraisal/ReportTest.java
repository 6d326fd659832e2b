package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.SeriesTriple;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** What an appraisal says of itself, to people and to programs. */
class ReportTest {
  private static final Environment A = Corpus.environment("A", "one");
  private static final Environment B = Corpus.environment("B\u001b[31m", "two");
  private static final Environment C = Corpus.environment("C");
  private static final Measurement NAMED = Corpus.measurement("x", "n");
  private static final Measurement GOOD = Corpus.measurement("e", "good");

  private static DomainTriple domain(Environment domain, Environment... others) {
    return new DomainTriple(domain, List.of(others));
  }

  private static ValuesTriple values(Environment environment, Measurement... measurements) {
    return new ValuesTriple(environment, List.of(measurements));
  }

  /** Everything that a report can speak of, once or twice. */
  private static Appraisal appraisal() throws Exception {
    Measurement newer =
        Measurement.of(
            MeasurementKey.of("x"), MeasurementValues.builder().name("n").svn(Svn.of(3)).build());
    Triples triples =
        Triples.builder()
            .reference(
                values(A, NAMED),
                values(A, Corpus.measurement("x", "m")),
                values(A, Corpus.measurement("y", "n")),
                values(A, newer),
                values(A, NAMED.authorizedBy(List.of(Corpus.key("somebody else")))),
                values(C, NAMED))
            .endorsed(values(A, GOOD))
            .series(
                new SeriesTriple(
                    A,
                    List.of(),
                    List.of(),
                    List.of(new SeriesTriple.Row(List.of(NAMED), List.of(GOOD)))))
            .attestKey(KeyTriple.of(A, List.of(Corpus.key("attester"), Corpus.key("nobody"))))
            .identity(KeyTriple.of(A, List.of(Corpus.key("attester"))))
            .membership(domain(C, A), domain(B, B))
            .dependency(domain(C, A))
            .build();
    Corim corim = Corpus.corim("c", Corpus.comid("t", triples));
    return Appraiser.of(Corpus.store(AppraisalOptions.RECOMMENDED, corim))
        .clock(Corpus.CLOCK)
        .keyVerifier((key, type, environment, now) -> KeyVerifier.Verdict.VERIFIED)
        .appraise(
            List.of(
                Corpus.evidence(A, NAMED)
                    .withProfile(CorimProfileId.of("tag:example.com,2026:profile")),
                Corpus.evidence(B, NAMED, Measurement.of(Corpus.named("without id")))));
  }

  private static String text(Bytes utf8) {
    return utf8.toUtf8();
  }

  private static String expected(String file) throws IOException {
    try (InputStream in = ReportTest.class.getResourceAsStream("/test-vectors/appraisal/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void tellsPeopleWhatIsAcceptedAndWhyAndWhatIsNot() throws Exception {
    assertEquals(expected("report.txt"), appraisal().describe());
  }

  @Test
  void tellsProgramsTheSame() throws Exception {
    assertEquals(expected("report.json").strip(), text(appraisal().toJson()));
  }

  @Test
  void listsNoMoreThanAThousandThatDoNotMatch() throws Exception {
    Triples triples =
        Triples.builder()
            .reference(values(A, NAMED))
            .reference(
                IntStream.range(0, AppraisalJson.LISTED + 2)
                    .mapToObj(i -> values(A, Corpus.measurement("x", "other " + i)))
                    .toList())
            .build();

    Appraisal appraisal = Corpus.appraise(Corpus.store(triples), Corpus.evidence(A, NAMED));

    String text = appraisal.describe();
    assertTrue(text.contains("add nothing: " + (AppraisalJson.LISTED + 2) + "\n"), text);
    assertTrue(text.contains("\n  and 2 more\n"), text);
    String json = text(appraisal.toJson());
    assertTrue(json.contains("\"outcomes-not-listed\":2"), json);
    assertFalse(json.contains("other " + AppraisalJson.LISTED + "\""), json);
  }
}
