package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SignatureException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;

class CoseSigningTest {
  private static final DecodeOptions STRICT = DecodeOptions.STRICT;
  private static final Bytes PAYLOAD = Bytes.ofUtf8("payload");
  private static final Signer ES256 = CoseTestKeys.signer(Algorithms.ES256);

  @ParameterizedTest
  @ValueSource(longs = {-7, -9, -35, -51, -36, -52, -8, -19, -53, -37, -38, -39, -48, -49, -50})
  void signsAndVerifiesWithEverySignatureAlgorithm(long algorithm) throws Exception {
    Bytes aad = Bytes.of(1, 2, 3);
    Bytes wire =
        CoseSign1.builder().payload(PAYLOAD).externalAad(aad).sign(CoseTestKeys.signer(algorithm));
    CoseExpectations expectations = CoseTestKeys.expecting(algorithm).externalAad(aad).build();

    CoseSign1 verified = CoseSign1.decode(wire, STRICT).verify(expectations);

    assertEquals(PAYLOAD, verified.payload());
    assertEquals(algorithm, verified.algorithm());
    assertEquals(algorithm, verified.protectedHeaders().algorithm().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void authenticatesWithEveryMacAlgorithm(long algorithm) throws Exception {
    Bytes wire = CoseMac0.builder().payload(PAYLOAD).sign(CoseTestKeys.signer(algorithm));

    CoseMac0 verified = CoseMac0.decode(wire, STRICT).verify(CoseTestKeys.trusting(algorithm));

    assertEquals(PAYLOAD, verified.payload());
    assertEquals(algorithm, verified.algorithm());
  }

  @Test
  void writesDeterministicCbor() throws Exception {
    Signer fixed = fixedSigner(Algorithms.ES256, new byte[] {1});
    CoseHeaders headers =
        CoseHeaders.builder()
            .put(Label.of("z"), CborInteger.of(0))
            .contentType(CoseContentType.of(60))
            .build();

    Bytes wire =
        CoseSign1.builder()
            .protectedHeaders(headers)
            .unprotectedHeaders(CoseHeaders.builder().kid(Bytes.of(9)).build())
            .payload(Bytes.of(5))
            .sign(fixed);

    assertEquals(Bytes.ofHex("d284" + "49a3012603183c617a00" + "a1044109" + "4105" + "4101"), wire);
  }

  @Test
  void leavesTheTagAway() throws Exception {
    Bytes wire = CoseSign1.builder().payload(PAYLOAD).untagged().sign(ES256);

    assertEquals(0x84, wire.at(0));
    assertEquals(
        PAYLOAD,
        CoseSign1.decode(wire, CoseTag.ABSENT, STRICT)
            .verify(CoseTestKeys.trusting(Algorithms.ES256))
            .payload());
  }

  @Test
  void detachesThePayload() throws Exception {
    Bytes wire = CoseSign1.builder().detachedPayload(PAYLOAD).sign(ES256);
    CoseExpectations given =
        CoseTestKeys.expecting(Algorithms.ES256).detachedPayload(PAYLOAD).build();

    UnverifiedCoseSign1 message = CoseSign1.decode(wire, STRICT);

    assertEquals(Optional.empty(), message.payload());
    assertEquals(PAYLOAD, message.verify(given).payload());
    assertThrows(IllegalStateException.class, () -> message.toBeSigned(Bytes.EMPTY));
  }

  @Test
  void tellsAnEmptyPayloadFromNone() throws Exception {
    Bytes wire = CoseSign1.builder().payload(Bytes.EMPTY).sign(ES256);

    assertEquals(Optional.of(Bytes.EMPTY), CoseSign1.decode(wire, STRICT).payload());
  }

  @Test
  void handsTheSignerThePayloadItself() throws Exception {
    Signer seeing =
        new Signer() {
          @Override
          public long algorithm() {
            return Algorithms.ES256;
          }

          @Override
          public byte[] sign(byte[] toBeSigned) {
            throw new AssertionError("joined");
          }

          @Override
          public byte[] sign(List<Bytes> toBeSigned) {
            assertSame(PAYLOAD, toBeSigned.get(toBeSigned.size() - 1));
            return new byte[] {1};
          }
        };

    assertEquals(
        Bytes.of(1),
        CoseSign1.decode(CoseSign1.builder().payload(PAYLOAD).sign(seeing), STRICT).signature());
  }

  @Test
  void signsByTwoWhoAreVerifiedEachByHisOwnCall() throws Exception {
    CoseHeaders kid = CoseHeaders.builder().kid(Bytes.of(7)).build();
    Bytes wire =
        CoseSign.builder()
            .protectedHeaders(CoseHeaders.builder().typ(CoseContentType.of("a/b")).build())
            .payload(PAYLOAD)
            .signer(ES256)
            .signer(CoseTestKeys.signer(Algorithms.ED25519), kid, CoseHeaders.EMPTY)
            .sign();
    CoseExpectations first = CoseTestKeys.trusting(Algorithms.ES256);
    CoseExpectations second = CoseTestKeys.trusting(Algorithms.ED25519);

    UnverifiedCoseSign message = CoseSign.decode(wire, STRICT);
    CoseSign verified = message.verify(1, second);

    assertEquals(0, message.verify(0, first).signerIndex());
    assertEquals(1, verified.signerIndex());
    assertEquals(CoseTestKeys.key(Algorithms.ED25519).publicKey(), verified.key().publicKey());
    assertEquals(PAYLOAD, verified.payload());
    assertEquals(Algorithms.ED25519, verified.algorithm());
    assertEquals(Optional.of(Bytes.of(7)), verified.signerProtectedHeaders().kid());
    assertEquals(Optional.of(CoseContentType.of("a/b")), verified.protectedHeaders().typ());
    VerificationException e =
        assertThrows(VerificationException.class, () -> message.verify(0, second));
    assertEquals(Reason.KEY_MISMATCH, e.reason());
    assertThrows(IndexOutOfBoundsException.class, () -> message.verify(2, first));
  }

  @Test
  void showsWhatSeveralHaveSigned() throws Exception {
    CoseHeaders type = CoseHeaders.builder().typ(CoseContentType.of("a/b")).build();
    CoseHeaders kid = CoseHeaders.builder().kid(Bytes.of(7)).build();
    CoseSignBuilder builder =
        CoseSign.builder()
            .protectedHeaders(type)
            .unprotectedHeaders(kid)
            .payload(PAYLOAD)
            .externalAad(Bytes.of(1))
            .signer(ES256)
            .signer(CoseTestKeys.signer(Algorithms.ED25519));

    UnverifiedCoseSign message = CoseSign.decode(builder.sign(), STRICT);

    assertEquals(type, message.protectedHeaders());
    assertEquals(kid, message.unprotectedHeaders());
    List<UnverifiedCoseSignature> signatures = message.signatures();
    assertEquals(2, signatures.size());
    assertEquals(OptionalLong.of(Algorithms.ED25519), signatures.get(1).keyHints().algorithm());
    Bytes toBeSigned = message.toBeSigned(1, Bytes.of(1));
    CoseTestKeys.key(Algorithms.ED25519)
        .verify(Algorithms.ED25519, List.of(toBeSigned), signatures.get(1).signature());
    assertEquals(toBeSigned, message.toBeSigned(1, Bytes.of(1), PAYLOAD));
    assertThrows(IndexOutOfBoundsException.class, () -> message.toBeSigned(2, Bytes.EMPTY));
    UnverifiedCoseSign detached = CoseSign.decode(builder.detachedPayload(PAYLOAD).sign(), STRICT);
    assertThrows(IllegalStateException.class, () -> detached.toBeSigned(0, Bytes.EMPTY));
    assertEquals(toBeSigned, detached.toBeSigned(1, Bytes.of(1), PAYLOAD));
  }

  @Test
  void wrapsAHash() throws Exception {
    HashEnvelope envelope =
        HashEnvelope.ofPreimage(CoseHash.SHA_384, PAYLOAD)
            .withPreimageContentType(CoseContentType.of("application/cbor"))
            .withPayloadLocation("https://example.com/");
    Bytes wire = CoseSign1.builder().hashEnvelope(envelope).sign(ES256);

    HashEnvelope verified =
        CoseSign1.decode(wire, STRICT)
            .verify(CoseTestKeys.trusting(Algorithms.ES256))
            .hashEnvelope()
            .orElseThrow();

    verified.verifyPreimage(PAYLOAD);
    assertEquals(CoseHash.SHA_384, verified.hashAlgorithm());
    assertEquals(48, verified.digest().size());
    assertEquals(
        Optional.of(CoseContentType.of("application/cbor")), verified.preimageContentType());
    assertEquals(Optional.of("https://example.com/"), verified.payloadLocation());
    VerificationException e =
        assertThrows(
            VerificationException.class, () -> verified.verifyPreimage(Bytes.ofUtf8("other")));
    assertEquals(Reason.DIGEST_MISMATCH, e.reason());
  }

  @Test
  void refusesToCompareAHashThatItDoesNotKnow() throws Exception {
    Bytes wire = CoseSign1.builder().hashEnvelope(HashEnvelope.of(-65000, PAYLOAD)).sign(ES256);
    HashEnvelope envelope =
        CoseSign1.decode(wire, STRICT)
            .verify(CoseTestKeys.trusting(Algorithms.ES256))
            .hashEnvelope()
            .orElseThrow();

    VerificationException e =
        assertThrows(VerificationException.class, () -> envelope.verifyPreimage(PAYLOAD));

    assertEquals(Reason.ALGORITHM_NOT_ALLOWED, e.reason());
    assertThrows(IllegalArgumentException.class, () -> HashEnvelope.ofPreimage(-65000, PAYLOAD));
    assertThrows(IllegalArgumentException.class, () -> HashEnvelope.of(CoseHash.SHA_256, PAYLOAD));
  }

  @Test
  void refusesHeadersThatADecoderWouldRefuse() {
    CoseHeaders kid = CoseHeaders.builder().kid(Bytes.of(1)).build();
    CoseHeaders type = CoseHeaders.builder().contentType(CoseContentType.of(0)).build();

    refuses(headers(-7).toBuilder().put(7, CborInteger.of(0)).build(), CoseHeaders.EMPTY);
    refuses(CoseHeaders.EMPTY, headers(-7));
    refuses(kid, kid);
    refuses(CoseHeaders.EMPTY, CoseHeaders.builder().critical(Label.of(4)).build());
    refuses(CoseHeaders.builder().critical(Label.of(4)).build(), kid);
    refuses(headers(-35), CoseHeaders.EMPTY);
    refuses(CoseHeaders.builder().put(1, new CborText("ES256")).build(), CoseHeaders.EMPTY);
    refuses(
        CoseHeaders.builder().put(5, new CborBytes(PAYLOAD)).build(),
        CoseHeaders.builder().put(6, new CborBytes(PAYLOAD)).build());
    refuses(
        CoseHeaders.builder().put(5, new CborBytes(PAYLOAD)).put(6, new CborBytes(PAYLOAD)).build(),
        CoseHeaders.EMPTY);
    refuses(
        CoseHeaders.EMPTY,
        CoseHeaders.builder()
            .put(5, new CborBytes(PAYLOAD))
            .put(6, new CborBytes(PAYLOAD))
            .build());
    refuses(CoseHeaders.builder().put(258, CborInteger.of(-16)).build(), CoseHeaders.EMPTY);
    CoseSignBuilder several =
        CoseSign.builder().payload(PAYLOAD).unprotectedHeaders(headers(-7)).signer(ES256);
    assertThrows(IllegalArgumentException.class, several::sign);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CoseSign1.builder()
                .unprotectedHeaders(type)
                .hashEnvelope(HashEnvelope.ofPreimage(CoseHash.SHA_256, PAYLOAD))
                .sign(ES256));
  }

  private static CoseHeaders headers(long algorithm) {
    return CoseHeaders.builder().put(CoseHeaders.ALG, CborInteger.of(algorithm)).build();
  }

  private static void refuses(CoseHeaders protectedHeaders, CoseHeaders unprotectedHeaders) {
    CoseSign1Builder builder =
        CoseSign1.builder()
            .payload(PAYLOAD)
            .protectedHeaders(protectedHeaders)
            .unprotectedHeaders(unprotectedHeaders);

    assertThrows(IllegalArgumentException.class, () -> builder.sign(ES256));
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 0, -257, -65535, -47, -16})
  void refusesAnAlgorithmThatIsNotToBeWritten(long algorithm) {
    Signer signer = fixedSigner(algorithm, new byte[] {1});

    assertThrows(
        IllegalArgumentException.class, () -> CoseSign1.builder().payload(PAYLOAD).sign(signer));
    assertThrows(IllegalArgumentException.class, () -> CoseSign.builder().signer(signer));
  }

  @Test
  void refusesASignatureAsMac() {
    assertThrows(
        IllegalArgumentException.class, () -> CoseMac0.builder().payload(PAYLOAD).sign(ES256));
  }

  @Test
  void refusesAnEmptySignature() {
    Signer silent = fixedSigner(Algorithms.ES256, new byte[0]);

    assertThrows(SignatureException.class, () -> CoseSign1.builder().payload(PAYLOAD).sign(silent));
  }

  @Test
  void needsAPayloadAndASigner() {
    assertThrows(IllegalStateException.class, () -> CoseSign1.builder().sign(ES256));
    assertThrows(IllegalStateException.class, () -> CoseSign.builder().payload(PAYLOAD).sign());
  }

  @Test
  void encodesReceivedHeadersAnewWhenTheyAreUsedAgain() throws Exception {
    UnverifiedCoseSign1 received =
        CoseSign1.decode(Bytes.ofHex("d28446a20441010126a041014102"), STRICT);

    Bytes wire =
        CoseSign1.builder()
            .protectedHeaders(received.protectedHeaders())
            .payload(Bytes.of(1))
            .sign(fixedSigner(Algorithms.ES256, new byte[] {2}));

    assertEquals(Bytes.ofHex("d28446a20126044101a041014102"), wire);
  }

  @Test
  void keepsWhatItDoesNotKnow() throws Exception {
    CborArray unknown = new CborArray(List.of(CborInteger.of(1), new CborText("x")));
    CoseHeaders headers = CoseHeaders.builder().put(-70001, unknown).build();
    Bytes wire = CoseSign1.builder().protectedHeaders(headers).payload(PAYLOAD).sign(ES256);

    CoseSign1 verified =
        CoseSign1.decode(wire, STRICT).verify(CoseTestKeys.trusting(Algorithms.ES256));

    assertEquals(Optional.of(unknown), verified.protectedHeaders().get(-70001));
  }

  private static Signer fixedSigner(long algorithm, byte[] signature) {
    return new Signer() {
      @Override
      public long algorithm() {
        return algorithm;
      }

      @Override
      public byte[] sign(byte[] toBeSigned) {
        return signature;
      }
    };
  }
}
