package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.MediaType;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

class CmwUnwrapperTest {
  private static final CmwRecord RECORD = CmwRecord.of(MediaType.of("a/b"), Bytes.of(1));
  private static final Cmw COLLECTION =
      CmwCollection.builder().type("1.2").put("a", RECORD).build();
  private static final Bytes COSE = Bytes.ofHex("d28443a10126a04101" + "41aa");
  private static final Bytes JWS = Bytes.ofUtf8("eyJhbGciOiJFUzI1NiJ9.AA.AA");

  private static Bytes cbor(Cmw cmw) throws DecodingException {
    return cmw.encode(CmwForm.CBOR);
  }

  private static Bytes json(Cmw cmw) throws DecodingException {
    return cmw.encode(CmwForm.JSON);
  }

  private static Cmw tag(int contentFormat, Bytes value) {
    return CmwTag.of(ContentFormat.of(contentFormat), value);
  }

  private static CmwMessage unwrapped(Cmw cmw) throws DecodingException {
    return CmwUnwrapper.STRICT.unwrap(cmw).orElseThrow();
  }

  private static DecodingException refusal(Cmw cmw) {
    return assertThrows(DecodingException.class, () -> CmwUnwrapper.STRICT.unwrap(cmw));
  }

  @Test
  void unwrapsEachOfTheFourTypes() throws Exception {
    CmwMessage plain = new CmwMessage.Plain(COLLECTION);

    assertEquals(plain, unwrapped(tag(273, cbor(COLLECTION))));
    assertEquals(plain, unwrapped(tag(274, json(COLLECTION))));
    assertEquals(
        plain,
        unwrapped(
            CmwRecord.of(MediaType.of("Application/CMW+json; cmwc_t=1.2"), json(COLLECTION))));
    assertEquals(
        new CmwMessage.Plain(RECORD), unwrapped(CmwRecord.of(ContentFormat.of(273), cbor(RECORD))));
    for (Cmw signed :
        List.of(
            tag(275, COSE),
            CmwRecord.of(ContentFormat.of(275), COSE),
            tag(276, JWS),
            CmwRecord.of(MediaType.of("application/cmw+jws"), JWS))) {
      assertTrue(unwrapped(signed) instanceof CmwMessage.Signed);
    }
  }

  @Test
  void letsTheFirstByteDecideWhereTheSpecificationSaysTwoThings() throws Exception {
    Bytes untagged = COSE.slice(1, COSE.size() - 1);
    Bytes indefinite = Bytes.ofHex("9f43a10126a0410141aaff");
    for (int contentFormat : new int[] {274, 275}) {
      assertEquals(
          new CmwMessage.Plain(COLLECTION), unwrapped(tag(contentFormat, json(COLLECTION))));
      assertEquals(
          new CmwMessage.Plain(RECORD),
          unwrapped(tag(contentFormat, Bytes.ofUtf8(" \n").concat(json(RECORD)))));
      for (Bytes cose : List.of(COSE, untagged, indefinite)) {
        assertTrue(unwrapped(tag(contentFormat, cose)) instanceof CmwMessage.Signed);
      }
      DecodingException e = refusal(tag(contentFormat, cbor(COLLECTION)));
      assertEquals(CmwCodes.TAG_CONTENT, e.code());
      assertEquals(Reason.UNEXPECTED_STRUCTURE, e.reason());
      assertEquals(
          CmwCodes.TAG_CONTENT,
          refusal(CmwTag.received(ContentFormat.of(contentFormat), Bytes.EMPTY)).code());
    }
  }

  @Test
  void unwrapsARecordInsideTheTagOnlyIfAsked() throws Exception {
    for (Cmw inner : List.of(RECORD, tag(263, Bytes.of(1)))) {
      Cmw redundant = tag(273, cbor(inner));

      assertEquals(CmwCodes.TAG_CONTENT, refusal(redundant).code());
      assertEquals(
          Optional.of(new CmwMessage.Plain(inner)),
          CmwUnwrapper.STRICT.acceptingRedundant().unwrap(redundant));
    }
  }

  @Test
  void unwrapsNothingElse() throws Exception {
    for (Cmw cmw : List.of(COLLECTION, RECORD, tag(263, Bytes.of(1)), tag(64999, COSE))) {
      assertEquals(Optional.empty(), CmwUnwrapper.STRICT.unwrap(cmw));
    }
    assertThrows(IllegalArgumentException.class, () -> CmwUnwrapper.STRICT.unwrap(COLLECTION, -1));
  }

  @Test
  void countsCollectionsOnInside() throws Exception {
    Cmw deep = RECORD;
    for (int i = 0; i < 10; i++) {
      deep = CmwCollection.builder().put("x", deep).build();
    }
    Cmw inCbor = tag(273, cbor(deep));
    Cmw inJson = tag(274, json(deep));

    for (Cmw wrapped : List.of(inCbor, inJson)) {
      assertTrue(CmwUnwrapper.STRICT.unwrap(wrapped, 6).isPresent());
      for (int depth : new int[] {7, 16, 1000}) {
        DecodingException e =
            assertThrows(DecodingException.class, () -> CmwUnwrapper.STRICT.unwrap(wrapped, depth));
        assertEquals(CmwCodes.DEPTH_LIMIT, e.code());
      }
    }
  }

  @Test
  void countsNoArraysAndMapsOfTheEnvelopeAsCollections() throws Exception {
    Bytes withKeyId = Bytes.ofHex("d28443a10126a10441314a8263612f6244000000004101");
    Bytes flattened =
        Bytes.ofUtf8(
            "{\"protected\":\"eyJhbGciOiJFUzI1NiJ9\",\"header\":{\"kid\":\"1\"},"
                + "\"payload\":\"AA\",\"signature\":\"AA\"}");

    for (int depth : new int[] {0, 15, 16, 17}) {
      for (Cmw signed : List.of(tag(275, withKeyId), tag(276, flattened))) {
        CmwMessage message = CmwUnwrapper.STRICT.unwrap(signed, depth).orElseThrow();

        assertTrue(message instanceof CmwMessage.Signed);
      }
    }
  }

  @Test
  void countsCollectionsOnInsideWhatIsSigned() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Signer signer = Signers.of(keys.getPrivate(), Algorithms.EDDSA);
    SignedCmwExpectations expected =
        SignedCmwExpectations.builder().key(VerificationKey.of(keys.getPublic())).build();
    Cmw signed = tag(275, SignedCmw.cose(COLLECTION).sign(signer));

    CmwMessage.Signed fits =
        (CmwMessage.Signed) CmwUnwrapper.STRICT.unwrap(signed, 15).orElseThrow();
    CmwMessage.Signed tooDeep =
        (CmwMessage.Signed) CmwUnwrapper.STRICT.unwrap(signed, 16).orElseThrow();

    assertEquals(COLLECTION, fits.message().verify(expected).cmw());
    DecodingException e =
        assertThrows(DecodingException.class, () -> tooDeep.message().verify(expected));
    assertEquals(CmwCodes.DEPTH_LIMIT, e.code());
  }

  @Test
  void decodesByMediaTypeAndContentFormat() throws Exception {
    for (String type : List.of("application/cmw+cbor", "application/cmw+cbor; cmwc_t=\"1.2\"")) {
      assertEquals(
          new CmwMessage.Plain(COLLECTION),
          CmwMessage.decode(cbor(COLLECTION), MediaType.of(type), CmwOptions.STRICT));
    }
    assertEquals(
        new CmwMessage.Plain(RECORD),
        CmwMessage.decode(json(RECORD), ContentFormat.of(274), CmwOptions.STRICT));
    assertTrue(
        CmwMessage.decode(COSE, ContentFormat.of(275), CmwOptions.STRICT)
            instanceof CmwMessage.Signed);
    assertTrue(
        CmwMessage.decode(JWS, MediaType.of("application/cmw+jws"), CmwOptions.STRICT)
            instanceof CmwMessage.Signed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/cbor", "application/cmw", "text/cmw+json"})
  void refusesTypesThatAreNoneOfWrappers(String type) {
    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> CmwMessage.decode(json(RECORD), MediaType.of(type), CmwOptions.STRICT));

    assertEquals(CmwCodes.NOT_A_CMW, e.code());
    assertThrows(
        DecodingException.class,
        () -> CmwMessage.decode(json(RECORD), ContentFormat.of(64999), CmwOptions.STRICT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"a/b\",\"AQ\"]", "{\"a\":[\"a/b\",\"AQ\"]}"})
  void refusesAnotherTypeOfCollectionThanTheMediaTypeNames(String json) {
    MediaType type = MediaType.of("application/cmw+json; cmwc_t=1.2");

    DecodingException e =
        assertThrows(
            DecodingException.class,
            () -> CmwMessage.decode(Bytes.ofUtf8(json), type, CmwOptions.LENIENT));

    assertEquals(CmwCodes.COLLECTION_TYPE, e.code());
  }
}
