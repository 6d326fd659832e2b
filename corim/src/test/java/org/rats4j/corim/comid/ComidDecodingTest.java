package org.rats4j.corim.comid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
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
import org.rats4j.core.Digest;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.corim.CorimOptions;

class ComidDecodingTest {
  /** A CoMID with one reference triple; the mark stands for its measured values. */
  private static final String ONE =
      "{1: {0: \"t\"}, 4: {0: [[{0: {0: 560(h'01')}}, [{0: \"k\", 1: {%s}}]]]}}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{4: {0: [[{1: 560(h'')}, [{1: {11: \"\"}}]]]}} | UNEXPECTED_STRUCTURE | MISSING_KEY | comid",
        "{1: {0: \"t\"}} | UNEXPECTED_STRUCTURE | MISSING_KEY | comid",
        "{1: {0: \"t\"}, 4: {}} | UNEXPECTED_STRUCTURE | EMPTY | comid/4",
        "{1: {0: \"t\"}, 4: {7: []}} | UNEXPECTED_STRUCTURE | RESERVED_KEY | comid/4/7",
        "{1: {0: \"t\"}, 4: {0: []}} | UNEXPECTED_STRUCTURE | EMPTY | comid/4/0",
        "{1: {0: \"t\"}, 4: {0: [[{}, []]]}} | UNEXPECTED_STRUCTURE | EMPTY | comid/4/0/0/0",
        "{1: {0: \"t\"}, 4: {0: [[{1: 556(\"\")}, []]]}} | UNEXPECTED_STRUCTURE | TAG_NOT_ALLOWED | comid/4/0/0/0/1",
        "{1: {0: \"t\"}, 4: {0: [[{1: h''}, []]]}} | UNEXPECTED_STRUCTURE | UNTAGGED | comid/4/0/0/0/1",
        "{1: {0: \"t\"}, 4: {0: [[{1: 37(h'00')}, []]]}} | INVALID_VALUE | INVALID_VALUE | comid/4/0/0/0/1",
        "{1: {0: \"t\"}, 4: {0: [[{0: {0: 111(h'80')}}, []]]}} | INVALID_VALUE | INVALID_VALUE | comid/4/0/0/0/0/0",
        "{1: {0: \"t\"}, 4: {0: [[{0: {2: \"m\"}}, []]]}} | INVALID_VALUE | MODEL_WITHOUT_VENDOR | comid/4/0/0/0/0",
        "{1: {0: \"t\"}, 4: {0: [[{1: 560(h'')}, []]]}} | UNEXPECTED_STRUCTURE | EMPTY | comid/4/0/0/1",
        "{1: {0: \"t\"}, 4: {0: [[{1: 560(h'')}, {1: {}}]]}} | UNEXPECTED_STRUCTURE | SINGLE_MEASUREMENT_MAP | comid/4/0/0/1",
        "{1: {0: \"t\"}, 4: {0: [[{1: 560(h'')}]]}} | UNEXPECTED_STRUCTURE | UNEXPECTED_STRUCTURE | comid/4/0/0",
        "{1: {0: \"t\"}, 4: {2: [[{1: 560(h'')}, [554(\"\")], null]]}} | UNEXPECTED_STRUCTURE | UNEXPECTED_STRUCTURE | comid/4/2/0/2",
        "{1: {0: \"t\"}, 4: {2: [[{1: 560(h'')}, [554(\"\")], {}]]}} | UNEXPECTED_STRUCTURE | EMPTY | comid/4/2/0/2",
        "{1: {0: \"t\"}, \"x\": 1} | UNEXPECTED_STRUCTURE | TEXT_KEY | comid/x",
        "{1: {0: \"t\"}, 2: [{0: \"n\", 2: []}]} | UNEXPECTED_STRUCTURE | EMPTY | comid/2/0/2",
        "{1: {0: h'00'}} | INVALID_VALUE | INVALID_VALUE | comid/1/0",
        "{1: {0: \"t\", 1: -1}} | UNEXPECTED_STRUCTURE | UNEXPECTED_STRUCTURE | comid/1/1",
        "[] | UNEXPECTED_STRUCTURE | UNEXPECTED_STRUCTURE | comid",
      })
  void rejects(String edn, DecodingException.Reason reason, String code, String path)
      throws Exception {
    Bytes cbor = Diagnostic.parse(edn).encode();

    DecodingException e = assertThrows(DecodingException.class, () -> Comid.decode(cbor));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0: {1: 1} | MISSING_KEY | 0",
        "1: -1 | UNEXPECTED_STRUCTURE | 1",
        "2: [] | EMPTY | 2",
        "2: [[99, h'00'], [99, h'01']] | DUPLICATE_DIGEST_ALGORITHM | 2",
        "3: {0: 1} | UNEXPECTED_STRUCTURE | 3/0",
        "3: {} | EMPTY_FLAGS_MAP | 3",
        "4: h'00' | UNTAGGED | 4",
        "4: 600(h'') | LEGACY_PSA_TAG | 4",
        "4: 563([h'']) | UNEXPECTED_STRUCTURE | 4",
        "5: h'00' | MASK_WITHOUT_VALUE | ",
        "4: 563([h'', h'']), 5: h'' | MASK_WITHOUT_VALUE | ",
        "6: h'00' | INVALID_VALUE | 6",
        "7: h'00' | INVALID_VALUE | 7",
        "9: h'00' | INVALID_VALUE | 9",
        "10: h'00' | INVALID_VALUE | 10",
        "12: 0 | RESERVED_KEY | 12",
        "13: [] | EMPTY | 13",
        "13: [558({2: h''})] | INVALID_VALUE | 13/0",
        "14: {} | EMPTY | 14",
        "14: {-1: [[99, h'00']]} | INVALID_VALUE | 14",
        "15: 2(h'010000000000000000') | UNEXPECTED_STRUCTURE | 15",
        "15: 564([1]) | UNEXPECTED_STRUCTURE | 15",
        "100: \"1\" | INVALID_VALUE | 100",
      })
  void rejectsMeasuredValues(String values, String code, String path) throws Exception {
    Bytes cbor = Diagnostic.parse(String.format(ONE, values)).encode();

    DecodingException e = assertThrows(DecodingException.class, () -> Comid.decode(cbor));

    assertEquals(code, e.code());
    assertEquals("comid/4/0/0/1/0/1" + (path == null ? "" : "/" + path), e.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4: 563([h'00', h'']) | MASK_LENGTH",
        "4: 560(h'00'), 5: h'' | MASK_LENGTH",
        "2: [[99, h'00'], [\"x\", h'00'], [1, h'%1$s'], [\"sha-256\", h'%1$s']] | DIGEST_ALG_ALIAS",
        "15: 564([2, 1]) | EMPTY_RANGE",
        "4: 70000([]) | UNKNOWN_CHOICE",
        "-1: {1: 2} | UNKNOWN_KEY",
        "3: {77: true} | UNKNOWN_KEY",
      })
  void keepsAndRemarks(String values, String code) throws Exception {
    String sha256 = "00".repeat(32);
    Bytes cbor = Diagnostic.parse(String.format(ONE, String.format(values, sha256))).encode();
    Findings findings = new Findings(CorimOptions.STRICT);

    Comid comid = Comid.decode(cbor, findings);

    assertEquals(List.of(code), findings.toList().stream().map(Finding::code).toList());
    assertEquals(cbor, comid.encode());
  }

  @Test
  void readsIntegersAtBothEndsOfTheirRange() throws Exception {
    String ends = "15: 564([-18446744073709551616, 18446744073709551615])";
    Bytes cbor = Diagnostic.parse(String.format(ONE, ends)).encode();

    Comid comid = Comid.decode(cbor);

    IntRange range = values(comid).intRange().orElseThrow();
    assertEquals(BigInteger.TWO.pow(64).negate(), range.min().orElseThrow());
    assertEquals(BigInteger.TWO.pow(64).subtract(BigInteger.ONE), range.max().orElseThrow());
    assertEquals(cbor, comid.encode());
  }

  @Test
  void tellsTheRegisterFiveFromTheRegisterOfThatName() throws Exception {
    String registers = "14: {5: [[99, h'01']], \"5\": [[99, h'02']]}";
    Bytes cbor = Diagnostic.parse(String.format(ONE, registers)).encode();

    Comid comid = Comid.decode(cbor);

    IntegrityRegisters read = values(comid).integrityRegisters().orElseThrow();
    assertEquals(List.of(Digest.of(99, Bytes.of(1))), read.registers().get(Label.of(5)));
    assertEquals(List.of(Digest.of(99, Bytes.of(2))), read.registers().get(Label.of("5")));
    assertEquals(cbor, comid.encode());
  }

  @Test
  void listsOnlyTheFirstOfManyFindings() throws Exception {
    StringBuilder unknown = new StringBuilder("-1: 0");
    for (int i = 2; i < 3000; i++) {
      unknown.append(", -").append(i).append(": 0");
    }
    Bytes cbor = Diagnostic.parse(String.format(ONE, unknown)).encode();
    Findings findings = new Findings(CorimOptions.STRICT);

    Comid comid = Comid.decode(cbor, findings);

    assertEquals(2999, values(comid).extensions().size());
    assertEquals(1001, findings.size());
    assertEquals("MORE_FINDINGS", findings.toList().get(1000).code());
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @Tag("seeded")
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] wire = EVERYTHING.toByteArray();
    for (int i = 0; i < 3; i++) {
      wire[random.nextInt(wire.length)] = (byte) random.nextInt();
    }
    try {
      Comid comid = Comid.decode(Bytes.copyOf(wire), CorimOptions.LENIENT);
      comid.check();
      assertTrue(comid.encode().size() > 0);
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  private static final Bytes EVERYTHING = everything();

  private static Bytes everything() {
    try {
      return Diagnostic.parse(
              """
              {0: "en", 1: {0: h'31fb5abf023e4992aa4e95f9c1503bfa', 1: 5},
               2: [{0: "n", 1: 32("https://x.example"), 2: [0, 1, 2], -1: 0}],
               3: [{0: "t", 1: 0}],
               4: {
                0: [[{0: {0: 111(h'5502'), 1: "v", 2: "m", 3: 1, 4: 2}, 1: 550(h'01020304050607'),
                      2: 560(h'01')},
                     [{0: 37(h'31fb5abf023e4992aa4e95f9c1503bfa'),
                       1: {0: {0: "1.0", 1: 16384}, 1: 553(3), 2: [[99, h'0102']],
                           3: {0: true, 1: false}, 4: 563([h'0f', h'ff']), 6: h'010203040506',
                           7: h'7f000001', 8: "s", 9: h'01020304050607',
                           10: h'31fb5abf023e4992aa4e95f9c1503bfa', 11: "n", 13: [554("k")],
                           14: {1: [[99, h'01']]}, 15: 564([null, 7]), -5: [1]},
                       2: [557([99, h'00']), 558({1: 1, -1: 4})]}]]],
                1: [[{1: 562(h'3000')}, [{0: 7, 1: {4: 560(h'01'), 5: h'01'}}]]],
                2: [[{1: 37(h'31fb5abf023e4992aa4e95f9c1503bfa')}, [555("c"), 556("p")],
                     {0: "k", 1: [559([99, h'01'])]}]],
                3: [[{1: 554("k")}, [561([99, h'01'])]]],
                4: [[{1: 560(h'01')}, [{1: 560(h'02')}]]],
                5: [[{1: 560(h'01')}, [{1: 560(h'02')}]]],
                6: [[{1: 560(h'01')}, ["a", h'31fb5abf023e4992aa4e95f9c1503bfa']]],
                8: [[[{1: 560(h'01')}, [], [554("k")]], [[[{1: {1: 1}}], [{1: {1: 2}}]]]]],
                10: [[[[{1: 560(h'01')}, [{1: {11: "a"}}]]], [[{1: 560(h'01')}, [{1: {11: "b"}}]]]]]
               }}
              """)
          .encode();
    } catch (DecodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void decodesAndEncodesTheSameBytes() throws Exception {
    Comid comid = Comid.decode(EVERYTHING);

    assertEquals(EVERYTHING, comid.encode());
    assertEquals(comid, Comid.decode(comid.encode()));
    assertEquals(comid.hashCode(), Comid.decode(comid.encode()).hashCode());
  }

  private static MeasurementValues values(Comid comid) {
    return comid.triples().reference().get(0).measurements().get(0).values();
  }
}
