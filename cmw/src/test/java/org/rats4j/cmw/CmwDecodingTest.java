package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;

class CmwDecodingTest {

  private static CmwCollection collection() {
    CmwCollection inner =
        CmwCollection.builder()
            .type("tag:example.com,2026:inner")
            .put(Label.of(-1), CmwTag.of(ContentFormat.of(263), Bytes.of(1)))
            .build();
    return CmwCollection.builder()
        .type("2.999.1")
        .put(Label.of(7), CmwRecord.of(ContentFormat.of(60), Bytes.of(1, 2)))
        .put(
            "attester A",
            CmwRecord.of(MediaType.of("application/eat+jwt"), Bytes.of(3))
                .withIndicator(CmwIndicator.EVIDENCE))
        .put("inner", inner)
        .build();
  }

  private static CmwCollection textCollection() {
    CmwRecord recorded = CmwRecord.of(MediaType.of("a/b"), Bytes.of(3));
    return CmwCollection.builder()
        .type("2.999.1")
        .put("\ud83d\ude00", recorded)
        .put("\ufb00", recorded)
        .put("a/~", CmwCollection.builder().put("x", recorded).build())
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/cmw/valid.csv", delimiter = '|')
  void decodesAndEncodesTheSameBytes(String name, Encoding encoding, String wire) throws Exception {
    Bytes bytes = bytes(encoding, wire);

    Cmw cmw = Cmw.decode(bytes, encoding, CmwOptions.STRICT);

    assertEquals(bytes, cmw.encode(encoding == Encoding.CBOR ? CmwForm.CBOR : CmwForm.JSON));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/cmw/invalid.csv",
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      nullValues = "NULL")
  void rejects(
      String name,
      Encoding encoding,
      String wire,
      DecodingException.Reason reason,
      String code,
      String path) {
    Bytes bytes = bytes(encoding, wire == null ? "" : wire);

    DecodingException e =
        assertThrows(DecodingException.class, () -> Cmw.decode(bytes, encoding, CmwOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  private static Bytes bytes(Encoding encoding, String wire) {
    return encoding == Encoding.CBOR ? Bytes.ofHex(wire) : Bytes.ofUtf8(wire);
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    mutate(random, collection().encode(CmwForm.CBOR), Encoding.CBOR, CmwForm.CBOR);
    mutate(random, textCollection().encode(CmwForm.JSON), Encoding.JSON, CmwForm.JSON);
  }

  private static void mutate(Random random, Bytes valid, Encoding encoding, CmwForm form) {
    byte[] wire = valid.toByteArray();
    for (int i = 0; i < 3; i++) {
      wire[random.nextInt(wire.length)] = (byte) random.nextInt();
    }
    Bytes cut = Bytes.copyOf(wire, 0, wire.length - random.nextInt(2) * random.nextInt(8));
    try {
      Cmw.decode(cut, encoding, CmwOptions.LENIENT).encode(form);
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  @Test
  void keepsLabelsOfBothKindsAndAllEntries() throws Exception {
    Bytes wire = collection().encode(CmwForm.CBOR);

    Cmw cmw = Cmw.decode(wire, Encoding.CBOR, CmwOptions.STRICT);

    assertEquals(collection(), cmw);
    assertEquals(wire, cmw.encode(CmwForm.CBOR));
  }

  @Test
  void writesLabelsInTheOrderOfTheirCodePoints() throws Exception {
    String json = textCollection().encode(CmwForm.JSON).toUtf8();

    assertEquals(
        "{\"__cmwc_t\":\"2.999.1\",\"a/~\":{\"x\":[\"a/b\",\"Aw\"]},"
            + "\"\ufb00\":[\"a/b\",\"Aw\"],\"\ud83d\ude00\":[\"a/b\",\"Aw\"]}",
        json);
  }

  @Test
  void reportsTheDeviationsThatItAccepts() throws Exception {
    Findings findings = new Findings(CmwOptions.LENIENT);
    Bytes wire = Bytes.ofUtf8("[\"a/b\",\"+w==\"]");

    Cmw cmw = Cmw.decode(wire, Encoding.JSON, findings);

    assertEquals(CmwRecord.of(MediaType.of("a/b"), Bytes.of(0xfb)), cmw);
    assertEquals(
        List.of("BASE64_PADDED /1", "BASE64_STANDARD_ALPHABET /1"),
        findings.toList().stream().map(f -> f.code() + " " + f.path()).toList());
    assertEquals(Finding.Severity.DEVIATION, findings.toList().get(0).severity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"907", "765"})
  void unwrapsALegacyTagOnceAtTheRoot(int tag) throws Exception {
    Bytes once =
        new org.rats4j.core.cbor.CborWriter()
            .writeTag(tag)
            .writeRaw(collection().encode(CmwForm.CBOR))
            .toBytes();
    Bytes twice = new org.rats4j.core.cbor.CborWriter().writeTag(907).writeRaw(once).toBytes();

    Cmw cmw = Cmw.decode(once, Encoding.CBOR, CmwOptions.LENIENT);

    assertEquals(collection(), cmw);
    DecodingException e =
        assertThrows(
            DecodingException.class, () -> Cmw.decode(twice, Encoding.CBOR, CmwOptions.LENIENT));
    assertEquals(CmwCodes.TAG_RANGE, e.code());
  }

  @Test
  void countsCollectionsNotArrays() throws Exception {
    DecodeOptions three = CmwOptions.STRICT.toBuilder().depth(4).jsonDepth(4).build();
    Cmw cmw = CmwRecord.of(MediaType.of("a/b"), Bytes.of(1));
    for (int i = 0; i < 3; i++) {
      cmw = CmwCollection.builder().put("x", cmw).build();
    }
    Cmw tooDeep = CmwCollection.builder().put("x", cmw).build();

    assertEquals(3, CmwOptions.maxDepth(three, Encoding.CBOR));
    assertEquals(cmw, Cmw.decode(cmw.encode(CmwForm.CBOR), Encoding.CBOR, three));
    assertEquals(cmw, Cmw.decode(cmw.encode(CmwForm.JSON), Encoding.JSON, three));
    for (Encoding encoding : Encoding.values()) {
      Bytes wire = tooDeep.encode(encoding == Encoding.CBOR ? CmwForm.CBOR : CmwForm.JSON);
      DecodingException e =
          assertThrows(DecodingException.class, () -> Cmw.decode(wire, encoding, three));
      assertEquals(CmwCodes.DEPTH_LIMIT, e.code());
    }
  }

  @Test
  void refusesAnInputThatIsTooLong() {
    DecodeOptions four = CmwOptions.STRICT.toBuilder().inputBytes(4).build();

    for (Encoding encoding : Encoding.values()) {
      DecodingException e =
          assertThrows(
              DecodingException.class,
              () -> Cmw.decode(Bytes.ofUtf8("[\"a/b\",\"AQ\"]"), encoding, four));
      assertEquals(CmwCodes.SIZE_LIMIT, e.code());
    }
  }
}
