package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.KeyConditions;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

class StoreLookupTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Authority MAKER = Authority.of(bytes("maker"));
  private static final CryptoKey KEY = new TaggedBytes(Bytes.ofUtf8("key"));
  private static final CryptoKey OTHER_KEY = new TaggedBytes(Bytes.ofUtf8("other key"));

  private static TaggedBytes bytes(String text) {
    return new TaggedBytes(Bytes.ofUtf8(text));
  }

  private static Environment device(String name, String instance) {
    return Environment.builder()
        .environmentClass(EnvironmentClass.of(bytes(name)))
        .instance(bytes(instance))
        .build();
  }

  private static Environment all(String name) {
    return Environment.of(EnvironmentClass.of(bytes(name)));
  }

  private static Corim.Builder corim(String name, Triples.Builder triples) {
    return Corim.builder(TagId.of(name))
        .tag(ConciseTag.of(Comid.builder(TagIdentity.of(TagId.of(name)), triples.build()).build()));
  }

  private static Triples.Builder key(Environment environment, CryptoKey key) {
    return Triples.builder().attestKey(KeyTriple.of(environment, List.of(key)));
  }

  private static Measurement svn(long value) {
    return Measurement.of(MeasurementValues.builder().svn(Svn.of(value)).build());
  }

  private static Triples.Builder reference(Environment environment, long svn) {
    return Triples.builder().reference(new ValuesTriple(environment, List.of(svn(svn))));
  }

  @Test
  void findsTheKeysOfADeviceAndOfItsClass() {
    CorimStore store =
        CorimStore.builder()
            .add(corim("a", key(device("c", "1"), KEY)).build(), MAKER)
            .add(corim("b", key(all("c"), OTHER_KEY)).build(), MAKER)
            .build();

    assertEquals(2, store.attestKeys(device("c", "1"), NOW).size());
    assertEquals(List.of(OTHER_KEY), store.attestKeys(device("c", "2"), NOW));
    assertEquals(List.of(), store.attestKeys(device("d", "1"), NOW));
  }

  @Test
  void findsNoKeyThatIdentifiesOnly() {
    Triples.Builder identity = Triples.builder().identity(KeyTriple.of(all("c"), List.of(KEY)));
    CorimStore store = CorimStore.builder().add(corim("a", identity).build(), MAKER).build();

    assertEquals(List.of(), store.attestKeys(all("c"), NOW));
  }

  @Test
  void findsNoKeyThatExpired() {
    Corim corim =
        corim("a", key(all("c"), KEY))
            .validity(Validity.until(EpochTime.of(NOW.plusSeconds(10))))
            .build();
    CorimStore store =
        CorimStore.builder()
            .clock(java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC))
            .add(corim, MAKER)
            .build();

    assertEquals(List.of(KEY), store.attestKeys(all("c"), NOW));
    assertEquals(List.of(), store.attestKeys(all("c"), NOW.plusSeconds(11)));
  }

  private static List<CryptoKey> keysUnder(KeyConditions conditions) {
    KeyTriple triple = KeyTriple.of(all("c"), List.of(KEY)).withConditions(conditions);
    CorimStore store =
        CorimStore.builder()
            .add(corim("a", Triples.builder().attestKey(triple)).build(), MAKER)
            .build();
    return store.attestKeys(all("c"), NOW);
  }

  @Test
  void findsNoKeyUnderConditionsThatItsSignatureAloneDoesNotMeet() {
    RawEntries newer = RawEntries.of(Map.of(Label.of(7), Bytes.of(1)));

    assertEquals(List.of(KEY), keysUnder(KeyConditions.authorizedBy(List.of(KEY))));
    assertEquals(List.of(), keysUnder(KeyConditions.authorizedBy(List.of(OTHER_KEY))));
    assertEquals(
        List.of(),
        keysUnder(KeyConditions.authorizedBy(List.of(KEY)).withKey(MeasurementKey.of("firmware"))));
    assertEquals(List.of(), keysUnder(KeyConditions.ofUnknown(newer)));
  }

  @Test
  void knowsOfWhatThereAreReferenceValues() {
    CorimStore store =
        CorimStore.builder().add(corim("a", reference(all("c"), 1)).build(), MAKER).build();

    assertTrue(store.hasReferenceValues(device("c", "1"), NOW));
    assertFalse(store.hasReferenceValues(device("d", "1"), NOW));
  }

  @Test
  void appraisesByBothOfTwoStores() throws Exception {
    CorimStore below =
        CorimStore.builder()
            .add(corim("a", reference(all("c"), 1)).build(), MAKER)
            .add(corim("b", reference(all("c"), 2)).build(), MAKER)
            .build();
    CorimStore above =
        CorimStore.builder(below.options())
            .above(below)
            .add(corim("c", reference(device("c", "1"), 1)).build(), MAKER)
            .add(corim("d", reference(device("c", "1"), 3)).build(), MAKER)
            .build();
    ElementEct evidence =
        ElementEct.evidence(
            device("c", "1"), MAKER, List.of(Element.of(svn(1)), Element.of(svn(2))));

    Appraisal appraisal = Appraiser.of(above).appraise(List.of(evidence));

    assertEquals(4, above.size());
    assertEquals(4, appraisal.acs().entries().size());
    assertEquals(
        List.of("a", "b", "c", "d"),
        appraisal.outcomes().stream().map(outcome -> outcome.origin().corim() + "").toList());
    for (ElementEct added : appraisal.acs().elements(ElementEct.REFERENCE_VALUES)) {
      assertEquals(1, appraisal.derivations(added).size());
    }
    assertEquals(2, below.size());
    assertEquals(3, Appraiser.of(below).appraise(List.of(evidence)).acs().entries().size());
  }

  @Test
  void looksUpInBothOfTwoStores() throws Exception {
    Instant soon = NOW.plusSeconds(10);
    Instant later = NOW.plusSeconds(20);
    CorimStore below =
        stackable()
            .add(expiring("a", key(all("c"), KEY), later), MAKER)
            .add(expiring("b", reference(all("c"), 1), later), MAKER)
            .build();
    CorimStore above =
        stackable().above(below).add(expiring("c", key(all("c"), OTHER_KEY), soon), MAKER).build();

    assertEquals(2, above.attestKeys(all("c"), NOW).size());
    assertTrue(above.hasReferenceValues(all("c"), NOW));
    assertFalse(above.hasReferenceValues(all("c"), later.plusSeconds(1)));
    assertEquals(Optional.of(later), below.nextChange());
    assertEquals(Optional.of(soon), above.nextChange());
    assertEquals(Optional.of(soon), stackable().above(above).build().nextChange());
    CorimStore swapped =
        stackable().above(above).add(expiring("d", key(all("d"), KEY), later), MAKER).build();
    assertEquals(Optional.of(soon), swapped.nextChange());
    assertEquals(Optional.empty(), stackable().above(stackable().build()).build().nextChange());
  }

  private static CorimStore.Builder stackable() {
    return CorimStore.builder().clock(java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC));
  }

  private static Corim expiring(String name, Triples.Builder triples, Instant until) {
    return corim(name, triples).validity(Validity.until(EpochTime.of(until))).build();
  }

  @Test
  void refusesToStackStoresOfOtherOptions() {
    CorimStore below = CorimStore.builder(AppraisalOptions.DRAFT_11_LITERAL).build();
    CorimStore.Builder above = CorimStore.builder(AppraisalOptions.RECOMMENDED);

    assertThrows(IllegalArgumentException.class, () -> above.above(below));
  }

  private static Environment environment(String name, String vendor, String instance) {
    EnvironmentClass.Builder named = EnvironmentClass.builder().id(bytes(name));
    if (!vendor.isEmpty()) {
      named.vendor(vendor);
    }
    Environment.Builder environment = Environment.builder().environmentClass(named.build());
    return instance.isEmpty() ? environment.build() : environment.instance(bytes(instance)).build();
  }

  private static List<NearEnvironments> unknown(Environment evidence, Environment... known)
      throws Exception {
    CorimStore.Builder store = CorimStore.builder();
    for (int i = 0; i < known.length; i++) {
      store.add(corim("corim " + i, reference(known[i], i)).build(), MAKER);
    }
    return Appraiser.of(store.build())
        .appraise(List.of(ElementEct.evidence(evidence, MAKER, List.of(Element.of(svn(3))))))
        .unknownEnvironments();
  }

  @Test
  void saysWhichEnvironmentsComeNearest() throws Exception {
    Environment evidence = environment("c", "", "1");

    NearEnvironments near =
        unknown(
                evidence,
                environment("d", "", ""),
                environment("c", "ACME", "2"),
                environment("d", "ACME", "1"),
                environment("c", "", "2"),
                environment("c", "ACME", ""),
                environment("c", "", "2"))
            .get(0);

    assertEquals(evidence, near.environment());
    assertEquals(5, near.compared());
    assertEquals(6, near.corims());
    assertEquals(
        List.of(
            environment("c", "", "2"), environment("c", "ACME", ""), environment("c", "ACME", "2")),
        near.nearest().stream().map(NearEnvironments.Near::environment).toList());
    assertEquals(
        List.of(new NearEnvironments.Difference("instance", "560(h'32')", "560(h'31')")),
        near.nearest().get(0).differences());
    assertEquals(
        List.of(new NearEnvironments.Difference("class.vendor", "\"ACME\"", "")),
        near.nearest().get(1).differences());
    assertEquals("corim 3", near.nearest().get(0).origin().corim().toString());
    assertEquals(
        "compared with 5 environments of 6 CoRIMs, of which these come nearest", near.scope());
  }

  @Test
  void namesNoNearEnvironmentIfOneIsThere() throws Exception {
    assertEquals(List.of(), unknown(environment("c", "", "1"), environment("c", "", ""), all("d")));
  }

  @Test
  void saysThatThereAreNoReferenceValuesAtAll() throws Exception {
    NearEnvironments near = unknown(environment("c", "", "1")).get(0);

    assertTrue(near.scope().startsWith("no CoRIM that counts at this time has any"));
    assertEquals(List.of(), near.nearest());
  }

  @Test
  void tellsEnvironmentsApartByWhatNoRuleKnows() throws Exception {
    Environment strange =
        Environment.builder()
            .environmentClass(EnvironmentClass.of(bytes("c")))
            .unknown(RawEntries.of(Map.of(Label.of(77), Bytes.of(1))))
            .build();

    NearEnvironments near = unknown(environment("c", "", "1"), strange).get(0);

    assertEquals("members that no rule knows", near.nearest().get(0).differences().get(0).member());
  }
}
