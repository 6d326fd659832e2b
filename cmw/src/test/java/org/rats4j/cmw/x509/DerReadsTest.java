package org.rats4j.cmw.x509;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

class DerReadsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3100",
        "3103020101",
        "3106020101020102",
        "3106020101020101",
        "310702010102020080",
        "3108020101300302010a",
        "31053000130161",
        "310a31030201013103020102",
        "3006020102020101",
        "a006020102020101",
      })
  void takesSetsInOrderAndSequencesInAny(String hex) {
    Bytes der = Bytes.ofHex(hex);

    assertDoesNotThrow(() -> DerReads.decode(der, CmwOptions.STRICT, "/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3106020102020101",
        "3106020180020101",
        "310702020080020101",
        "31051301613000",
        "30083106020102020101",
        "a0083106020102020101",
        "310a31030201023103020101",
        "310902010102010a020103",
      })
  void refusesASetThatAParserWouldHaveToSort(String hex) {
    Bytes der = Bytes.ofHex(hex);

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> DerReads.decode(der, CmwOptions.STRICT, "here"));

    assertEquals(Reason.NOT_WELL_FORMED, e.reason());
    assertEquals(CmwCodes.MALFORMED, e.code());
    assertEquals("here", e.path());
  }

  @Test
  void takesTheOrderThatTheParserWrites() throws Exception {
    ASN1Encodable[] members =
        IntStream.range(-2000, 2000).mapToObj(ASN1Integer::new).toArray(ASN1Encodable[]::new);
    Bytes der = Bytes.copyOf(new DERSet(members).getEncoded(ASN1Encoding.DER));

    assertDoesNotThrow(() -> DerReads.decode(der, CmwOptions.STRICT, "/"));
  }

  @Test
  void refusesALongSetFromBackToFrontWithoutSortingIt() {
    int members = 0xffff;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x31, (byte) 0x83, 0x03, (byte) 0xff, (byte) 0xfc});
    for (int i = members; i > 0; i--) {
      out.writeBytes(new byte[] {0x04, 0x02, (byte) (i >> 8), (byte) i});
    }

    Bytes der = Bytes.copyOf(out.toByteArray());

    DecodingException e =
        assertThrows(DecodingException.class, () -> DerReads.decode(der, CmwOptions.STRICT, "/"));
    assertEquals(CmwCodes.MALFORMED, e.code());
    assertTrue(e.detail().startsWith("members of a SET are not in order"), e.detail());
  }
}
