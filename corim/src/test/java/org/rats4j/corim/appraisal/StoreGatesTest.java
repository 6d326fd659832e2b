package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.CoswidTriple;
import org.rats4j.corim.comid.LinkedTag;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.coswid.ConciseSwidTag;
import org.rats4j.corim.coswid.EntityEntry;
import org.rats4j.corim.coswid.Role;

class StoreGatesTest {
  private static final Instant NOW = Corpus.CLOCK.instant();
  private static final Triples TRIPLES =
      Triples.builder().reference(reference("V", Corpus.measurement("x", "n"))).build();
  private static final ElementEct EVIDENCE =
      Corpus.evidence(Corpus.environment("V"), Corpus.measurement("x", "n"));

  private static ValuesTriple reference(String vendor, Measurement... measurements) {
    return new ValuesTriple(Corpus.environment(vendor), List.of(measurements));
  }

  private static Corim.Builder corim(String name) {
    return Corim.builder(TagId.of(name)).tag(ConciseTag.of(Corpus.comid("tag " + name, TRIPLES)));
  }

  private static EpochTime inSeconds(long seconds) {
    return EpochTime.of(NOW.plusSeconds(seconds));
  }

  private static CorimStore.Builder builder() {
    return CorimStore.builder().clock(Corpus.CLOCK);
  }

  private static List<String> codes(CorimStore store) {
    return store.diagnostics().stream().map(Finding::code).toList();
  }

  @Test
  void leavesOutWhatDoesNotCountAnyMoreOrYet() {
    Corim expired = corim("a").validity(Validity.until(inSeconds(-1))).build();
    Corim later = corim("b").validity(Validity.between(inSeconds(5), inSeconds(9))).build();
    Corim current = corim("c").validity(Validity.until(inSeconds(7))).build();

    CorimStore store =
        builder()
            .add(expired, Corpus.ENDORSER)
            .add(later, Corpus.ENDORSER)
            .add(current, Corpus.ENDORSER)
            .build();

    assertEquals(1, store.size());
    assertEquals(
        List.of(AppraisalCodes.CORIM_EXPIRED, AppraisalCodes.CORIM_NOT_YET_VALID), codes(store));
    assertEquals(Optional.of(NOW.plusSeconds(5)), store.nextChange());
  }

  @Test
  void skipsWhatExpiresAfterTheStoreWasMade() throws Exception {
    CorimStore store =
        builder()
            .add(corim("a").validity(Validity.until(inSeconds(7))).build(), Corpus.ENDORSER)
            .build();
    Appraiser now = Appraiser.of(store).clock(Corpus.CLOCK);
    Appraiser later = now.clock(Clock.fixed(NOW.plusSeconds(8), ZoneOffset.UTC));

    assertEquals(2, now.appraise(List.of(EVIDENCE)).acs().entries().size());
    assertEquals(1, later.appraise(List.of(EVIDENCE)).acs().entries().size());
    assertEquals(
        Outcome.Result.SKIPPED, later.appraise(List.of(EVIDENCE)).outcomes().get(0).result());
  }

  @Test
  void leavesOutCorimsOfUnknownProfiles() {
    CorimProfileId profile = CorimProfileId.of("tag:example.com,2026:p");
    Corim corim = corim("a").profile(profile).build();

    CorimStore without = builder().add(corim, Corpus.ENDORSER).build();
    CorimStore with =
        builder()
            .profiles(CorimProfiles.NONE.with(CorimProfile.withoutRules(profile)))
            .add(corim, Corpus.ENDORSER)
            .build();

    assertEquals(List.of("UNKNOWN_PROFILE"), codes(without));
    assertEquals(0, without.size());
    assertEquals(1, with.size());
  }

  private static ConciseTag list(long until, String tag) {
    return list("l", until, tag);
  }

  private static ConciseTag list(String name, long until, String... tags) {
    List<TagIdentity> identities =
        List.of(tags).stream().map(tag -> TagIdentity.of(TagId.of(tag))).toList();
    return ConciseTag.of(
        Cotl.of(TagIdentity.of(TagId.of(name)), identities, Validity.until(inSeconds(until))));
  }

  @Test
  void demandsThatTagsAreOnAValidAndCompleteList() {
    Corim listed = corim("a").tag(list("l", 9, "tag a", "tag b")).build();
    Corim alsoListed = corim("b").build();
    Corim notListed = corim("c").build();
    CorimStore.Builder store = builder().requireCotl();

    CorimStore complete =
        store
            .add(listed, Corpus.ENDORSER)
            .add(alsoListed, Corpus.ENDORSER)
            .add(notListed, Corpus.ENDORSER)
            .build();
    CorimStore incomplete = builder().requireCotl().add(listed, Corpus.ENDORSER).build();
    CorimStore late =
        builder()
            .requireCotl()
            .add(corim("a").tag(list(-1, "tag a")).build(), Corpus.ENDORSER)
            .build();

    assertEquals(2, complete.size());
    assertEquals(List.of(AppraisalCodes.TAG_NOT_ACTIVATED), codes(complete));
    assertEquals(Optional.of(NOW.plusSeconds(9)), complete.nextChange());
    assertEquals(
        List.of(AppraisalCodes.COTL_INCOMPLETE, AppraisalCodes.TAG_NOT_ACTIVATED),
        codes(incomplete));
    assertEquals(
        List.of(AppraisalCodes.COTL_NOT_VALID, AppraisalCodes.TAG_NOT_ACTIVATED), codes(late));
    assertEquals(0, incomplete.size() + late.size());
  }

  @Test
  void countsATagAsLongAsTheLongestOfItsLists() throws Exception {
    CorimStore store =
        builder()
            .requireCotl()
            .add(
                corim("a").tag(list(7, "tag a")).tag(list("m", 9, "tag a")).build(),
                Corpus.ENDORSER)
            .build();
    Appraiser appraiser = Appraiser.of(store);

    for (int second : new int[] {7, 9, 10}) {
      Clock then = Clock.fixed(NOW.plusSeconds(second), ZoneOffset.UTC);
      Appraisal appraisal = appraiser.clock(then).appraise(List.of(EVIDENCE));
      assertEquals(second <= 9 ? 2 : 1, appraisal.acs().entries().size(), "second " + second);
    }
    assertEquals(Optional.of(NOW.plusSeconds(7)), store.nextChange());
  }

  @Test
  void knowsWhenAListWillCount() {
    Validity soon = Validity.between(inSeconds(3), inSeconds(9));
    ConciseTag list =
        ConciseTag.of(
            Cotl.of(
                TagIdentity.of(TagId.of("l")), List.of(TagIdentity.of(TagId.of("tag a"))), soon));

    CorimStore early =
        builder().requireCotl().add(corim("a").tag(list).build(), Corpus.ENDORSER).build();
    CorimStore late =
        builder()
            .requireCotl()
            .add(corim("a").tag(list(-1, "tag a")).build(), Corpus.ENDORSER)
            .build();

    assertEquals(Optional.of(NOW.plusSeconds(3)), early.nextChange());
    assertEquals(0, early.size());
    assertEquals(Optional.empty(), late.nextChange());
  }

  @Test
  void remarksOnLinksThatItDoesNotFollow() {
    Comid comid =
        Comid.builder(TagIdentity.of(TagId.of("t")), TRIPLES)
            .linkedTags(List.of(LinkedTag.of(TagId.of("other"), LinkedTag.SUPPLEMENTS)))
            .build();

    CorimStore store = builder().add(Corpus.corim("a", comid), Corpus.ENDORSER).build();

    assertEquals(List.of(AppraisalCodes.LINKED_TAG), codes(store));
    assertEquals(1, store.size());
  }

  @Test
  void leavesOutTheTagWhoseSoftwareIsNotThere() {
    CoswidTriple triple =
        new CoswidTriple(Corpus.environment("V"), List.of(TagId.of("example.com-s")));
    Comid comid =
        Corpus.comid("t", Triples.builder().reference(TRIPLES.reference()).coswid(triple).build());
    ConciseSwidTag software =
        ConciseSwidTag.builder(TagId.of("example.com-s"), "s")
            .softwareVersion("1")
            .addEntity(EntityEntry.builder("e", Role.TAG_CREATOR).build())
            .build();

    CorimStore without = Corpus.store(AppraisalOptions.RECOMMENDED, Corpus.corim("c", comid));
    CorimStore dropped =
        Corpus.store(
            AppraisalOptions.RECOMMENDED.with(Alternative.DROP_TRIPLE), Corpus.corim("c", comid));
    Corim both =
        Corim.builder(TagId.of("c")).tag(ConciseTag.of(comid)).tag(ConciseTag.of(software)).build();

    assertEquals(List.of("COSWID_MISSING"), codes(without));
    assertEquals(0, without.size());
    assertEquals(1, dropped.size());
    assertEquals(1, Corpus.store(AppraisalOptions.RECOMMENDED, both).size());
  }

  @Test
  void refusesRepeatedMkeysIfAskedTo() {
    Triples triples =
        Triples.builder()
            .reference(
                reference("V", Corpus.measurement("x", "n"), Corpus.measurement("x", "m")),
                reference("V", Corpus.measurement("x", "n")))
            .build();
    Corim corim = Corpus.corim("c", Corpus.comid("t", triples));
    AppraisalOptions reject = AppraisalOptions.RECOMMENDED.with(Alternative.REJECT_REPEATED_MKEY);

    assertEquals(2, Corpus.store(AppraisalOptions.RECOMMENDED, corim).size());
    assertEquals(0, Corpus.store(reject, corim).size());
    assertEquals(1, Corpus.store(reject.with(Alternative.DROP_TRIPLE), corim).size());
    assertEquals(List.of(AppraisalCodes.TRIPLE_INVALID), codes(Corpus.store(reject, corim)));
  }

  @Test
  void countsTheSameTagOnce() {
    CorimStore store =
        builder()
            .add(corim("a").build(), Corpus.ENDORSER)
            .add(corim("a").build(), Corpus.ENDORSER)
            .add(corim("a").build(), Corpus.ATTESTER)
            .build();

    assertEquals(2, store.size());
    assertTrue(store.diagnostics().isEmpty());
    assertEquals(Optional.empty(), store.nextChange());
  }

  @Test
  void leavesOutAnInvalidTagAndKeepsTheRest() throws Exception {
    Corim corim = corim("a").build();
    Bytes wire = withAnotherTag(corim, Bytes.of(0xA0));
    Findings findings = new Findings(CorimOptions.FOR_STORES);

    Corim read = Corim.decode(wire, CorimProfiles.NONE, findings);
    CorimStore store = builder().add(read, Corpus.ENDORSER).remarks(findings.toList()).build();

    assertEquals(corim.tags(), read.tags());
    assertEquals(1, store.size());
    assertEquals(List.of("INVALID_TAG"), codes(store));
    assertEquals("corim/1/1", store.diagnostics().get(0).path());
    assertThrows(DecodingException.class, () -> Corim.decode(wire, CorimOptions.STRICT));
    assertThrows(DecodingException.class, () -> Corim.decode(wire, CorimOptions.LENIENT));
  }

  @Test
  void refusesACorimWithoutAnyValidTag() {
    CborWriter out = new CborWriter().writeTag(501).startMap(2).writeInt(0).writeText("a");
    out.writeInt(1).startArray(1).writeTag(506).writeBytes(Bytes.of(0xA0));

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> Corim.decode(out.toBytes(), CorimOptions.FOR_STORES));

    assertEquals("INVALID_TAG", e.code());
  }

  private static Bytes withAnotherTag(Corim corim, Bytes content) {
    CborWriter out = new CborWriter().writeTag(501).startMap(2).writeInt(0).writeText("a");
    out.writeInt(1).startArray(2).writeTag(506).writeBytes(corim.tags().get(0).content());
    return out.writeTag(506).writeBytes(content).toBytes();
  }
}
