package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;

class CmwConversionTest {
  private static final Bytes VALUE = Bytes.of(1);
  private static final CmwRecord EVIDENCE =
      CmwRecord.of(MediaType.of("application/eat+cwt"), VALUE).withIndicator(CmwIndicator.EVIDENCE);

  private static DecodingException refusal(Cmw cmw, CmwForm form, CmwConversion conversion) {
    DecodingException e = assertThrows(DecodingException.class, () -> cmw.encode(form, conversion));
    assertEquals(CmwCodes.CONVERSION, e.code());
    return e;
  }

  @Test
  void dropsAnIndicatorOnlyIfPermitted() throws Exception {
    Cmw cmw = CmwCollection.builder().put("a/b~", EVIDENCE).build();

    assertEquals("/a~1b~0", refusal(cmw, CmwForm.CBOR_TAG, CmwConversion.LOSSLESS).path());
    assertEquals(
        "a164612f627eda637402094101",
        cmw.encode(CmwForm.CBOR_TAG, CmwConversion.LOSSLESS.droppingIndicators()).toHex());
  }

  @Test
  void keepsMediaTypesUnlessAskedForNumbers() throws Exception {
    CmwConversion numbers = CmwConversion.LOSSLESS.preferringContentFormats();
    Cmw unregistered = CmwRecord.of(MediaType.of("a/b"), VALUE);

    assertEquals(
        "83736170706c69636174696f6e2f6561742b637774410104", EVIDENCE.encode(CmwForm.CBOR).toHex());
    assertEquals("83190107410104", EVIDENCE.encode(CmwForm.CBOR, numbers).toHex());
    assertEquals("83190107410104", EVIDENCE.encode(CmwForm.CBOR_RECORD, numbers).toHex());
    assertEquals("8263612f624101", unregistered.encode(CmwForm.CBOR, numbers).toHex());
  }

  @Test
  void goesByTheContentFormatsOfTheCaller() throws Exception {
    ContentFormats own =
        ContentFormats.IANA.toBuilder().register(64999, "application/vnd.example").build();
    CmwConversion conversion = CmwConversion.LOSSLESS.formats(own);
    Cmw tag = CmwTag.of(ContentFormat.of(64999), VALUE);
    Cmw recorded = CmwRecord.of(MediaType.of("application/VND.example"), VALUE);

    assertEquals(
        Bytes.ofUtf8("[\"application/vnd.example\",\"AQ\"]"), tag.encode(CmwForm.JSON, own));
    assertEquals("da6374ffe64101", recorded.encode(CmwForm.CBOR_TAG, conversion).toHex());
    refusal(tag, CmwForm.JSON, CmwConversion.LOSSLESS);
    refusal(recorded, CmwForm.CBOR_TAG, CmwConversion.LOSSLESS);
  }

  @Test
  void namesTheLossAndWhereItIs() {
    CmwConversion lossless = CmwConversion.LOSSLESS;
    Cmw integerLabel =
        CmwCollection.builder()
            .put("x", CmwCollection.builder().put(Label.of(-1), EVIDENCE).build())
            .build();
    Cmw empty = CmwRecord.received(CmwType.of(MediaType.of("a/b")), Bytes.EMPTY, null);
    Cmw withoutTag = CmwRecord.of(ContentFormat.of(65025), VALUE);

    DecodingException label = refusal(integerLabel, CmwForm.JSON, lossless);
    assertEquals("/x/-1", label.path());
    assertEquals("JSON has no integer labels", label.detail());
    assertEquals("JSON has no empty value", refusal(empty, CmwForm.JSON, lossless).detail());
    assertEquals("/", refusal(withoutTag, CmwForm.CBOR_TAG, lossless).path());
  }
}
