package org.rats4j.corim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;

class TagIdTest {
  private static final String UUID_TEXT = "31fb5abf-023e-4992-aa4e-95f9c1503bfa";

  @Test
  void decodesAndEncodesTheSameBytes() throws Exception {
    assertEquals(TagId.of("a"), sameBytesBack("6161"));
    assertEquals(
        TagId.of(UUID.fromString(UUID_TEXT)), sameBytesBack("5031fb5abf023e4992aa4e95f9c1503bfa"));
  }

  @Test
  void isAnotherNameAsTextThanAsUuid() {
    TagId uuid = TagId.of(UUID.fromString(UUID_TEXT));

    assertEquals(UUID_TEXT, uuid.toString());
    assertEquals(false, uuid.equals(TagId.of(UUID_TEXT)));
  }

  @ParameterizedTest
  @CsvSource({
    "4f31fb5abf023e4992aa4e95f9c1503b, INVALID_VALUE",
    "d8255031fb5abf023e4992aa4e95f9c1503bfa, UNEXPECTED_STRUCTURE",
    "01, UNEXPECTED_STRUCTURE",
  })
  void rejects(String cbor, DecodingException.Reason reason) throws Exception {
    CborReader in = reader(cbor);

    DecodingException e = assertThrows(DecodingException.class, () -> TagId.read(in));

    assertEquals(reason, e.reason());
    assertEquals("id", e.path());
  }

  private static TagId sameBytesBack(String cbor) throws Exception {
    TagId id = TagId.read(reader(cbor));
    CborWriter out = new CborWriter();
    id.write(out);
    assertEquals(Bytes.ofHex(cbor), out.toBytes());
    return id;
  }

  private static CborReader reader(String cbor) throws DecodingException {
    return CborReader.of(Bytes.ofHex(cbor), CorimOptions.STRICT, "id");
  }
}
