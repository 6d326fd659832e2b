package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.IntRange;
import org.rats4j.corim.comid.IntegrityRegisters;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.comid.Version;

/** One of many conditions is found by its value, and compared with nothing else. */
class SlotIndexTest {
  private static final Environment A = Corpus.environment("A");
  private static final int MANY = 100;
  private static final int ONE_OF_THEM = 42;

  private static MeasurementValues.Builder values() {
    return MeasurementValues.builder();
  }

  private static Digest digest(int number) {
    return new Digest(Label.of(100), Bytes.of(number));
  }

  private static Arguments kind(String name, IntFunction<MeasurementValues.Builder> values) {
    return Arguments.of(name, values);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("ueid", i -> values().ueid(Bytes.copyOf(new byte[16]).concat(Bytes.of(i)))),
        kind("uuid", i -> values().uuid(new UUID(1, i))),
        kind("serial number", i -> values().serialNumber("number " + i)),
        kind("mac", i -> values().macAddress(Bytes.of(1, 2, 3, 4, 5, i))),
        kind("ip", i -> values().ipAddress(Bytes.of(10, 0, 0, i))),
        kind("name", i -> values().name("name " + i)),
        kind("version", i -> values().version(Version.of("1." + i))),
        kind("svn", i -> values().svn(Svn.of(i))),
        kind("certificate", i -> values().psaCertificateNumber("1234567890123 - " + (10000 + i))),
        kind("number", i -> values().intRange(IntRange.of(i))),
        kind("raw value", i -> values().rawValue(Corpus.bytes(Bytes.of(i)))),
        kind("digests", i -> values().digests(digest(i))),
        kind("keys", i -> values().cryptoKeys(List.of(Corpus.key("key " + i)))),
        kind(
            "registers",
            i ->
                values()
                    .integrityRegisters(
                        new IntegrityRegisters(Map.of(Label.of(0), List.of(digest(i)))))));
  }

  private static CorimStore store(Triples triples, int comparisons) {
    return CorimStore.builder(AppraisalOptions.RECOMMENDED.withLimits(MANY, comparisons))
        .clock(Corpus.CLOCK)
        .indexAbove(1)
        .add(Corpus.corim("c", Corpus.comid("t", triples)), Corpus.ENDORSER)
        .build();
  }

  private static Triples references(IntFunction<MeasurementValues.Builder> values) {
    return Triples.builder()
        .reference(
            IntStream.range(0, MANY)
                .mapToObj(i -> Measurement.of(values.apply(i).build()))
                .map(measurement -> new ValuesTriple(A, List.of(measurement)))
                .toList())
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void findsAConditionByItsValue(String name, IntFunction<MeasurementValues.Builder> values) {
    Measurement measurement = Measurement.of(values.apply(ONE_OF_THEM).build());

    Appraisal appraisal =
        Corpus.appraise(store(references(values), 1), Corpus.evidence(A, measurement));

    assertEquals(1, appraisal.acs().elements(ElementEct.REFERENCE_VALUES).size());
  }

  @Test
  void comparesEachConditionThatOtherValuesMeet() throws Exception {
    Triples minimums = references(i -> values().svn(Svn.minimum(i)));
    ElementEct evidence =
        Corpus.evidence(A, Measurement.of(values().svn(Svn.of(ONE_OF_THEM)).build()));

    Appraisal appraisal = Corpus.appraise(store(minimums, MANY), evidence);

    assertEquals(
        ONE_OF_THEM + 1,
        appraisal.outcomes().stream()
            .filter(outcome -> outcome.result() == Outcome.Result.MATCHED)
            .count());
    Appraiser limited = Appraiser.of(store(minimums, MANY - 1)).clock(Corpus.CLOCK);
    assertEquals(
        AppraisalCodes.APPRAISAL_LIMIT,
        assertThrows(VerificationException.class, () -> limited.appraise(List.of(evidence)))
            .code());
  }

  @Test
  void findsRecordsOfKeysByTheKeys() throws Exception {
    Triples keys =
        Triples.builder()
            .attestKey(
                IntStream.range(0, MANY)
                    .mapToObj(i -> KeyTriple.of(A, List.of(Corpus.key("key " + i))))
                    .toList())
            .build();
    MeasurementValues values =
        values().cryptoKeys(List.of(Corpus.key("key " + ONE_OF_THEM))).build();

    Appraisal appraisal =
        Appraiser.of(store(keys, 2))
            .clock(Corpus.CLOCK)
            .keyVerifier((key, type, environment, now) -> KeyVerifier.Verdict.VERIFIED)
            .appraise(List.of(Corpus.evidence(A, Measurement.of(values))));

    assertEquals(1, appraisal.acs().keys().size());
  }
}
