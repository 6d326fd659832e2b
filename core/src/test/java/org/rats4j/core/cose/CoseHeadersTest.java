package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.crypto.CertificateThumbprint;

class CoseHeadersTest {
  private static final Bytes A = Bytes.of(0xa);
  private static final Bytes B = Bytes.of(0xb);

  private static CoseHeaders ofProtected(String map) throws DecodingException {
    Bytes content = Bytes.ofHex(map);
    Bytes wire =
        Bytes.ofHex("d28458" + "%02x".formatted(content.size()))
            .concat(content)
            .concat(Bytes.ofHex("a041014102"));
    return CoseSign1.decode(wire, DecodeOptions.STRICT).protectedHeaders();
  }

  @Test
  void hasWhatTheBuilderSet() {
    CborMap claims = new CborMap(Map.of(CborInteger.of(1), new CborText("issuer")));
    CertificateThumbprint x5t = new CertificateThumbprint(CoseHash.SHA_256, B);
    CoseHeaders headers =
        CoseHeaders.builder()
            .critical(Label.of(16), Label.of("x"))
            .contentType(CoseContentType.of("a/b"))
            .typ(CoseContentType.of(60))
            .kid(A)
            .cwtClaims(claims)
            .x5chain(List.of(A, B))
            .x5t(x5t)
            .put(Label.of("x"), CborInteger.of(0))
            .build();

    assertEquals(List.of(Label.of(16), Label.of("x")), headers.critical());
    assertEquals(Optional.of(CoseContentType.of("a/b")), headers.contentType());
    assertEquals(Optional.of(CoseContentType.of(60)), headers.typ());
    assertEquals(Optional.of(A), headers.kid());
    assertEquals(Optional.of(claims), headers.cwtClaims());
    assertEquals(List.of(A, B), headers.x5chain());
    assertEquals(Optional.of(x5t), headers.x5t());
    assertEquals(OptionalLong.empty(), headers.algorithm());
    assertEquals(Optional.of(CborInteger.of(0)), headers.get(Label.of("x")));
    assertEquals(8, headers.entries().size());
  }

  @Test
  void hasNothingWhenEmpty() {
    CoseHeaders headers = CoseHeaders.builder().build();

    assertTrue(headers.isEmpty());
    assertEquals(Bytes.EMPTY, headers.encoded());
    assertEquals(List.of(), headers.critical());
    assertEquals(List.of(), headers.x5chain());
    assertEquals(List.of(), headers.x5bag());
    assertEquals(Optional.empty(), headers.kid());
    assertEquals(Optional.empty(), headers.cwtClaims());
  }

  @Test
  void writesASingleCertificateAlone() {
    CoseHeaders headers = CoseHeaders.builder().x5chain(List.of(A)).build();

    assertEquals(Bytes.ofHex("a11821410a"), headers.encoded());
  }

  @Test
  void readsBagsAndThumbprintsOfTextAlgorithms() throws Exception {
    CoseHeaders headers = ofProtected("a3012618204101182282636d6435410b");

    assertEquals(List.of(Bytes.of(1)), headers.x5bag());
    assertEquals(Optional.of(new CertificateThumbprint(0, B)), headers.x5t());
  }

  @Test
  void readsATextKidInUtf8() throws Exception {
    assertEquals(Optional.of(Bytes.ofUtf8("ab")), ofProtected("a2012604626162").kid());
  }

  @Test
  void keepsReceivedBytesAndComparesValues() throws Exception {
    CoseHeaders unsorted = ofProtected("a2044101180126");
    CoseHeaders sorted = ofProtected("a20126044101");

    assertEquals(Bytes.ofHex("a2044101180126"), unsorted.encoded());
    assertEquals(sorted, unsorted);
    assertEquals(sorted.hashCode(), unsorted.hashCode());
    assertEquals(sorted.encoded(), unsorted.toBuilder().build().encoded());
    assertNotEquals(sorted, ofProtected("a10126"));
  }

  @Test
  void printsDiagnosticNotation() throws Exception {
    assertEquals("{1: -7, 4: h'01'}", ofProtected("a20126044101").toString());
  }

  @Test
  void cannotBeChangedFromOutside() throws Exception {
    CoseHeaders headers = ofProtected("a10126");
    CoseHeaders.Builder builder = CoseHeaders.builder().kid(A);
    CoseHeaders built = builder.build();

    builder.kid(B);

    assertEquals(Optional.of(A), built.kid());
    assertThrows(
        UnsupportedOperationException.class,
        () -> headers.entries().put(Label.of(2), CborInteger.of(0)));
  }

  @Test
  void refusesValuesThatAreNotOfTheirType() {
    refuses(1, new CborBytes(A));
    refuses(2, new CborArray(List.of()));
    refuses(3, CborInteger.of(-1));
    refuses(4, CborInteger.of(1));
    refuses(5, new CborText(""));
    refuses(6, new CborText(""));
    refuses(15, new CborArray(List.of()));
    refuses(16, new CborText(""));
    refuses(32, new CborText(""));
    refuses(33, new CborArray(List.of()));
    refuses(33, new CborArray(List.of(new CborBytes(A))));
    refuses(34, new CborArray(List.of(CborInteger.of(-16))));
    refuses(258, new CborText("sha"));
    refuses(260, CborInteger.of(0));
    Label beyond = Label.of(BigInteger.ONE.shiftLeft(63));
    assertThrows(
        IllegalArgumentException.class, () -> CoseHeaders.builder().put(beyond, CborInteger.of(0)));
    assertThrows(IllegalArgumentException.class, () -> CoseHeaders.builder().critical(beyond));
    assertThrows(IllegalArgumentException.class, () -> CoseHeaders.builder().x5chain(List.of()));
  }

  @Test
  void readsNumbersUpToSixtyThreeBits() {
    CborItem largest = CborInteger.of(Long.MAX_VALUE);
    CborItem beyond = new CborInteger(BigInteger.ONE.shiftLeft(63));

    assertEquals(
        OptionalLong.of(Long.MAX_VALUE),
        CoseHeaders.builder().put(CoseHeaders.ALG, largest).build().algorithm());
    assertEquals(
        OptionalLong.empty(),
        CoseHeaders.builder().put(CoseHeaders.ALG, beyond).build().algorithm());
    assertTrue(
        CoseHeaders.builder()
            .put(CoseHeaders.CONTENT_TYPE, largest)
            .build()
            .contentType()
            .isPresent());
    refuses(CoseHeaders.CONTENT_TYPE, beyond);
  }

  private static void refuses(long label, CborItem value) {
    assertThrows(IllegalArgumentException.class, () -> CoseHeaders.builder().put(label, value));
  }

  @Test
  void comparesClaimsOfHeaderAndPayload() {
    CborMap header =
        new CborMap(
            Map.of(
                CborInteger.of(1), new CborText("issuer"), CborInteger.of(8), CborInteger.of(0)));
    CborMap same = new CborMap(Map.of(CborInteger.of(1), new CborText("issuer")));
    CborMap other = new CborMap(Map.of(CborInteger.of(1), new CborText("another")));
    CborMap apart = new CborMap(Map.of(new CborText("1"), new CborText("another")));
    CoseHeaders headers = CoseHeaders.builder().cwtClaims(header).build();

    assertDoesNotThrow(() -> headers.requireConsistent(same));
    assertDoesNotThrow(() -> headers.requireConsistent(apart));
    assertDoesNotThrow(() -> CoseHeaders.EMPTY.requireConsistent(other));
    VerificationException e =
        assertThrows(VerificationException.class, () -> headers.requireConsistent(other));
    assertEquals(Reason.CLAIMS_MISMATCH, e.reason());
  }
}
