package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;

class CmwRecordTest {
  private static final Bytes MESSAGE = Bytes.ofHex("a10a48");

  @Test
  void encodesARecordInBothEncodings() throws Exception {
    CmwRecord evidence =
        CmwRecord.of(ContentFormat.of(263), MESSAGE).withIndicator(CmwIndicator.EVIDENCE);

    assertEquals("8319010743a10a4804", evidence.encode(CmwForm.CBOR).toHex());
    assertEquals(
        Bytes.ofUtf8("[\"application/eat+cwt\",\"oQpI\",4]"), evidence.encode(CmwForm.JSON));
  }

  @Test
  void equalsATagWithTheSameTypeAndValue() {
    CmwRecord plain = CmwRecord.of(ContentFormat.of(263), MESSAGE);
    CmwTag tag = CmwTag.of(ContentFormat.of(263), MESSAGE);

    assertEquals(plain, tag);
    assertEquals(tag, plain);
    assertEquals(plain.hashCode(), tag.hashCode());
  }

  @Test
  void keepsTheSpellingOfTheMediaTypeAndComparesItsCanonicalForm() throws Exception {
    Bytes wire = Bytes.ofUtf8("[\"Application/EAT+CWT\",\"oQpI\"]");

    Cmw cmw = Cmw.decode(wire, Encoding.JSON, CmwOptions.STRICT);

    assertEquals(CmwRecord.of(MediaType.of("application/eat+cwt"), MESSAGE), cmw);
    assertEquals(wire, cmw.encode(CmwForm.JSON));
  }

  @Test
  void refusesAnEmptyValueWhenBuilt() {
    assertThrows(
        IllegalArgumentException.class, () -> CmwRecord.of(ContentFormat.of(263), Bytes.EMPTY));
    assertThrows(
        IllegalArgumentException.class, () -> CmwTag.of(ContentFormat.of(263), Bytes.EMPTY));
  }

  @Test
  void refusesAFormThatCannotSayIt() throws Exception {
    CmwRecord unknown = CmwRecord.of(ContentFormat.of(64999), MESSAGE);

    DecodingException e = assertThrows(DecodingException.class, () -> unknown.encode(CmwForm.JSON));

    assertEquals(CmwCodes.CONVERSION, e.code());
    assertEquals(DecodingException.Reason.UNSUPPORTED, e.reason());
  }
}
