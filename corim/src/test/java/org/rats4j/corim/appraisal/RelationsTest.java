package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.corim.comid.ConditionalEndorsementTriple;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.MaskedRawValue;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.SeriesTriple;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.internal.Parts;

class RelationsTest {
  private static final Environment A = Corpus.environment("A");
  private static final Environment B = Corpus.environment("B");
  private static final Environment C = Corpus.environment("C");
  private static final Measurement NAMED = Corpus.measurement("x", "n");

  private static DomainTriple domain(Environment domain, Environment... others) {
    return new DomainTriple(domain, List.of(others));
  }

  private static List<Outcome.Result> results(Appraisal appraisal) {
    return appraisal.outcomes().stream().map(Outcome::result).toList();
  }

  private static List<String> codes(Appraisal appraisal) {
    return appraisal.diagnostics().stream().map(Finding::code).toList();
  }

  @Test
  void refusesMembershipsThatLeadInACircleAndNoOthers() {
    Triples triples =
        Triples.builder().membership(domain(A, B), domain(B, A), domain(C, A, B)).build();

    Appraisal appraisal =
        Corpus.appraise(
            Corpus.store(triples), Corpus.evidence(A, NAMED), Corpus.evidence(B, NAMED));

    assertEquals(List.of(C), appraisal.acs().memberships().stream().map(Ect::environment).toList());
    assertEquals(
        List.of(Outcome.Result.CHECK_FAILED, Outcome.Result.CHECK_FAILED, Outcome.Result.MATCHED),
        results(appraisal));
    assertEquals(
        List.of(AppraisalCodes.MEMBERSHIP_CYCLE, AppraisalCodes.MEMBERSHIP_CYCLE),
        codes(appraisal));
  }

  @Test
  void refusesACircleOverTwoStoresInTheOneOnTop() {
    CorimStore below =
        Corpus.store(
            Triples.builder()
                .membership(domain(A, B), domain(C, A))
                .dependency(domain(C, A))
                .build());
    Triples circle = Triples.builder().membership(domain(B, A)).dependency(domain(A, C)).build();
    CorimStore both =
        CorimStore.builder()
            .clock(Corpus.CLOCK)
            .above(below)
            .add(Corpus.corim("d", Corpus.comid("t", circle)), Corpus.ENDORSER)
            .build();
    ElementEct[] evidence = {Corpus.evidence(A, NAMED), Corpus.evidence(B, NAMED)};

    Appraisal appraisal = Corpus.appraise(both, evidence);

    assertEquals(Corpus.appraise(below, evidence).acs(), appraisal.acs());
    assertEquals(
        List.of(AppraisalCodes.MEMBERSHIP_CYCLE, AppraisalCodes.TRUST_CYCLE), codes(appraisal));
  }

  @Test
  void refusesAMemberOfItself() {
    Appraisal appraisal =
        Corpus.appraise(
            Corpus.store(Triples.builder().membership(domain(A, A)).build()),
            Corpus.evidence(A, NAMED));

    assertTrue(appraisal.acs().memberships().isEmpty());
    assertEquals(List.of(Outcome.Result.CHECK_FAILED), results(appraisal));
  }

  @Test
  void usesNoTrustDependencyIfSomeLeadInACircle() {
    Triples.Builder domains = Triples.builder().membership(domain(C, A, B));
    Triples circle =
        domains.build().toBuilder().dependency(domain(A, B), domain(B, A), domain(C, A)).build();
    Triples line = domains.dependency(domain(C, A)).build();
    ElementEct[] evidence = {Corpus.evidence(A, NAMED), Corpus.evidence(B, NAMED)};

    Appraisal refused = Corpus.appraise(Corpus.store(circle), evidence);
    Appraisal accepted = Corpus.appraise(Corpus.store(line), evidence);

    assertTrue(refused.acs().trusts().isEmpty());
    assertEquals(List.of(AppraisalCodes.TRUST_CYCLE), codes(refused));
    assertEquals(1, accepted.acs().trusts().size());
  }

  @Test
  void refusesTrustInOneself() {
    Triples triples =
        Triples.builder().membership(domain(C, A)).dependency(domain(C, C, A)).build();

    Appraisal appraisal = Corpus.appraise(Corpus.store(triples), Corpus.evidence(A, NAMED));

    assertTrue(appraisal.acs().trusts().isEmpty());
    assertEquals(1, appraisal.acs().memberships().size());
  }

  @Test
  void trustsOnlyMembersOfTheDomain() {
    Triples.Builder members = Triples.builder().membership(domain(C, A));
    Triples outside = members.build().toBuilder().dependency(domain(C, A, B)).build();
    Triples inside = members.dependency(domain(C, A)).build();
    ElementEct[] evidence = {Corpus.evidence(A, NAMED), Corpus.evidence(B, NAMED)};

    assertTrue(Corpus.appraise(Corpus.store(outside), evidence).acs().trusts().isEmpty());
    assertEquals(1, Corpus.appraise(Corpus.store(inside), evidence).acs().trusts().size());
  }

  @Test
  void countsNoEndorsementAsAMember() {
    Triples triples =
        Triples.builder()
            .endorsed(new ValuesTriple(A, List.of(Corpus.measurement("e", "good"))))
            .membership(domain(C, B))
            .build();
    ElementEct endorsed =
        ElementEct.of(ElementEct.ENDORSEMENTS, B, Corpus.ENDORSER, List.of(Element.of(NAMED)));
    RelationItem membership =
        Corpus.store(triples).content().items().stream()
            .filter(MembershipItem.class::isInstance)
            .findFirst()
            .orElseThrow();
    Matching matching = new Matching(AppraisalOptions.RECOMMENDED);
    Slot member = membership.slots().get(0);

    assertFalse(matching.matches(member, new Entry(endorsed, endorsed.encode())));
    ElementEct evidence = Corpus.evidence(B, NAMED);
    assertTrue(matching.matches(member, new Entry(evidence, evidence.encode())));
  }

  @Test
  void tellsWhatIsAmissWithTheElementThatComesNearest() {
    Measurement wanted = element("n", 3);
    Triples triples = Triples.builder().reference(new ValuesTriple(A, List.of(wanted))).build();

    Appraisal byNumber =
        Corpus.appraise(
            Corpus.store(triples),
            Corpus.evidence(A, element("a", 1), element("n", 4), element("z", 5)));
    Appraisal byPresence =
        Corpus.appraise(
            Corpus.store(triples),
            Corpus.evidence(A, Corpus.measurement("x", "n"), element("n", 4), element("z", 5)));

    List<Mismatch> nearest = List.of(new Mismatch("x", "1", Comparison.VALUE_DIFFERS, "3", "4"));
    assertEquals(nearest, byNumber.outcomes().get(0).reasons());
    assertEquals(nearest, byPresence.outcomes().get(0).reasons());
  }

  private static Measurement element(String name, long svn) {
    return Measurement.of(
        MeasurementKey.of("x"), MeasurementValues.builder().name(name).svn(Svn.of(svn)).build());
  }

  @Test
  void acceptsNoKeyThatNobodyVerified() throws Exception {
    Triples triples =
        Triples.builder().attestKey(KeyTriple.of(A, List.of(Corpus.key("attester")))).build();
    Appraiser appraiser = Appraiser.of(Corpus.store(triples)).clock(Corpus.CLOCK);
    List<ElementEct> evidence = List.of(Corpus.evidence(A, NAMED));

    Appraisal unknown = appraiser.appraise(evidence);
    Appraisal known =
        appraiser
            .keyVerifier((key, type, environment, now) -> KeyVerifier.Verdict.VERIFIED)
            .appraise(evidence);

    assertTrue(unknown.acs().keys().isEmpty());
    assertEquals(List.of(Outcome.Result.CHECK_FAILED), results(unknown));
    assertEquals(1, known.acs().keys().size());
    assertEquals(Authority.VERIFIER, known.acs().keys().get(0).authority());
  }

  @Test
  void tellsOfEachReferenceValueWhyItDoesNotMatch() {
    Triples triples =
        Triples.builder()
            .reference(
                new ValuesTriple(A, List.of(Corpus.measurement("x", "m"))),
                new ValuesTriple(A, List.of(Corpus.measurement("y", "n"))),
                new ValuesTriple(
                    A, List.of(NAMED.authorizedBy(List.of(Corpus.key("somebody else"))))),
                new ValuesTriple(B, List.of(NAMED)),
                new ValuesTriple(A, List.of(NAMED)))
            .build();

    Appraisal appraisal = Corpus.appraise(Corpus.store(triples), Corpus.evidence(A, NAMED));

    assertEquals(
        List.of(
            List.of(new Mismatch("x", "11", Comparison.VALUE_DIFFERS, "\"m\"", "\"n\"")),
            List.of(new Mismatch("y", "", Comparison.NO_ELEMENT_ID)),
            List.of(new Mismatch("", "", Comparison.AUTHORITY_MISSING)),
            List.of()),
        appraisal.outcomes().stream().map(Outcome::reasons).toList());
    assertEquals(5, appraisal.triples());
  }

  @Test
  void knowsWhichTripleAddedWhatAndByWhat() {
    Triples triples =
        Triples.builder()
            .reference(new ValuesTriple(A, List.of(NAMED)))
            .endorsed(new ValuesTriple(A, List.of(Corpus.measurement("e", "good"))))
            .build();

    Appraisal appraisal = Corpus.appraise(Corpus.store(triples), Corpus.evidence(A, NAMED));

    ElementEct evidence = appraisal.acs().elements(ElementEct.EVIDENCE).get(0);
    ElementEct reference = appraisal.acs().elements(ElementEct.REFERENCE_VALUES).get(0);
    ElementEct endorsed = appraisal.acs().elements(ElementEct.ENDORSEMENTS).get(0);
    assertTrue(appraisal.derivations(evidence).isEmpty());
    Derivation corroboration = appraisal.derivations(reference).get(0);
    assertEquals("CoRIM c, tag t version 0, triples/0/0", corroboration.origin().toString());
    assertEquals(List.of(evidence), corroboration.from());
    assertEquals(
        List.of(reference, evidence).stream()
            .sorted((a, b) -> a.encode().compareTo(b.encode()))
            .toList(),
        appraisal.derivations(endorsed).get(0).from());
  }

  @Test
  void asksForTheStoreOnceForEachAppraisal() throws Exception {
    CorimStore first =
        Corpus.store(Triples.builder().reference(new ValuesTriple(A, List.of(NAMED))).build());
    CorimStore second =
        Corpus.store(Triples.builder().reference(new ValuesTriple(B, List.of(NAMED))).build());
    AtomicReference<CorimStore> current = new AtomicReference<>(first);
    Appraiser appraiser = Appraiser.of(current::get).clock(Corpus.CLOCK);
    List<ElementEct> evidence = List.of(Corpus.evidence(A, NAMED));

    assertEquals(2, appraiser.appraise(evidence).acs().entries().size());
    current.set(second);
    assertEquals(1, appraiser.appraise(evidence).acs().entries().size());
  }

  @Test
  void letsLaterPhasesSeeWhatIsAccepted() throws Exception {
    CorimStore store =
        Corpus.store(Triples.builder().reference(new ValuesTriple(A, List.of(NAMED))).build());
    ElementEct own =
        ElementEct.of(4, B, Authority.VERIFIER, List.of(Element.of(Corpus.named("own"))));
    List<Integer> seen = new ArrayList<>();

    Appraisal appraisal =
        Appraiser.of(store)
            .clock(Corpus.CLOCK)
            .augmentation(
                accepted -> {
                  seen.add(accepted.entries().size());
                  return List.of(own);
                })
            .policy(
                accepted -> {
                  seen.add(accepted.entries().size());
                  return List.of();
                })
            .appraise(List.of(Corpus.evidence(A, NAMED)));

    assertEquals(List.of(2, 3), seen);
    assertEquals(List.of(own), appraisal.acs().elements(4));
  }

  @Test
  void refusesTuplesThatAreNoEvidence() {
    CorimStore store =
        Corpus.store(Triples.builder().reference(new ValuesTriple(A, List.of(NAMED))).build());
    ElementEct endorsed =
        ElementEct.of(ElementEct.ENDORSEMENTS, A, Corpus.ATTESTER, List.of(Element.of(NAMED)));

    assertThrows(
        IllegalArgumentException.class, () -> Appraiser.of(store).appraise(List.of(endorsed)));
  }

  @Test
  void staysRightIfNoValueTellsManyConditionsApart() throws Exception {
    int many = 20_000;
    Triples triples =
        Triples.builder()
            .reference(IntStream.range(0, many).mapToObj(RelationsTest::masked).toList())
            .build();
    CorimStore store = Corpus.store(triples);
    MeasurementValues value =
        MeasurementValues.builder().rawValue(Corpus.bytes(Bytes.of(0, 2, 3))).build();
    List<ElementEct> evidence = List.of(Corpus.evidence(A, Measurement.of(value)));

    Appraisal appraisal = Appraiser.of(store).clock(Corpus.CLOCK).appraise(evidence);

    assertEquals(1, appraisal.acs().elements(ElementEct.REFERENCE_VALUES).size());
    CorimStore limited =
        Corpus.store(
            AppraisalOptions.RECOMMENDED.withLimits(10, many - 1),
            Corpus.corim("c", Corpus.comid("t", triples)));
    VerificationException e =
        assertThrows(VerificationException.class, () -> Appraiser.of(limited).appraise(evidence));
    assertEquals(VerificationException.Reason.LIMIT_EXCEEDED, e.reason());
    assertEquals(AppraisalCodes.APPRAISAL_LIMIT, e.code());
  }

  private static ValuesTriple masked(int number) {
    Bytes value = Bytes.of(number >> 16, number >> 8, number);
    MeasurementValues values =
        MeasurementValues.builder()
            .rawValue(new MaskedRawValue(value, Bytes.of(255, 255, 255)))
            .build();
    return new ValuesTriple(A, List.of(Measurement.of(values)));
  }

  @Test
  void followsWhatTheAdditionOfASeriesMeets() {
    Measurement next = Corpus.measurement("next", "n");
    Triples triples =
        Triples.builder()
            .series(
                new SeriesTriple(
                    A,
                    List.of(),
                    List.of(),
                    List.of(new SeriesTriple.Row(List.of(NAMED), List.of(next)))))
            .conditionalEndorsement(
                new ConditionalEndorsementTriple(
                    List.of(new ValuesTriple(A, List.of(next))),
                    List.of(new ValuesTriple(B, List.of(NAMED)))))
            .build();

    Appraisal appraisal = Corpus.appraise(Corpus.store(triples), Corpus.evidence(A, NAMED));

    assertEquals(List.of(Outcome.Result.MATCHED, Outcome.Result.MATCHED), results(appraisal));
    assertEquals(2, appraisal.acs().elements(ElementEct.ENDORSEMENTS).size());
  }

  @Test
  void matchesNothingThatHasMembersOfANewerDraft() throws Exception {
    Bytes wire = Diagnostic.parse("[{0: \"x\", 1: {11: \"n\"}, 9: \"newer\"}]").encode();
    List<Measurement> newer = Parts.measurements(wire);
    Triples triples = Triples.builder().reference(new ValuesTriple(A, newer)).build();

    Appraisal appraisal = Corpus.appraise(Corpus.store(triples), Corpus.evidence(A, NAMED));

    assertTrue(appraisal.acs().elements(ElementEct.REFERENCE_VALUES).isEmpty());
    assertEquals(
        List.of(new Mismatch("x", "", Comparison.NO_RULE)), appraisal.outcomes().get(0).reasons());
  }

  @Test
  void acceptsAsManyEntriesAsTheOptionsAllow() throws Exception {
    Triples triples = Triples.builder().reference(new ValuesTriple(A, List.of(NAMED))).build();
    List<ElementEct> evidence = List.of(Corpus.evidence(A, NAMED));
    CorimStore exact =
        Corpus.store(
            AppraisalOptions.RECOMMENDED.withLimits(2, 100),
            Corpus.corim("c", Corpus.comid("t", triples)));
    CorimStore tooFew =
        Corpus.store(
            AppraisalOptions.RECOMMENDED.withLimits(1, 100),
            Corpus.corim("c", Corpus.comid("t", triples)));

    assertEquals(2, Appraiser.of(exact).appraise(evidence).acs().entries().size());
    assertEquals(
        AppraisalCodes.APPRAISAL_LIMIT,
        assertThrows(VerificationException.class, () -> Appraiser.of(tooFew).appraise(evidence))
            .code());
  }

  @Test
  void findsSeriesInAMomentHoweverManyThereAre() {
    SeriesTriple series =
        new SeriesTriple(
            A,
            List.of(),
            List.of(),
            List.of(
                new SeriesTriple.Row(List.of(NAMED), List.of(Corpus.measurement("next", "n")))));
    Triples triples =
        Triples.builder().series(IntStream.range(0, 2000).mapToObj(i -> series).toList()).build();

    Appraisal appraisal = Corpus.appraise(Corpus.store(triples), Corpus.evidence(A, NAMED));

    ElementEct endorsed = appraisal.acs().elements(ElementEct.ENDORSEMENTS).get(0);
    assertEquals(2, appraisal.acs().entries().size());
    assertEquals(2000, appraisal.derivations(endorsed).size());
    assertFalse(appraisal.describe().isEmpty());
  }
}
