package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Flags;
import org.rats4j.corim.comid.KeyConditions;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.MaskedRawValue;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** What tuples hold, and which parts of evidence come into them. */
class TupleTest {
  private static final CorimProfileId PROFILE = CorimProfileId.of("tag:example.com,2026:p");
  private static final Environment A = Corpus.environment("A");
  private static final Environment B = Corpus.environment("B");
  private static final Authority MAKER = Corpus.ENDORSER;
  private static final CryptoKey KEY = Corpus.key("key");

  private static final ElementEct ELEMENTS =
      Corpus.evidence(A, Corpus.measurement("x", "n"), Corpus.measurement("y", "m"));
  private static final KeyEct KEYS = KeyEct.of(KeyEct.ATTEST_KEY, A, MAKER, List.of(KEY));
  private static final MembershipEct MEMBERS = MembershipEct.of(A, MAKER, List.of(B));
  private static final TrustEct TRUSTEES = TrustEct.of(A, MAKER, List.of(B));

  @Test
  void areNeverEmpty() {
    assertThrows(IllegalArgumentException.class, () -> Corpus.evidence(A));
    assertThrows(
        IllegalArgumentException.class, () -> ElementEct.of(-1, A, MAKER, ELEMENTS.elements()));
    assertThrows(IllegalArgumentException.class, () -> KeyEct.of(0, A, MAKER, List.of()));
    assertThrows(IllegalArgumentException.class, () -> KeyEct.of(-1, A, MAKER, List.of(KEY)));
    assertThrows(IllegalArgumentException.class, () -> MembershipEct.of(A, MAKER, List.of()));
    assertThrows(IllegalArgumentException.class, () -> TrustEct.of(A, MAKER, List.of()));
  }

  @Test
  void keepTheirProfile() {
    List<Ect> plain = List.of(ELEMENTS, KEYS, MEMBERS, TRUSTEES);
    List<Ect> profiled =
        List.of(
            ELEMENTS.withProfile(PROFILE),
            KEYS.withProfile(PROFILE),
            MEMBERS.withProfile(PROFILE),
            TRUSTEES.withProfile(PROFILE));

    for (int i = 0; i < plain.size(); i++) {
      assertEquals(Optional.empty(), plain.get(i).profile());
      assertEquals(Optional.of(PROFILE), profiled.get(i).profile());
      assertEquals(plain.get(i).environment(), profiled.get(i).environment());
      assertNotEquals(plain.get(i), profiled.get(i));
    }
  }

  @Test
  void areTheSameIfTheySayTheSame() {
    assertEquals(
        ELEMENTS, Corpus.evidence(A, Corpus.measurement("y", "m"), Corpus.measurement("x", "n")));
    assertEquals(KEYS, KeyEct.of(KeyEct.ATTEST_KEY, A, MAKER, List.of(KEY)));
    assertNotEquals(KEYS, KeyEct.of(KeyEct.IDENTITY_KEY, A, MAKER, List.of(KEY)));
    assertNotEquals(KEYS, KEYS.withKeyId(MeasurementKey.of("fw")));
    assertEquals(Optional.empty(), KEYS.keyId());
    assertEquals(
        Optional.of(MeasurementKey.of("fw")), KEYS.withKeyId(MeasurementKey.of("fw")).keyId());
    assertEquals(MEMBERS, MembershipEct.of(A, MAKER, List.of(B)));
    assertNotEquals(MEMBERS, MembershipEct.of(A, MAKER, List.of(A)));
    assertEquals(TRUSTEES, TrustEct.of(A, MAKER, List.of(B)));
    assertNotEquals(TRUSTEES, TrustEct.of(A, MAKER, List.of(A)));
  }

  @Test
  void sayWhatTheyAreAndOfWhat() {
    for (Ect ect : List.of(ELEMENTS, KEYS, MEMBERS, TRUSTEES)) {
      assertTrue(ect.toString().contains("of "), ect::toString);
    }
    assertTrue(KEYS.toString().startsWith("attest keys of "));
    assertTrue(
        KeyEct.of(KeyEct.IDENTITY_KEY, A, MAKER, List.of(KEY))
            .toString()
            .startsWith("identity keys of "));
  }

  @Test
  void areAllInTheEncodingOfTheAcs() throws Exception {
    Triples triples =
        Triples.builder()
            .reference(new ValuesTriple(A, List.of(Corpus.measurement("x", "n"))))
            .build();

    Acs acs = Corpus.appraise(Corpus.store(triples), ELEMENTS).acs();

    CborArray wire = (CborArray) CborItem.decode(acs.encode(), CorimOptions.STRICT);
    assertEquals(
        acs.entries().stream().map(Ect::encode).toList(),
        wire.items().stream().map(CborItem::encode).toList());
    Acs same = Corpus.appraise(Corpus.store(triples), ELEMENTS).acs();
    assertEquals(acs, same);
    assertEquals(acs.hashCode(), same.hashCode());
    assertNotEquals(acs, Acs.of(List.of(ELEMENTS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.rats4j.corim.appraisal.SlotIndexTest#kinds")
  void referenceValuesVouchForNothingElse(
      String name, java.util.function.IntFunction<MeasurementValues.Builder> values) {
    MeasurementValues wanted = values.apply(7).build();
    MeasurementValues more = values.apply(7).flags(Flags.NONE.with(Flags.IS_SECURE, true)).build();
    Triples triples =
        Triples.builder().reference(new ValuesTriple(A, List.of(Measurement.of(wanted)))).build();

    Appraisal appraisal =
        Corpus.appraise(Corpus.store(triples), Corpus.evidence(A, Measurement.of(more)));

    ElementEct vouched = appraisal.acs().elements(ElementEct.REFERENCE_VALUES).get(0);
    assertEquals(wanted, vouched.elements().get(0).claims());
  }

  private static Measurement holding(String element) {
    return Measurement.of(
        MeasurementKey.of(element), MeasurementValues.builder().cryptoKeys(List.of(KEY)).build());
  }

  @Test
  void holdAKeyOfAnElementOnlyIfThatElementHasIt() throws Exception {
    KeyConditions ofFirmware = KeyConditions.of(MeasurementKey.of("fw"));
    Triples triples =
        Triples.builder()
            .attestKey(KeyTriple.of(A, List.of(KEY)).withConditions(ofFirmware))
            .build();
    Appraiser appraiser =
        Appraiser.of(Corpus.store(triples))
            .clock(Corpus.CLOCK)
            .keyVerifier((key, type, environment, now) -> KeyVerifier.Verdict.VERIFIED);

    Appraisal there = appraiser.appraise(List.of(Corpus.evidence(A, holding("fw"))));
    Appraisal elsewhere = appraiser.appraise(List.of(Corpus.evidence(A, holding("boot"))));

    assertEquals(Optional.of(MeasurementKey.of("fw")), there.acs().keys().get(0).keyId());
    assertTrue(there.describe().contains("of element fw"));
    assertTrue(
        new String(there.toJson().toByteArray(), java.nio.charset.StandardCharsets.UTF_8)
            .contains("\"keyId\":"));
    assertTrue(elsewhere.acs().keys().isEmpty());
  }

  private static MeasurementValues.Builder raw(int... value) {
    return MeasurementValues.builder().rawValue(Corpus.bytes(Bytes.of(value)));
  }

  @ParameterizedTest
  @CsvSource({"f0, SATISFIED", "0f, VALUE_DIFFERS", "f0f0, MASK_LENGTH"})
  void compareRawValuesWhereTheMaskHasOnes(String mask, Comparison expected) {
    MeasurementValues condition = raw(0x12).rawValueMask(Bytes.ofHex(mask)).build();

    assertEquals(expected, RawValueRule.compare(condition, raw(0x13).build()));
  }

  @Test
  void compareRawValuesOfOneLengthAndWithoutMaskInTheState() {
    MeasurementValues plain = raw(1, 2).build();
    MeasurementValues masked =
        MeasurementValues.builder()
            .rawValue(new MaskedRawValue(Bytes.of(1, 0), Bytes.of(255, 0)))
            .build();

    assertEquals(Comparison.SATISFIED, RawValueRule.compare(plain, plain));
    assertEquals(Comparison.VALUE_DIFFERS, RawValueRule.compare(plain, raw(1, 3).build()));
    assertEquals(Comparison.LENGTH_DIFFERS, RawValueRule.compare(plain, raw(1).build()));
    assertEquals(Comparison.LENGTH_DIFFERS, RawValueRule.compare(masked, raw(1).build()));
    assertEquals(Comparison.SATISFIED, RawValueRule.compare(masked, plain));
    assertEquals(Comparison.ENTRY_MASKED, RawValueRule.compare(plain, masked));
    assertEquals(
        Comparison.ENTRY_MASKED,
        RawValueRule.compare(plain, raw(1, 2).rawValueMask(Bytes.of(255, 255)).build()));
    assertFalse(RawValueRule.compare(masked, raw(2, 2).build()).isSatisfied());
  }
}
