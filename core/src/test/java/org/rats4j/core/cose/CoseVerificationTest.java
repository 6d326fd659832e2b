package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.CertificateThumbprint;
import org.rats4j.core.crypto.KeyHints;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.VerificationKey;

class CoseVerificationTest {
  private static final DecodeOptions LENIENT =
      DecodeOptions.builder().allow(CoseLeniencies.LENIENT).build();
  private static final Bytes PAYLOAD = Bytes.ofUtf8("payload");
  private static final VerificationKey KEY = CoseTestKeys.key(Algorithms.ES256);
  private static final VerificationKey OTHER_KEY = CoseTestKeys.key(Algorithms.ESP256);
  private static final Label PRIVATE = Label.of(-70000);

  private static CoseSign1Builder message() {
    return CoseSign1.builder().payload(PAYLOAD);
  }

  private static UnverifiedCoseSign1 signed(CoseSign1Builder builder) throws Exception {
    return CoseSign1.decode(
        builder.sign(CoseTestKeys.signer(Algorithms.ES256)), DecodeOptions.STRICT);
  }

  private static CoseExpectations.Builder expecting() {
    return CoseExpectations.builder().key(KEY);
  }

  private static Reason refusal(UnverifiedCoseSign1 message, CoseExpectations expectations) {
    return assertThrows(VerificationException.class, () -> message.verify(expectations)).reason();
  }

  @Test
  void answersWithPayloadProtectedHeadersAndKey() throws Exception {
    CoseHeaders typ = CoseHeaders.builder().typ(CoseContentType.of(263)).build();
    UnverifiedCoseSign1 message =
        signed(
            message()
                .protectedHeaders(typ)
                .unprotectedHeaders(CoseHeaders.builder().kid(PAYLOAD).build()));

    CoseSign1 verified = message.verify(expecting().build());

    assertEquals(PAYLOAD, verified.payload());
    assertEquals(Optional.of(CoseContentType.of(263)), verified.protectedHeaders().typ());
    assertEquals(Optional.empty(), verified.protectedHeaders().kid());
    assertEquals(Optional.empty(), verified.hashEnvelope());
    assertSame(KEY, verified.key());
  }

  @Test
  void verifiesOverTheBytesThatItShows() throws Exception {
    UnverifiedCoseSign1 message = signed(message().externalAad(Bytes.of(1)));

    Bytes toBeSigned = message.toBeSigned(Bytes.of(1));

    KEY.verify(Algorithms.ES256, List.of(toBeSigned), message.signature());
    assertEquals(toBeSigned, message.toBeSigned(Bytes.of(1), PAYLOAD));
  }

  @Test
  void refusesAnotherPayloadKeyOrAad() throws Exception {
    UnverifiedCoseSign1 message = signed(message());
    byte[] changed = message.encoded().toByteArray();
    changed[11] ^= 1;

    assertEquals(Reason.BAD_SIGNATURE, refusal(message, expecting().externalAad(PAYLOAD).build()));
    assertEquals(
        Reason.BAD_SIGNATURE, refusal(message, CoseExpectations.builder().key(OTHER_KEY).build()));
    assertEquals(
        Reason.BAD_SIGNATURE,
        refusal(CoseSign1.decode(changed, DecodeOptions.STRICT), expecting().build()));
  }

  @Test
  void triesEachKeyThatFits() throws Exception {
    UnverifiedCoseSign1 message = signed(message());
    List<VerificationKey> keys = List.of(CoseTestKeys.key(Algorithms.ED25519), OTHER_KEY, KEY);

    assertSame(KEY, message.verify(CoseExpectations.builder().keys(hints -> keys).build()).key());
    assertEquals(
        Reason.BAD_SIGNATURE,
        refusal(message, CoseExpectations.builder().keys(hints -> keys.subList(0, 2)).build()));
    assertEquals(
        Reason.KEY_MISMATCH,
        refusal(message, CoseExpectations.builder().keys(hints -> keys.subList(0, 1)).build()));
  }

  @Test
  void refusesWithoutKey() throws Exception {
    CoseExpectations none = CoseExpectations.builder().keys(hints -> List.of()).build();

    assertEquals(Reason.UNKNOWN_KEY, refusal(signed(message()), none));
  }

  @Test
  void refusesAsTheResolverDoes() throws Exception {
    CoseExpectations refusing =
        CoseExpectations.builder()
            .keys(
                hints -> {
                  throw VerificationException.of(Reason.UNTRUSTED_CHAIN, "no");
                })
            .build();

    assertEquals(Reason.UNTRUSTED_CHAIN, refusal(signed(message()), refusing));
  }

  @Test
  void refusesAKeyThatIsBoundToAnotherAlgorithm() throws Exception {
    VerificationKey bound = KEY.withAlgorithm(Algorithms.ESP256);

    assertEquals(
        Reason.KEY_MISMATCH,
        refusal(signed(message()), CoseExpectations.builder().key(bound).build()));
  }

  @Test
  void refusesAnAlgorithmThatIsNotNamed() throws Exception {
    CoseExpectations others = expecting().algorithms(Set.of(Algorithms.ESP256)).build();

    assertEquals(Reason.ALGORITHM_NOT_ALLOWED, refusal(signed(message()), others));
  }

  @Test
  void namesTheAlgorithmThatIsNotExpected() throws Exception {
    UnverifiedCoseSign1 message = signed(message());
    CoseExpectations others = expecting().algorithms(Set.of(Algorithms.ESP256)).build();

    VerificationException e =
        assertThrows(VerificationException.class, () -> message.verify(others));

    assertTrue(e.getMessage().contains("ES256 is not among"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {-65535, -47, -46, 0, 5, 15, -16})
  void refusesAnAlgorithmThatItCannotVerifyEvenIfItIsNamed(long algorithm) throws Exception {
    CoseHeaders alg = CoseHeaders.builder().put(CoseHeaders.ALG, CborInteger.of(algorithm)).build();
    Bytes wire =
        Bytes.ofHex("d28458" + "%02x".formatted(alg.encoded().size()))
            .concat(alg.encoded())
            .concat(Bytes.ofHex("a041014102"));
    CoseExpectations named = expecting().algorithms(Set.of(algorithm)).build();

    assertEquals(
        Reason.ALGORITHM_NOT_ALLOWED, refusal(CoseSign1.decode(wire, DecodeOptions.STRICT), named));
  }

  @Test
  void refusesATextAlgorithm() throws Exception {
    Bytes wire = Bytes.ofHex("d28448a101654553323536a041014102");

    assertEquals(
        Reason.ALGORITHM_NOT_ALLOWED,
        refusal(CoseSign1.decode(wire, DecodeOptions.STRICT), expecting().build()));
  }

  @Test
  void refusesASignatureAlgorithmInAMac() throws Exception {
    byte[] wire = signed(message()).encoded().toByteArray();
    wire[0] = (byte) 0xd1;

    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> CoseMac0.decode(wire, DecodeOptions.STRICT).verify(expecting().build()));

    assertEquals(Reason.ALGORITHM_NOT_ALLOWED, e.reason());
  }

  @Test
  void takesNoAlgorithmFromAnUnprotectedHeader() throws Exception {
    UnverifiedCoseSign1 message = withUnprotectedAlgorithm();

    assertEquals(Reason.ALGORITHM_NOT_ALLOWED, refusal(message, expecting().build()));
    assertEquals(OptionalLong.empty(), message.keyHints().algorithm());
  }

  @Test
  void takesAMissingAlgorithmFromTheKey() throws Exception {
    VerificationKey bound = KEY.withAlgorithm(Algorithms.ES256);
    CoseExpectations expectations = CoseExpectations.builder().key(bound).build();
    CoseExpectations others =
        CoseExpectations.builder().key(bound).algorithms(Set.of(Algorithms.ESP256)).build();

    assertEquals(Algorithms.ES256, withUnprotectedAlgorithm().verify(expectations).algorithm());
    assertEquals(Reason.ALGORITHM_NOT_ALLOWED, refusal(withUnprotectedAlgorithm(), others));
  }

  /** What no builder makes: alg where no signature covers it. */
  private static UnverifiedCoseSign1 withUnprotectedAlgorithm() throws Exception {
    Signer signer = CoseTestKeys.signer(Algorithms.ES256);
    CoseLayer layer = new CoseLayer(CoseHeaders.EMPTY, CoseHeaders.EMPTY);
    byte[] signature =
        signer.sign(ToBeSigned.parts(CoseForm.SIGN1, List.of(layer), Bytes.EMPTY, Bytes.of(1)));
    Bytes wire = Bytes.ofHex("d28440a1012641015840").concat(Bytes.copyOf(signature));
    return CoseSign1.decode(wire, LENIENT);
  }

  @Test
  void understandsCriticalLabelsThatTheCallerProcesses() throws Exception {
    CoseHeaders critical =
        CoseHeaders.builder()
            .critical(PRIVATE, Label.of(CoseHeaders.TYP))
            .typ(CoseContentType.of(1))
            .put(PRIVATE, CborInteger.of(0))
            .build();
    UnverifiedCoseSign1 message = signed(message().protectedHeaders(critical));

    assertEquals(Reason.UNKNOWN_CRITICAL, refusal(message, expecting().build()));
    assertEquals(
        PAYLOAD, message.verify(expecting().understoodCritical(PRIVATE).build()).payload());
  }

  @Test
  void looksAtTheCriticalLabelsOfBothLayers() throws Exception {
    CoseHeaders critical =
        CoseHeaders.builder().critical(PRIVATE).put(PRIVATE, CborInteger.of(0)).build();
    Signer signer = CoseTestKeys.signer(Algorithms.ES256);
    Bytes inBody =
        CoseSign.builder().protectedHeaders(critical).payload(PAYLOAD).signer(signer).sign();
    Bytes inSigner =
        CoseSign.builder().payload(PAYLOAD).signer(signer, critical, CoseHeaders.EMPTY).sign();

    for (Bytes wire : List.of(inBody, inSigner)) {
      UnverifiedCoseSign message = CoseSign.decode(wire, DecodeOptions.STRICT);
      VerificationException e =
          assertThrows(VerificationException.class, () -> message.verify(0, expecting().build()));
      assertEquals(Reason.UNKNOWN_CRITICAL, e.reason());
    }
  }

  @Test
  void comparesTypAndContentTypeOfTheProtectedHeaders() throws Exception {
    CoseContentType cwt = CoseContentType.of("application/eat+cwt");
    CoseContentType json = CoseContentType.of("application/json");
    UnverifiedCoseSign1 right =
        signed(
            message().protectedHeaders(CoseHeaders.builder().typ(cwt).contentType(json).build()));
    UnverifiedCoseSign1 unprotected =
        signed(message().unprotectedHeaders(CoseHeaders.builder().typ(cwt).build()));
    CoseExpectations either = expecting().typ(CoseContentType.of(263), cwt).build();

    assertEquals(PAYLOAD, right.verify(either).payload());
    assertEquals(PAYLOAD, right.verify(expecting().contentType(json).build()).payload());
    assertEquals(Reason.TYPE_MISMATCH, refusal(right, expecting().typ(json).build()));
    assertEquals(Reason.TYPE_MISMATCH, refusal(right, expecting().contentType(cwt).build()));
    assertEquals(Reason.TYPE_MISMATCH, refusal(unprotected, either));
  }

  @Test
  void needsADetachedPayloadExactlyWhenThereIsNone() throws Exception {
    UnverifiedCoseSign1 detached = signed(CoseSign1.builder().detachedPayload(PAYLOAD));
    CoseExpectations given = expecting().detachedPayload(PAYLOAD).build();
    UnverifiedCoseSign1 attached = signed(message());

    assertEquals(Reason.PAYLOAD_MISSING, refusal(detached, expecting().build()));
    assertThrows(IllegalArgumentException.class, () -> attached.verify(given));
  }

  @Test
  void refusesADetachedHashOfAnotherSize() throws Exception {
    CoseHeaders hash =
        CoseHeaders.builder()
            .put(CoseHeaders.PAYLOAD_HASH_ALG, CborInteger.of(CoseHash.SHA_256))
            .build();
    UnverifiedCoseSign1 detached =
        signed(
            CoseSign1.builder().protectedHeaders(hash).detachedPayload(Bytes.copyOf(new byte[32])));

    assertEquals(
        Reason.DIGEST_MISMATCH, refusal(detached, expecting().detachedPayload(PAYLOAD).build()));
  }

  @Test
  void refusesAChainThatIsNoneIfTheSignerVouchesForIt() throws Exception {
    CoseHeaders chain = CoseHeaders.builder().x5chain(List.of(Bytes.of(0x30, 3, 2, 1))).build();

    assertEquals(
        Reason.UNTRUSTED_CHAIN,
        refusal(signed(message().protectedHeaders(chain)), expecting().build()));
    assertEquals(
        PAYLOAD, signed(message().unprotectedHeaders(chain)).verify(expecting().build()).payload());
  }

  @Test
  void refusesAThumbprintOfAnotherCertificateThanTheFirst() throws Exception {
    Bytes shaped = Bytes.ofHex("300730003000030100");
    Bytes hash = CoseHash.digest(CoseHash.SHA_256, shaped).orElseThrow();
    CoseHeaders.Builder chain = CoseHeaders.builder().x5chain(List.of(shaped));
    CoseHeaders right = chain.x5t(new CertificateThumbprint(CoseHash.SHA_256, hash)).build();
    CoseHeaders unknown = chain.x5t(new CertificateThumbprint(-18, hash)).build();
    CoseHeaders wrong = chain.x5t(new CertificateThumbprint(CoseHash.SHA_256, Bytes.of(1))).build();

    assertEquals(
        PAYLOAD, signed(message().unprotectedHeaders(right)).verify(expecting().build()).payload());
    assertEquals(
        PAYLOAD,
        signed(message().unprotectedHeaders(unknown)).verify(expecting().build()).payload());
    assertEquals(
        Reason.KEY_MISMATCH,
        refusal(signed(message().unprotectedHeaders(wrong)), expecting().build()));
  }

  /** The message has many faults; the first in the documented order is reported. */
  @Test
  void checksInTheDocumentedOrder() throws Exception {
    CoseHeaders critical =
        CoseHeaders.builder().critical(PRIVATE).put(PRIVATE, CborInteger.of(0)).build();
    UnverifiedCoseSign1 message =
        signed(CoseSign1.builder().protectedHeaders(critical).detachedPayload(PAYLOAD));
    VerificationKey misfit = CoseTestKeys.key(Algorithms.ED25519);
    CoseExpectations.Builder untyped =
        CoseExpectations.builder().keys(hints -> List.of()).algorithms(Set.of(Algorithms.ED25519));
    CoseExpectations.Builder typed =
        CoseExpectations.builder()
            .keys(hints -> List.of())
            .algorithms(Set.of(Algorithms.ED25519))
            .typ(CoseContentType.of(1));

    assertEquals(Reason.UNKNOWN_CRITICAL, refusal(message, typed.build()));
    typed.understoodCritical(PRIVATE);
    assertEquals(Reason.TYPE_MISMATCH, refusal(message, typed.build()));
    untyped.understoodCritical(PRIVATE);
    assertEquals(Reason.ALGORITHM_NOT_ALLOWED, refusal(message, untyped.build()));
    untyped.algorithms(Algorithms.DEFAULT);
    assertEquals(Reason.UNKNOWN_KEY, refusal(message, untyped.build()));
    untyped.key(misfit);
    assertEquals(Reason.KEY_MISMATCH, refusal(message, untyped.build()));
    untyped.key(OTHER_KEY);
    assertEquals(Reason.PAYLOAD_MISSING, refusal(message, untyped.build()));
    untyped.detachedPayload(PAYLOAD);
    assertEquals(Reason.BAD_SIGNATURE, refusal(message, untyped.build()));
  }

  @Test
  void hintsAtTheKeyFromBothBuckets() throws Exception {
    Bytes certificate = Bytes.of(1);
    CertificateThumbprint x5t = new CertificateThumbprint(CoseHash.SHA_256, Bytes.of(2));
    UnverifiedCoseSign1 message =
        signed(
            message()
                .protectedHeaders(CoseHeaders.builder().kid(Bytes.of(7)).build())
                .unprotectedHeaders(
                    CoseHeaders.builder().x5chain(List.of(certificate)).x5t(x5t).build()));

    KeyHints hints = message.keyHints();

    assertEquals(OptionalLong.of(Algorithms.ES256), hints.algorithm());
    assertEquals(Optional.of(Bytes.of(7)), hints.keyId());
    assertEquals(List.of(certificate), hints.certificateChain());
    assertEquals(Optional.of(x5t), hints.certificateThumbprint());
  }

  @Test
  void refusesExpectationsThatExpectNothing() {
    assertThrows(IllegalStateException.class, () -> CoseExpectations.builder().build());
    assertThrows(
        IllegalArgumentException.class, () -> CoseExpectations.builder().algorithms(Set.of()));
    assertThrows(IllegalArgumentException.class, () -> CoseExpectations.builder().typ());
  }
}
