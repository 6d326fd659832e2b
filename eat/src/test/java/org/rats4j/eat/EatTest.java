package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.CoseSignBuilder;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.jose.Jws;

class EatTest {
  private static final EatClaims CLAIMS =
      EatClaims.builder()
          .put(Claims.ISSUER, "issuer")
          .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(TestTokens.NONCE)))
          .put(Claims.UEID, Ueid.rand(Bytes.copyOf(new byte[16])))
          .build();

  private static EatExpectations expected() {
    return EatExpectations.builder().key(TestTokens.KEY).nonce(TestTokens.NONCE).build();
  }

  @Test
  void verifiesACwtThatItSigned() throws Exception {
    Bytes token = Eat.cwt(CLAIMS).keyId(Bytes.ofUtf8("k")).contentType().sign(TestTokens.SIGNER);

    Eat eat = Eat.decode(token, EatOptions.STRICT).verify(expected());

    assertEquals(CLAIMS, eat.claims());
    assertEquals(EatEnvelope.COSE_SIGN1, eat.envelope());
    assertSame(TestTokens.KEY, eat.key().orElseThrow());
    assertEquals(Algorithms.ES256, eat.algorithm().orElseThrow());
    assertEquals(List.of(), eat.findings());
    assertEquals(token, eat.encoded());
    assertTrue(token.toHex().startsWith("d83dd284"));
  }

  @Test
  void verifiesAJwtThatItSigned() throws Exception {
    Bytes token = Eat.jwt(CLAIMS).keyId("k").sign(TestTokens.SIGNER);

    Eat eat = Eat.decode(token, EatOptions.STRICT).verify(expected());

    assertEquals(CLAIMS.get(Claims.UEID), eat.claims().get(Claims.UEID));
    assertEquals(EatEnvelope.JWS, eat.envelope());
    assertEquals(List.of(), eat.findings());
  }

  @Test
  void verifiesAMacThatItMade() throws Exception {
    for (Bytes token :
        List.of(
            Eat.cwt(CLAIMS).withoutCwtTag().sign(TestTokens.MAC_SIGNER),
            Eat.jwt(CLAIMS).sign(TestTokens.MAC_SIGNER))) {
      UnverifiedEat unverified = Eat.decode(token, EatOptions.STRICT);

      Eat eat =
          unverified.verify(
              EatExpectations.builder().key(TestTokens.MAC_KEY).nonce(TestTokens.NONCE).build());

      assertEquals(Algorithms.HMAC_256, eat.algorithm().orElseThrow());
    }
  }

  @Test
  void refusesMoreSignaturesThanItWouldTry() throws Exception {
    CoseSignBuilder message = CoseSign.builder().payload(CLAIMS.encode(Encoding.CBOR));
    for (int i = 0; i < 16; i++) {
      message.signer(TestTokens.SIGNER);
    }
    Bytes most = message.sign();
    Bytes tooMany = message.signer(TestTokens.SIGNER).sign();

    assertEquals(
        EatEnvelope.COSE_SIGN, Eat.decode(most, EatOptions.STRICT).verify(expected()).envelope());
    DecodingException e =
        assertThrows(DecodingException.class, () -> Eat.decode(tooMany, EatOptions.STRICT));
    assertEquals(DecodingException.Reason.LIMIT_EXCEEDED, e.reason());
    assertEquals(List.of(EatCodes.LIMIT_EXCEEDED, "cwt"), List.of(e.code(), e.path()));
  }

  @Test
  void verifiesOneOfSeveralSignatures() throws Exception {
    Bytes token =
        CoseSign.builder()
            .payload(CLAIMS.encode(Encoding.CBOR))
            .signer(TestTokens.OTHER_SIGNER)
            .signer(TestTokens.SIGNER)
            .sign();

    Eat eat = Eat.decode(token, EatOptions.STRICT).verify(expected());

    assertEquals(EatEnvelope.COSE_SIGN, eat.envelope());
    assertSame(TestTokens.KEY, eat.key().orElseThrow());
  }

  @Test
  void letsTheKeyBeFoundByTheClaims() throws Exception {
    Bytes token = Eat.cwt(CLAIMS).keyId(Bytes.ofUtf8("k")).sign(TestTokens.SIGNER);
    EatExpectations byUeid =
        EatExpectations.builder()
            .keys(
                hints ->
                    hints instanceof EatKeyHints eat
                            && eat.unverifiedClaims().contains(Claims.UEID)
                            && eat.keyId().equals(Optional.of(Bytes.ofUtf8("k")))
                        ? List.of(TestTokens.KEY)
                        : List.of())
            .nonce(TestTokens.NONCE)
            .build();

    Eat eat = Eat.decode(token, EatOptions.STRICT).verify(byUeid);

    assertSame(TestTokens.KEY, eat.key().orElseThrow());
  }

  @Test
  void showsNonceAndProfileBeforeItIsVerified() throws Exception {
    EatClaims claims = CLAIMS.toBuilder().put(Claims.PROFILE, ProfileId.of("2.999.1")).build();
    Bytes token = Eat.cwt(claims).sign(TestTokens.SIGNER);

    UnverifiedEat unverified = Eat.decode(token, EatOptions.STRICT);

    assertEquals(List.of(Nonce.ofBytes(TestTokens.NONCE)), unverified.nonces());
    assertEquals(Optional.of(ProfileId.of("2.999.1")), unverified.profile());
    assertFalse(unverified.toString().contains(TestTokens.NONCE.toHex()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "empty, '', NOT_WELL_FORMED, NOT_WELL_FORMED",
    "self-described twice, d9d9f7d9d9f7d28440a0f640, UNEXPECTED_STRUCTURE, BAD_TAG_NESTING",
    "61 in 61, d83dd83dd28440a04040, UNEXPECTED_STRUCTURE, BAD_TAG_NESTING",
    "61 on self-described, d83dd9d9f7d28440a04040, UNEXPECTED_STRUCTURE, BAD_TAG_NESTING",
    "61 on an array, d83d8440a04040, UNEXPECTED_STRUCTURE, MISSING_TAG",
    "no tag, 8440a04040, UNEXPECTED_STRUCTURE, MISSING_TAG",
    "601 on an array, d9025980, UNEXPECTED_STRUCTURE, WRONG_TYPE",
    "601 on 601, d90259d90259a0, UNEXPECTED_STRUCTURE, WRONG_TYPE",
    "bundle, d9025a80, UNEXPECTED_STRUCTURE, WRONG_TYPE",
    "UCCS in a CWT, d28443a10126a044d90259a04101, UNEXPECTED_STRUCTURE, BAD_TAG_NESTING",
    "encrypted, d08340a040, UNSUPPORTED, UNSUPPORTED",
    "other tag, c100, UNEXPECTED_STRUCTURE, WRONG_TYPE",
    "text, 61612e61, NOT_WELL_FORMED, NOT_WELL_FORMED",
    "three members, d28343a10126a040, UNEXPECTED_STRUCTURE, WRONG_TYPE",
    "detached, d28443a10126a0f64101, UNEXPECTED_STRUCTURE, WRONG_TYPE",
    "claims no map, d28443a10126a041804101, UNEXPECTED_STRUCTURE, WRONG_TYPE",
    "claims cut, d28443a10126a041a14101, NOT_WELL_FORMED, NOT_WELL_FORMED",
    "byte behind, d28443a10126a041a0410100, TRAILING_DATA, TRAILING_DATA",
  })
  void rejects(String name, String hex, DecodingException.Reason reason, String code) {
    Bytes token = Bytes.ofHex(hex);

    DecodingException e =
        assertThrows(DecodingException.class, () -> Eat.decode(token, EatOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
  }

  @Test
  void takesAnUntaggedMessageOnlyIfItsTypeIsStated() throws Exception {
    Bytes token = Eat.cwt(CLAIMS).withoutCwtTag().sign(TestTokens.SIGNER);
    Bytes untagged = token.slice(1, token.size() - 1);

    UnverifiedEat stated = Eat.decode(untagged, EatEnvelope.COSE_SIGN1, EatOptions.STRICT);

    assertEquals(CLAIMS, stated.verify(expected()).claims());
    assertThrows(DecodingException.class, () -> Eat.decode(untagged, EatOptions.STRICT));
  }

  @Test
  void refusesClaimsOfTheHeaderThatThePayloadContradicts() throws Exception {
    CborMap inHeader = new CborMap(Map.of(CborInteger.of(1), new CborText("other")));
    Bytes token =
        CoseSign1.builder()
            .protectedHeaders(CoseHeaders.builder().cwtClaims(inHeader).build())
            .payload(CLAIMS.encode(Encoding.CBOR))
            .sign(TestTokens.SIGNER);
    UnverifiedEat unverified = Eat.decode(token, EatOptions.STRICT);

    RatsException e = assertThrows(RatsException.class, () -> unverified.verify(expected()));

    assertEquals(EatCodes.HEADER_CONFLICT, e.code());
  }

  @Test
  void remarksATypeThatIsNotThatOfATokenInTheHeaders() throws Exception {
    Bytes jwt =
        Bytes.ofUtf8(
            Jws.builder()
                .typ("secevent+jwt")
                .payload(CLAIMS.encode(Encoding.JSON))
                .sign(TestTokens.SIGNER));
    Bytes cwt =
        CoseSign1.builder()
            .protectedHeaders(
                CoseHeaders.builder().put(CoseHeaders.CONTENT_TYPE, CborInteger.of(60)).build())
            .payload(CLAIMS.encode(Encoding.CBOR))
            .sign(TestTokens.SIGNER);

    for (Bytes token : List.of(jwt, cwt)) {
      Eat eat = Eat.decode(token, EatOptions.STRICT).verify(expected());

      assertEquals(EatCodes.OTHER_TYPE, eat.findings().get(0).code());
    }
  }

  /** Whatever the bytes are, only the two exceptions of the road come out. */
  @RepeatedTest(200)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    for (Bytes token : List.of(TestTokens.CWT, TestTokens.JWT)) {
      byte[] wire = token.toByteArray();
      for (int i = 0; i < 2; i++) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt();
      }
      try {
        Eat eat = Eat.decode(wire, EatOptions.LENIENT).verify(expected());
        EatClaims original = Eat.decode(token, EatOptions.STRICT).unverifiedClaims();
        assertEquals(original, eat.claims()); // what is signed cannot have changed
      } catch (RatsException expected) {
        // one of the two permitted failures
      }
    }
  }
}
