package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.cmw.x509.CmwExtension;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;

/** What other implementations do wrong, done right here. */
class PeerFaultsTest {
  private static final CmwRecord RECORD = CmwRecord.of(MediaType.of("a/b"), Bytes.of(1));

  private static Cmw json(String text) throws DecodingException {
    return Cmw.decode(Bytes.ofUtf8(text), Encoding.JSON, CmwOptions.STRICT);
  }

  private static Cmw cbor(String hex) throws DecodingException {
    return Cmw.decode(Bytes.ofHex(hex), Encoding.CBOR, CmwOptions.STRICT);
  }

  private static String refusal(Encoding encoding, Bytes bytes) {
    String strict = refusal(encoding, bytes, CmwOptions.STRICT);
    assertEquals(strict, refusal(encoding, bytes, CmwOptions.LENIENT));
    return strict;
  }

  private static String refusal(Encoding encoding, Bytes bytes, DecodeOptions options) {
    return assertThrows(DecodingException.class, () -> Cmw.decode(bytes, encoding, options)).code();
  }

  private static String refusalOfJson(String text) {
    return refusal(Encoding.JSON, Bytes.ofUtf8(text));
  }

  private static String refusalOfCbor(String hex) {
    return refusal(Encoding.CBOR, Bytes.ofHex(hex));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "true", "null", "{}", "[\"AQ\"]", "{\"a\":\"AQ\"}"})
  void takesNoOtherTokenForAValue(String value) {
    assertEquals(CmwCodes.VALUE_INVALID, refusalOfJson("[\"a/b\"," + value + "]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4294967296", "18446744073709551616", "-1"})
  void takesNoIndicatorOutOfRange(String indicator) {
    assertEquals(CmwCodes.INDICATOR_RANGE, refusalOfJson("[\"a/b\",\"AQ\"," + indicator + "]"));
  }

  @Test
  void neitherTakesNorWritesNumbersAsTypesInJson() throws Exception {
    Cmw unknown = CmwRecord.of(ContentFormat.of(64999), Bytes.of(1));

    assertEquals(CmwCodes.TYPE_INVALID, refusalOfJson("[263,\"AQ\"]"));
    DecodingException e = assertThrows(DecodingException.class, () -> unknown.encode(CmwForm.JSON));
    assertEquals(CmwCodes.CONVERSION, e.code());
    assertEquals(
        Bytes.ofUtf8("[\"application/eat+cwt\",\"AQ\"]"),
        CmwRecord.of(ContentFormat.of(263), Bytes.of(1)).encode(CmwForm.JSON));
  }

  @Test
  void refusesLabelsThatStandTwice() {
    assertEquals(
        CmwCodes.LABEL_DUPLICATE, refusalOfJson("{\"a\":[\"a/b\",\"AQ\"],\"a\":[\"a/b\",\"Ag\"]}"));
    assertEquals(CmwCodes.LABEL_DUPLICATE, refusalOfCbor("a2018263612f624101018263612f624102"));
    assertEquals(CmwCodes.LABEL_DUPLICATE, refusalOfCbor("a2018263612f62410118018263612f624102"));
    assertEquals(CmwCodes.LABEL_DUPLICATE, refusalOfCbor("a261618263612f6241017f6161ff01"));
  }

  @Test
  void refusesEmptyCollectionsAtEveryLevel() {
    assertEquals(CmwCodes.COLLECTION_EMPTY, refusalOfJson("{}"));
    assertEquals(CmwCodes.COLLECTION_EMPTY, refusalOfJson("{\"a\":{\"__cmwc_t\":\"1.2\"}}"));
    assertEquals(CmwCodes.COLLECTION_EMPTY, refusalOfCbor("bfff"));
    assertEquals(CmwCodes.COLLECTION_EMPTY, refusalOfCbor("a16161a0"));
  }

  @Test
  void writesInCborWhatCameInJson() throws Exception {
    Cmw cmw = json("{\"a\":[\"application/eat+cwt\",\"AQ\",4],\"b\":{\"c\":[\"a/b\",\"Ag\"]}}");

    Bytes cbor = cmw.encode(CmwForm.CBOR);

    assertEquals(cmw, Cmw.decode(cbor, Encoding.CBOR, CmwOptions.STRICT));
  }

  @Test
  void listsNegativeAndLargeLabels() throws Exception {
    CmwCollection collection =
        (CmwCollection)
            cbor(
                "a3208263612f6241013bffffffffffffffff8263612f6241021bffffffffffffffff8263612f624103");

    assertEquals(
        List.of("-1", "-18446744073709551616", "18446744073709551615"),
        collection.entries().keySet().stream().map(Label::toString).toList());
    assertEquals(Optional.of(RECORD), collection.get(Label.of(-1)));
  }

  @Test
  void refusesDeepNestingByTheLimit() {
    assertEquals(CmwCodes.DEPTH_LIMIT, refusalOfJson("[".repeat(10_000) + "]".repeat(10_000)));
    assertEquals(CmwCodes.DEPTH_LIMIT, refusalOfJson("{\"a\":".repeat(10_000)));
    assertEquals(CmwCodes.DEPTH_LIMIT, refusalOfCbor("81".repeat(20_000)));
    assertEquals(CmwCodes.DEPTH_LIMIT, refusalOfCbor("a101".repeat(20_000)));
    assertEquals(CmwCodes.SIZE_LIMIT, refusalOfCbor("c1".repeat(20_000)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0x63740200L, 0x63740300L, 0x6374ff00L})
  void refusesTagsThatOnlyACarelessComputationMeets(long tag) {
    assertEquals(CmwCodes.TAG_ALIAS, refusalOfCbor("da" + Long.toHexString(tag) + "4101"));
    assertThrows(IllegalArgumentException.class, () -> TagNumbers.contentFormat(tag));
  }

  @Test
  void acceptsLongHeadsIndefiniteLengthsAndWhiteSpace() throws Exception {
    for (String hex :
        List.of(
            "980263612f624101",
            "9b000000000000000263612f624101",
            "9f63612f624101ff",
            "827f6161622f62ff5f4101ff")) {
      assertEquals(RECORD, cbor(hex));
    }
    assertEquals(RECORD, json(" \t\r\n[\"a/b\" , \"AQ\"]\n"));
  }

  @Test
  void countsTheTypeInTheHeadOfTheMap() throws Exception {
    Cmw typed = CmwCollection.builder().type("1.2").put("a", RECORD).build();

    Bytes wire = typed.encode(CmwForm.CBOR);

    assertEquals(0xa2, wire.at(0));
    assertEquals(
        CmwCodes.TRAILING_DATA,
        refusal(Encoding.CBOR, Bytes.of(0xa1).concat(wire.slice(1, wire.size() - 1))));
  }

  @Test
  void endsAnInnerCollectionWhereItEnds() throws Exception {
    CmwCollection inner = CmwCollection.builder().put(Label.of(2), RECORD).build();
    CmwCollection outer =
        CmwCollection.builder().put(Label.of(1), inner).put(Label.of(3), RECORD).build();

    assertEquals(outer, cbor("a201a1028263612f624101038263612f624101"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a101", "a1", "81", "82", "da63740209", "bf01", "a2018263612f624101"})
  void refusesTruncatedInput(String hex) {
    assertEquals(CmwCodes.TRUNCATED, refusalOfCbor(hex));
  }

  @Test
  void keepsIndicatorBitsThatAreNotAssigned() throws Exception {
    CmwRecord recorded = (CmwRecord) json("[\"a/b\",\"AQ\",2147483680]");

    assertEquals(2147483680L, recorded.indicator().orElseThrow().bits());
    assertEquals(recorded, cbor(recorded.encode(CmwForm.CBOR).toHex()));
  }

  @Test
  void usesTheContentFormatsWithoutCoding() throws Exception {
    CmwConversion numbers = CmwConversion.LOSSLESS.preferringContentFormats();

    assertEquals(
        "8218324101", json("[\"application/json\",\"AQ\"]").encode(CmwForm.CBOR, numbers).toHex());
    assertEquals(
        "82183c4101", json("[\"application/cbor\",\"AQ\"]").encode(CmwForm.CBOR, numbers).toHex());
  }

  @Test
  void reportsThePaddingThatSomeAttestersSend() throws Exception {
    Findings findings = new Findings(CmwOptions.LENIENT);
    Bytes wire = Bytes.ofUtf8("{\"tsm\":[\"a/b\",\"AQ==\"]}");

    Cmw cmw = Cmw.decode(wire, Encoding.JSON, findings);

    assertEquals(CmwCollection.builder().put("tsm", RECORD).build(), cmw);
    assertEquals("BASE64_PADDED", findings.toList().get(0).code());
    assertEquals("/tsm/1", findings.toList().get(0).path());
    assertEquals("BASE64_PADDED", refusal(Encoding.JSON, wire, CmwOptions.STRICT));
  }

  @Test
  void takesTheParameterOfOldDraftsForAnyOther() throws Exception {
    Cmw typed = CmwCollection.builder().type("1.2").put("a", RECORD).build();
    MediaType old = MediaType.of("application/cmw+json; cmwct=9.9");

    CmwMessage message = CmwMessage.decode(typed.encode(CmwForm.JSON), old, CmwOptions.STRICT);

    assertEquals(new CmwMessage.Plain(typed), message);
  }

  @Test
  void readsEveryTagOfTheRangeNotThoseOfWrappersAlone() throws Exception {
    for (int number : new int[] {0, 254, 255, 263, 10003, 65024}) {
      Cmw tag = CmwTag.of(ContentFormat.of(number), Bytes.of(1));

      assertEquals(tag, Cmw.decode(tag.encode(CmwForm.CBOR), Encoding.CBOR, CmwOptions.STRICT));
    }
  }

  @Test
  void putsNoWholeExtensionIntoTheValueAndIgnoresNoBytesBehindIt() throws Exception {
    CmwExtension extension = CmwExtension.of(RECORD, CmwForm.CBOR);
    Bytes value = Bytes.copyOf(extension.getValue());

    for (Bytes wrong : List.of(extension.encode(), value.concat(Bytes.of(0)))) {
      assertThrows(
          DecodingException.class, () -> CmwExtension.decode(wrong, false, CmwOptions.LENIENT));
    }
    assertEquals(0x04, value.at(0));
  }
}
