package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;

class CmwHandlersTest {
  private static final CmwContentHandler<String> TEXT =
      CmwContentHandler.ofName("text/plain", CmwHandlersTest::text);
  private static final CmwContentHandler<Integer> NUMBER =
      CmwContentHandler.of(MediaType.of("application/x; v=1"), value -> value.at(0));
  private static final CmwContentHandler<Integer> SIZE =
      CmwContentHandler.of(ContentFormat.of(42), Bytes::size);
  private static final CmwHandlers HANDLERS = CmwHandlers.of(TEXT, NUMBER, SIZE);

  private static String text(Bytes value) throws DecodingException {
    if (value.at(0) == '!') {
      throw DecodingException.of(Reason.INVALID_VALUE, "LOUD", "text/0", "it shouts");
    }
    return value.toUtf8();
  }

  private static CmwRecord recorded(String type, String value) {
    return CmwRecord.of(MediaType.of(type), Bytes.ofUtf8(value));
  }

  @Test
  void decodesATreeInOneCall() throws Exception {
    Cmw inner =
        CmwCollection.builder()
            .put(Label.of(1), CmwTag.of(ContentFormat.of(42), Bytes.of(1, 2, 3)))
            .put(Label.of(2), recorded("text/plain; charset=utf-8", "b"))
            .build();
    Cmw wrapped = CmwTag.of(ContentFormat.of(273), inner.encode(CmwForm.CBOR));
    Cmw signed = CmwRecord.of(ContentFormat.of(275), Bytes.ofHex("d28443a10126a0410141aa"));
    Cmw cmw =
        CmwCollection.builder()
            .put("a", recorded("text/PLAIN", "a"))
            .put("inner", inner)
            .put("wrapped", wrapped)
            .put("signed", signed)
            .put("number", recorded("application/x;V=\"1\"", "\u0007"))
            .put("other", recorded("application/x; v=2", "?"))
            .build();

    CmwTree tree = HANDLERS.decode(cmw, CmwOptions.STRICT);

    assertEquals(List.of("a", "b", "b"), tree.messages(TEXT));
    assertEquals(List.of(3, 3), tree.messages(SIZE));
    assertEquals(List.of(7), tree.messages(NUMBER));
    assertEquals(1, tree.signed().size());
    assertEquals(cmw, tree.cmw());
    CmwTree other = ((CmwTree.OfCollection) tree).entries().get(Label.of("other"));
    assertEquals(
        new CmwTree.OfBytes(recorded("application/x; v=2", "?"), Bytes.ofUtf8("?")), other);
  }

  @Test
  void findsAHandlerByTheContentFormatOfAMediaTypeAndTheReverse() throws Exception {
    CmwContentHandler<Integer> octets =
        CmwContentHandler.of(MediaType.of("application/octet-stream"), Bytes::size);
    Cmw byNumber = CmwRecord.of(ContentFormat.of(42), Bytes.of(1));
    Cmw byName = recorded("application/octet-stream", "x");

    assertEquals(
        List.of(1), CmwHandlers.of(octets).decode(byNumber, CmwOptions.STRICT).messages(octets));
    assertEquals(List.of(1), HANDLERS.decode(byName, CmwOptions.STRICT).messages(SIZE));
  }

  @Test
  void prefersTheHandlerOfTheExactType() throws Exception {
    CmwContentHandler<String> anyX = CmwContentHandler.ofName("application/x", value -> "any");
    CmwHandlers handlers = CmwHandlers.of(anyX, NUMBER);

    CmwTree exact = handlers.decode(recorded("application/x; v=1", "1"), CmwOptions.STRICT);
    CmwTree other = handlers.decode(recorded("application/x; v=2", "1"), CmwOptions.STRICT);

    assertEquals(List.of((int) '1'), exact.messages(NUMBER));
    assertEquals(List.of(), exact.messages(anyX));
    assertEquals(List.of("any"), other.messages(anyX));
  }

  @Test
  void goesByTheContentFormatsOfTheCaller() throws Exception {
    ContentFormats own =
        ContentFormats.IANA.toBuilder().register(64999, "application/x; v=1").build();
    Cmw cmw = CmwTag.of(ContentFormat.of(64999), Bytes.of(9));

    assertEquals(List.of(), HANDLERS.decode(cmw, CmwOptions.STRICT).messages(NUMBER));
    assertEquals(List.of(9), HANDLERS.formats(own).decode(cmw, CmwOptions.STRICT).messages(NUMBER));
  }

  @Test
  void saysWhereTheMessageIsThatDoesNotDecode() throws Exception {
    Cmw loud = CmwCollection.builder().put("b~", recorded("text/plain", "!")).build();
    Cmw inRecord = CmwCollection.builder().put("a/", loud).build();
    Cmw inWrapper =
        CmwCollection.builder()
            .put("w", CmwTag.of(ContentFormat.of(274), loud.encode(CmwForm.JSON)))
            .build();
    Cmw malformed = CmwRecord.of(ContentFormat.of(273), Bytes.of(0));
    Cmw faulty = CmwTag.of(ContentFormat.of(274), Bytes.ofUtf8("{\"a\":[1,\"\"]}"));

    assertEquals("/a~1/b~0/1/text/0", pathOfRefusal(inRecord));
    assertEquals("/w/b~0/1/text/0", pathOfRefusal(inWrapper));
    assertEquals("/1", pathOfRefusal(malformed));
    assertEquals("/a/0", pathOfRefusal(faulty));
  }

  private static String pathOfRefusal(Cmw cmw) {
    return assertThrows(DecodingException.class, () -> HANDLERS.decode(cmw, CmwOptions.STRICT))
        .path();
  }

  @Test
  void refusesWrappersInWrappersBeyondTheLimit() throws Exception {
    Cmw cmw = recorded("text/plain", "a");
    for (int i = 0; i < 17; i++) {
      cmw = CmwRecord.of(ContentFormat.of(273), cmw.encode(CmwForm.CBOR));
    }
    Cmw deep = CmwRecord.of(ContentFormat.of(273), cmw.encode(CmwForm.CBOR));

    assertEquals(List.of("a"), HANDLERS.decode(cmw, CmwOptions.STRICT).messages(TEXT));
    DecodingException e =
        assertThrows(DecodingException.class, () -> HANDLERS.decode(deep, CmwOptions.STRICT));
    assertEquals(CmwCodes.DEPTH_LIMIT, e.code());
  }

  @Test
  void reportsTheDeviationsOfWrappersInsideWithTheirWholePath() throws Exception {
    Bytes padded = Bytes.ofUtf8("{\"a\":[\"text/plain\",\"AQ==\"]}");
    Bytes old = Bytes.ofHex("d9038b82004101");
    Cmw cmw =
        CmwCollection.builder()
            .put("t", CmwTag.of(ContentFormat.of(274), padded))
            .put("r", CmwRecord.of(ContentFormat.of(274), padded))
            .put("c", CmwRecord.of(ContentFormat.of(273), old))
            .build();
    Findings findings = new Findings(CmwOptions.LENIENT);

    HANDLERS.decode(cmw, findings);

    assertEquals(
        List.of("BASE64_PADDED /t/a/1", "BASE64_PADDED /r/1/a/1", "LEGACY_TAG /c/1"),
        findings.toList().stream().map(one -> one.code() + " " + one.path()).toList());
    assertThrows(DecodingException.class, () -> HANDLERS.decode(cmw, CmwOptions.STRICT));
  }

  @Test
  void refusesTwoHandlersForOneType() {
    CmwContentHandler<String> sameName = CmwContentHandler.ofName("TEXT/plain", value -> "");
    CmwContentHandler<Integer> sameNumber = CmwContentHandler.of(ContentFormat.of(42), Bytes::size);

    assertThrows(IllegalArgumentException.class, () -> CmwHandlers.of(TEXT, sameName));
    assertThrows(IllegalArgumentException.class, () -> CmwHandlers.of(SIZE, sameNumber));
    assertThrows(
        IllegalArgumentException.class,
        () -> CmwContentHandler.ofName("text/plain; charset=utf-8", value -> ""));
    assertTrue(TEXT.toString().contains("text/plain"));
  }
}
