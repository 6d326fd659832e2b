package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.comid.ConditionalEndorsementTriple;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

class AlternativeTest {
  private static final Environment CLASS = Corpus.environment("V");
  private static final Environment DEVICE =
      Environment.builder()
          .environmentClass(EnvironmentClass.builder().vendor("V").build())
          .instance(Corpus.key("device"))
          .build();
  private static final Measurement X =
      Measurement.of(MeasurementKey.of("x"), MeasurementValues.builder().svn(Svn.of(3)).build());
  private static final Measurement Y = Corpus.measurement("y", "n");

  private static Acs acs(Alternative alternative, Triples triples, ElementEct... evidence) {
    AppraisalOptions options = AppraisalOptions.RECOMMENDED.with(alternative);
    CorimStore store = Corpus.store(options, Corpus.corim("c", Corpus.comid("t", triples)));
    return Corpus.appraise(store, evidence).acs();
  }

  private static Acs recommended(Triples triples, ElementEct... evidence) {
    return Corpus.appraise(Corpus.store(triples), evidence).acs();
  }

  private static Triples reference(Environment environment, Measurement... measurements) {
    return Triples.builder()
        .reference(new ValuesTriple(environment, List.of(measurements)))
        .build();
  }

  private static List<ElementEct> corroborated(Acs acs) {
    return acs.elements(ElementEct.REFERENCE_VALUES);
  }

  @Test
  void corroboratesTheFirstEvidenceAlone() {
    Environment other =
        Environment.builder()
            .environmentClass(EnvironmentClass.builder().vendor("V").build())
            .instance(Corpus.key("other"))
            .build();
    Measurement minimum =
        Measurement.of(
            X.key().orElseThrow(), MeasurementValues.builder().svn(Svn.minimum(1)).build());
    Measurement higher =
        Measurement.of(X.key().orElseThrow(), MeasurementValues.builder().svn(Svn.of(4)).build());
    ElementEct[] evidence = {Corpus.evidence(DEVICE, X), Corpus.evidence(other, higher)};

    assertEquals(2, corroborated(recommended(reference(CLASS, minimum), evidence)).size());
    assertEquals(
        1, corroborated(acs(Alternative.FIRST_ONLY, reference(CLASS, minimum), evidence)).size());
  }

  @Test
  void vouchesForTheWholeTuple() {
    ElementEct evidence = Corpus.evidence(CLASS, X, Y);

    Acs named = recommended(reference(CLASS, Y), evidence);
    Acs whole = acs(Alternative.WHOLE_ECT, reference(CLASS, Y), evidence);

    assertEquals(List.of(Element.of(Y)), corroborated(named).get(0).elements());
    assertEquals(2, corroborated(whole).get(0).elements().size());
  }

  @Test
  void takesTheEnvironmentOfTheEvidence() {
    ElementEct evidence = Corpus.evidence(DEVICE, Y);

    assertEquals(
        CLASS, corroborated(recommended(reference(CLASS, Y), evidence)).get(0).environment());
    assertEquals(
        DEVICE,
        corroborated(acs(Alternative.EVIDENCE_ENVIRONMENT, reference(CLASS, Y), evidence))
            .get(0)
            .environment());
  }

  @Test
  void matchesNoEndorsementAgainstReferenceValues() {
    Measurement byEndorser = Y.authorizedBy(Corpus.ENDORSER.keys());
    Triples triples =
        reference(CLASS, Y).toBuilder()
            .conditionalEndorsement(
                new ConditionalEndorsementTriple(
                    List.of(new ValuesTriple(CLASS, List.of(byEndorser))),
                    List.of(new ValuesTriple(CLASS, List.of(X)))))
            .build();
    ElementEct evidence = Corpus.evidence(CLASS, Y);

    assertEquals(1, recommended(triples, evidence).elements(ElementEct.ENDORSEMENTS).size());
    assertEquals(
        0,
        acs(Alternative.EVIDENCE_AND_ENDORSED, triples, evidence)
            .elements(ElementEct.ENDORSEMENTS)
            .size());
  }

  @Test
  void mergesEvidenceOfOneAuthority() {
    ElementEct[] evidence = {Corpus.evidence(CLASS, X), Corpus.evidence(CLASS, Y)};

    assertEquals(1, corroborated(recommended(reference(CLASS, X, Y), evidence)).size());
    assertEquals(
        0, corroborated(acs(Alternative.NO_MERGE, reference(CLASS, X, Y), evidence)).size());
  }

  @Test
  void acceptsKeysByTheirEnvironmentAlone() throws VerificationException {
    Triples triples =
        Triples.builder().attestKey(KeyTriple.of(CLASS, List.of(Corpus.key("k")))).build();

    assertEquals(0, keys(AppraisalOptions.RECOMMENDED, triples));
    assertEquals(
        1, keys(AppraisalOptions.RECOMMENDED.with(Alternative.KEYS_BY_ENVIRONMENT), triples));
  }

  private static int keys(AppraisalOptions options, Triples triples) throws VerificationException {
    return Appraiser.of(Corpus.store(options, Corpus.corim("c", Corpus.comid("t", triples))))
        .clock(Corpus.CLOCK)
        .keyVerifier((key, type, environment, now) -> KeyVerifier.Verdict.VERIFIED)
        .appraise(List.of(Corpus.evidence(CLASS, Y)))
        .acs()
        .keys()
        .size();
  }

  @Test
  void demandsMembersWithEqualEnvironments() {
    Triples triples =
        Triples.builder()
            .membership(new DomainTriple(Corpus.environment("D"), List.of(CLASS)))
            .build();
    ElementEct evidence = Corpus.evidence(DEVICE, Y);

    assertEquals(1, recommended(triples, evidence).memberships().size());
    assertEquals(0, acs(Alternative.MEMBER_EQUALITY, triples, evidence).memberships().size());
  }

  @Test
  void stampsPresetAndAlternativesIntoTheReport() {
    AppraisalOptions options =
        AppraisalOptions.DRAFT_11_LITERAL.without(Alternative.WHOLE_ECT).with(Alternative.NO_MERGE);
    CorimStore store =
        Corpus.store(options, Corpus.corim("c", Corpus.comid("t", reference(CLASS, Y))));

    String report = Corpus.appraise(store, Corpus.evidence(CLASS, Y)).describe();

    assertEquals("DRAFT_11_LITERAL", options.preset());
    assertEquals(
        Set.of("D5", "D6", "D8", "D9", "D10", "D11"),
        options.alternatives().stream().map(Alternative::question).collect(Collectors.toSet()));
    assertEquals(true, report.contains("NO_MERGE") && report.contains("DRAFT_11_LITERAL"));
  }

  @Test
  void comparesValuesOfAProfileAsItSays() {
    CorimProfileId profile = CorimProfileId.of("tag:example.com,2026:p");
    Label codePoint = Label.of(-7);
    ElementEct evidence = Corpus.evidence(CLASS, ofProfile(codePoint, 4));
    AppraisalOptions atLeast =
        AppraisalOptions.RECOMMENDED.withComparator(
            profile,
            codePoint,
            (condition, entry) ->
                entry.compareTo(condition) >= 0 ? Comparison.SATISFIED : Comparison.OUT_OF_RANGE);

    assertEquals(0, matched(AppraisalOptions.RECOMMENDED, profile, codePoint, 4, evidence));
    assertEquals(1, matched(atLeast, profile, codePoint, 3, evidence));
    assertEquals(0, matched(atLeast, profile, codePoint, 5, evidence));
  }

  private static Measurement ofProfile(Label codePoint, int value) {
    RawEntries entries = RawEntries.of(Map.of(codePoint, Bytes.of(value)));
    return Measurement.of(MeasurementValues.builder().extensions(entries).build());
  }

  private static int matched(
      AppraisalOptions options,
      CorimProfileId profile,
      Label codePoint,
      int value,
      ElementEct evidence) {
    Corim corim =
        Corim.builder(TagId.of("c"))
            .profile(profile)
            .tag(ConciseTag.of(Corpus.comid("t", reference(CLASS, ofProfile(codePoint, value)))))
            .build();
    CorimStore store =
        CorimStore.builder(options)
            .clock(Corpus.CLOCK)
            .profiles(CorimProfiles.NONE.with(CorimProfile.withoutRules(profile)))
            .add(corim, Corpus.ENDORSER)
            .build();
    return corroborated(Corpus.appraise(store, evidence).acs()).size();
  }
}
