package org.rats4j.corim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.corim.comid.Comid;

class CorimDecodingTest {
  private static final String COMID =
      "{1: {0: \"t\"}, 4: {0: [[{1: 560(h'01')}, [{1: {11: \"n\"}}]]]}}";

  private static Bytes cbor(String edn) throws DecodingException {
    return Diagnostic.parse(edn.replace("COMID", "506(<<" + COMID + ">>)")).encode();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{0: \"c\", 1: [COMID]} | UNTAGGED_CORIM | corim",
        "500(501({0: \"c\", 1: [COMID]})) | LEGACY_TAG_500 | corim",
        "502({0: \"c\", 1: [COMID]}) | UNEXPECTED_STRUCTURE | corim",
        "501([]) | UNEXPECTED_STRUCTURE | corim",
        "501({}) | EMPTY | corim",
        "501({1: [COMID]}) | MISSING_KEY | corim",
        "501({0: \"c\"}) | MISSING_KEY | corim",
        "501({0: \"c\", 1: []}) | EMPTY | corim/1",
        "501({0: \"c\", 1: [506(h'')]}) | TRUNCATED | corim/1/0",
        "501({0: \"c\", 1: [506(<<[]>>)]}) | UNEXPECTED_STRUCTURE | corim/1/0",
        "501({0: \"c\", 1: [COMID, 508(<<{0: {0: \"l\"}}>>)]}) | MISSING_KEY | corim/1/1",
        "501({0: \"c\", 1: [506({})]}) | UNWRAPPED_TAG_CONTENT | corim/1/0",
        "501({0: \"c\", 1: [h'']}) | WRAPPED_TAG_IN_BSTR | corim/1/0",
        "501({0: \"c\", 1: [37(h'')]}) | TAG_NOT_ALLOWED | corim/1/0",
        "501({0: \"c\", 1: [COMID], 2: [{0: []}]}) | EMPTY | corim/2/0/0",
        "501({0: \"c\", 1: [COMID], 2: [{0: \"u\"}]}) | UNTAGGED_URI | corim/2/0/0",
        "501({0: \"c\", 1: [COMID], 2: [{0: 32(\"u\"), 1: []}]}) | EMPTY | corim/2/0/1",
        "501({0: \"c\", 1: [COMID], 3: h'5502'}) | UNTAGGED_OID | corim/3",
        "501({0: \"c\", 1: [COMID], 3: 32(\"p\")}) | UNKNOWN_PROFILE | corim/3",
        "501({0: \"c\", 1: [COMID], 4: {0: 1(1)}}) | MISSING_KEY | corim/4",
        "501({0: \"c\", 1: [COMID], 4: {1: 1}}) | UNTAGGED_TIME | corim/4/1",
        "501({0: \"c\", 1: [COMID], 4: {1: 1(NaN)}}) | INVALID_VALUE | corim/4/1",
        "501({0: \"c\", 1: [COMID], 5: [{0: \"a\", 2: [2]}, {0: \"b\", 2: [1, 2]}]})"
            + " | TWO_SIGNERS | corim/5",
        "501({0: \"c\", 1: [COMID], \"x\": 1}) | TEXT_KEY | corim/x",
      })
  void rejects(String edn, String code, String path) throws Exception {
    Bytes cbor = cbor(edn);

    DecodingException e = assertThrows(DecodingException.class, () -> Corim.decode(cbor));

    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  @Test
  void decodesAndEncodesTheSameBytes() throws Exception {
    Bytes cbor = everything();

    Corim corim = Corim.decode(cbor, CorimProfiles.NONE.keepingUnknown(), strict());

    assertEquals(cbor, corim.encode());
    assertEquals(Instant.ofEpochSecond(2), corim.validity().orElseThrow().notAfter().toInstant());
    assertEquals(
        ConciseTag.of(Comid.decode(Diagnostic.parse(COMID).encode())), corim.tags().get(0));
  }

  @Test
  void keepsTagsAsTheyWereReceived() throws Exception {
    Bytes unsorted =
        Bytes.ofHex("a204a1008182a101d902304101").concat(Bytes.ofHex("81a101a10b616e"));
    Bytes comid = unsorted.concat(Bytes.ofHex("01a1006174"));
    Bytes cbor = cbor("501({0: \"c\", 1: [506(h'" + comid.toHex() + "')]})");

    Corim corim = Corim.decode(cbor);

    assertEquals(comid, corim.tags().get(0).content());
    assertEquals(cbor, corim.encode());
  }

  @Test
  void writesWhatNeededALeniencyInTheFormOfToday() throws Exception {
    Bytes old = cbor("500({0: \"c\", 1: [h'" + cbor("COMID").toHex() + "']})");

    Corim corim = Corim.decode(old, CorimOptions.LENIENT);

    assertEquals(cbor("501({0: \"c\", 1: [COMID]})"), corim.encode());
  }

  /** Diagnostic notation is encoded with definite lengths, hence the bytes. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "aComidInAByteString, d901f5a20061630181d901fa581abf01a100617404a1008182a101d90230410181a101a10b616eff",
    "aComidWithoutByteString, d901f5a20061630181d901fabf01a100617404a1008182a101d90230410181a101a10b616eff",
    "aComidWithoutTag, d901f5a20061630181581abf01a100617404a1008182a101d90230410181a101a10b616eff",
    "aCoswid, d901f5a20061630181d901f957bf006261620c0101616e0d613102a2181f6165182101ff",
    "aCotl, d901f5a20061630181d901fc52a300bf00616cff0181a100617402a101c101",
    "anotherTag, d901f5a20061630181da000111709f01ff"
  })
  void writesItemsOfIndefiniteLengthAsStrictReadersTakeThem(String tag, String hex)
      throws Exception {
    Corim corim = Corim.decode(Bytes.ofHex(hex), CorimOptions.LENIENT);

    assertEquals(corim, Corim.decode(corim.encode()), tag);
  }

  @Test
  void remarksOnTheTagsTogether() throws Exception {
    String coswidTriple =
        "506(<<{1: {0: \"u\"}, 4: {6: [[{1: 560(h'01')}, [\"missing\"]]],"
            + " 5: [[{1: 560(h'01')}, [{1: 560(h'01')}]]]}}>>)";
    Corim corim = Corim.decode(cbor("501({0: \"c\", 1: [COMID, COMID, " + coswidTriple + "]})"));

    List<String> remarks =
        corim.check().stream().map(finding -> finding.code() + " " + finding.path()).toList();

    assertEquals(
        List.of(
            "DUPLICATE_TAG_ID corim/1/1",
            "SELF_EDGE corim/1/2/4/5/0",
            "COSWID_MISSING corim/1/2",
            "SIGNER_ENTITY_MISSING corim"),
        remarks);
  }

  @Test
  void holdsTagsToTheRulesOfTheirProfile() throws Exception {
    CorimProfileId id = CorimProfileId.of("urn:p");
    CorimProfile profile =
        CorimProfile.builder(id)
            .rule(
                comid ->
                    List.of(new Finding("R", Finding.Severity.ERROR, "comid/4", "no such triples")))
            .build();
    Bytes cbor = cbor("501({0: \"c\", 1: [COMID], 3: 32(\"urn:p\")})");

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> Corim.decode(cbor, CorimProfiles.NONE.with(profile), strict()));

    assertEquals("PROFILE_RULE", e.code());
    assertEquals("corim/1/0/4", e.path());
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] wire = everything().toByteArray();
    for (int i = 0; i < 3; i++) {
      wire[random.nextInt(wire.length)] = (byte) random.nextInt();
    }
    try {
      Corim corim = Corim.decode(Bytes.copyOf(wire), CorimOptions.LENIENT);
      corim.check();
      corim.encode();
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  private static Findings strict() {
    return new Findings(CorimOptions.STRICT);
  }

  private static Bytes everything() throws DecodingException {
    return cbor(
        """
        501({0: h'31fb5abf023e4992aa4e95f9c1503bfa',
          1: [COMID, 505(<<{0: "ab", 12: 1, 1: "n", 13: "1", 2: {31: "e", 33: 1}}>>),
              507(<<{}>>), 508(<<{0: {0: "l", 1: 3}, 1: [{0: "t"}], 2: {1: 1(1.5)}}>>), 70000([1])],
          2: [{0: 32("u"), 1: [99, h'00']}, {0: [32("u")], 1: [[99, h'00']]}],
          3: 32("urn:p"), 4: {0: 1(1), 1: 1(2)}, 5: [{0: "e", 1: 32("u"), 2: [1, 2, 77], -1: []}],
          -7: {1: 2}})
        """);
  }
}
