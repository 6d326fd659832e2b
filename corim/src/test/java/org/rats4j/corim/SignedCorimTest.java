package org.rats4j.corim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

class SignedCorimTest {
  private static final KeyPair KEY = newKey();
  private static final Signer SIGNER = Signers.of(KEY.getPrivate(), Algorithms.ES256);
  private static final String CORIM = "501({0: \"c\", 1: [70000(0)]})";
  private static final CorimMeta META =
      CorimMeta.of("signer")
          .withSignerUri("https://signer.example")
          .withValidity(Validity.between(EpochTime.of(100), EpochTime.of(200)));

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Corim corim() throws DecodingException {
    return Corim.decode(Diagnostic.parse(CORIM).encode());
  }

  private static SignedCorimExpectations.Builder expected(long now) {
    return SignedCorimExpectations.builder()
        .key(VerificationKey.of(KEY.getPublic()))
        .clock(Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC));
  }

  @Test
  void verifiesWhatItSigned() throws Exception {
    CorimClaims claims =
        CorimClaims.of("signer")
            .withSubject("c")
            .withExpiration(EpochTime.of(200.0))
            .withNotBefore(EpochTime.of(100));
    SignerInfo info = SignerInfo.of(META, claims);

    Bytes wire = SignedCorim.builder(corim(), info).keyId(Bytes.of(1)).sign(SIGNER);
    UnverifiedSignedCorim message = SignedCorim.decode(wire);
    SignedCorim signed = message.verify(expected(150).build());

    assertEquals(corim(), signed.corim().orElseThrow());
    assertEquals(info, signed.signer());
    assertEquals("signer", signed.signer().name());
    assertEquals(Bytes.of(1), message.keyHints().keyId().orElseThrow());
    assertEquals(wire, message.encoded());
    assertEquals(wire, signed.encoded());
    assertEquals(KEY.getPublic(), signed.key().publicKey().orElseThrow());
    assertEquals(SIGNER.algorithm(), signed.algorithm());
    assertTrue(signed.hashEnvelope().isEmpty());
  }

  @Test
  void opensADetachedPayloadBehindTheSignature() throws Exception {
    Bytes wire = SignedCorim.builder(corim(), SignerInfo.of(META)).detached().sign(SIGNER);
    UnverifiedSignedCorim message = SignedCorim.decode(wire);
    Bytes payload = corim().encode();

    assertTrue(message.isDetached());
    assertTrue(message.unverifiedCorim().isEmpty());
    SignedCorim signed = message.verify(expected(150).detachedPayload(payload).build());
    assertEquals(corim(), signed.corim().orElseThrow());
    VerificationException e =
        assertThrows(VerificationException.class, () -> message.verify(expected(150).build()));
    assertEquals(Reason.PAYLOAD_MISSING, e.reason());
  }

  @Test
  void signsAHashInPlaceOfTheCorim() throws Exception {
    Bytes wire =
        SignedCorim.builder(corim(), SignerInfo.of(META))
            .hashEnvelope(CoseHash.SHA_384, "https://corim.example")
            .sign(SIGNER);
    UnverifiedSignedCorim message = SignedCorim.decode(wire);
    Bytes preimage = corim().encode();

    assertTrue(message.isHashEnvelope());
    SignedCorim signed = message.verify(expected(150).build());
    assertTrue(signed.corim().isEmpty());
    assertEquals(corim(), signed.verifyPreimage(preimage));
    assertEquals(
        corim(), message.verify(expected(150).preimage(preimage).build()).corim().orElseThrow());
    VerificationException e =
        assertThrows(
            VerificationException.class, () -> signed.verifyPreimage(preimage.slice(1, 4)));
    assertEquals(Reason.DIGEST_MISMATCH, e.reason());
  }

  @ParameterizedTest
  @CsvSource({"99, NOT_YET_VALID", "201, EXPIRED"})
  void refusesASignatureThatDoesNotCountNow(long now, Reason reason) throws Exception {
    UnverifiedSignedCorim message =
        SignedCorim.decode(SignedCorim.builder(corim(), SignerInfo.of(META)).sign(SIGNER));

    VerificationException e =
        assertThrows(VerificationException.class, () -> message.verify(expected(now).build()));

    assertEquals(reason, e.reason());
    assertEquals(
        corim(),
        message.verify(expected(now).skew(Duration.ofSeconds(1)).build()).corim().orElseThrow());
    assertEquals(corim(), message.verify(expected(now).atAnyTime().build()).corim().orElseThrow());
  }

  @Test
  void countsUntilJustBeforeTheClaimThatItExpires() throws Exception {
    SignerInfo info = SignerInfo.of(CorimClaims.of("signer").withExpiration(EpochTime.of(200)));
    UnverifiedSignedCorim message =
        SignedCorim.decode(SignedCorim.builder(corim(), info).sign(SIGNER));

    assertEquals(corim(), message.verify(expected(199).build()).corim().orElseThrow());
    VerificationException e =
        assertThrows(VerificationException.class, () -> message.verify(expected(200).build()));
    assertEquals(Reason.EXPIRED, e.reason());
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void remarksOnWhatComesAnotherWay(boolean isHash) throws Exception {
    Bytes corim = Diagnostic.parse("501({0: \"c\", 1: [506(<<{}>>), 70000(0)], -1: 0})").encode();
    CoseHeaders headers =
        CoseHeaders.builder()
            .contentType(CoseContentType.of("application/rim+cbor"))
            .cwtClaims((CborMap) Diagnostic.parse("{1: \"signer\"}"))
            .build();
    Bytes detached =
        CoseSign1.builder().protectedHeaders(headers).detachedPayload(corim).sign(SIGNER);
    Bytes hash =
        SignedCorim.builder(corim(), SignerInfo.of(META))
            .hashEnvelope(CoseHash.SHA_256)
            .sign(SIGNER);
    DecodeOptions options =
        CorimOptions.STRICT.toBuilder().allow(CorimLeniencies.INVALID_TAG).build();

    SignedCorim signed =
        isHash
            ? SignedCorim.decode(hash, options)
                .verify(expected(150).preimage(corim().encode()).build())
            : SignedCorim.decode(detached, options)
                .verify(expected(150).detachedPayload(corim).build());

    assertEquals(
        isHash
            ? List.of("UNKNOWN_CONCISE_TAG")
            : List.of("UNKNOWN_KEY", "INVALID_TAG", "UNKNOWN_CONCISE_TAG"),
        signed.findings().stream().map(Finding::code).toList());
  }

  @ParameterizedTest
  @CsvSource({"1: 0", "2: 0", "4: 0", "5: 0", "\"x\": 0"})
  void hasOneWayToMakeEachClaim(String claim) throws Exception {
    CborMap others = (CborMap) Diagnostic.parse("{" + claim + "}");

    assertThrows(
        IllegalArgumentException.class,
        () -> CorimClaims.of("signer").withOthers(others.entries()));
  }

  @Test
  void refusesTheSignatureOfAnother() throws Exception {
    Signer other = Signers.of(newKey().getPrivate(), Algorithms.ES256);
    UnverifiedSignedCorim message =
        SignedCorim.decode(SignedCorim.builder(corim(), SignerInfo.of(META)).sign(other));

    VerificationException e =
        assertThrows(VerificationException.class, () -> message.verify(expected(150).build()));

    assertEquals(Reason.BAD_SIGNATURE, e.reason());
  }

  @Test
  void cannotSayTwoThingsOfOneSigner() throws Exception {
    CorimClaims other = CorimClaims.of("other");
    CorimClaims late = CorimClaims.of("signer").withExpiration(EpochTime.of(201));

    assertThrows(IllegalArgumentException.class, () -> SignerInfo.of(META, other));
    assertThrows(IllegalArgumentException.class, () -> SignerInfo.of(META, late));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            SignedCorim.builder(corim(), SignerInfo.of(META))
                .header(Label.of(3), CborInteger.of(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{1: -7, 3: \"application/cbor\", 15: {1: \"s\"}} | CONTENT_TYPE | corim/0/3",
        "{1: -7, 15: {1: \"s\"}} | CONTENT_TYPE | corim/0/3",
        "{1: -7, 3: \"application/rim+cbor; x=1\", 15: {1: \"s\"}}"
            + " | CONTENT_TYPE_PARAMETERS | corim/0/3",
        "{1: -7, 3: \"application/rim+cbor\"} | SIGNER_MISSING | corim/0",
        "{1: -7, 3: \"application/rim+cbor\", 8: {0: {0: \"s\"}}}"
            + " | UNEXPECTED_STRUCTURE | corim/0/8",
        "{1: -7, 3: \"application/rim+cbor\", 8: <<{1: {1: 1(1)}}>>} | MISSING_KEY | corim/0/8",
        "{1: -7, 3: \"application/rim+cbor\", 15: {2: \"s\"}} | MISSING_KEY | corim/0/15",
        "{1: -7, 3: \"application/rim+cbor\", 15: {1: \"s\", 4: 1(1)}}"
            + " | UNEXPECTED_STRUCTURE | corim/0/15/4",
        "{1: -7, 3: \"application/rim+cbor\", 8: <<{0: {0: \"s\"}}>>, 15: {1: \"t\"}}"
            + " | META_CLAIMS_MISMATCH | corim/0",
        "{1: -7, 3: \"application/rim+cbor\", 258: -16, 15: {1: \"s\"}} | UNEXPECTED_STRUCTURE |",
        "{1: -7, 259: \"application/rim+cbor\", 15: {1: \"s\"}} | CONTENT_TYPE | corim/0/258",
      })
  void rejects(String headers, String code, String path) throws Exception {
    Bytes wire =
        Diagnostic.parse("18([<<" + headers + ">>, {}, <<" + CORIM + ">>, h'00'])").encode();

    DecodingException e = assertThrows(DecodingException.class, () -> SignedCorim.decode(wire));

    assertEquals(code, e.code());
    if (path != null) {
      assertEquals(path, e.path());
    }
  }

  @Test
  void tellsSignedFromUnsigned() throws Exception {
    Bytes signed = SignedCorim.builder(corim(), SignerInfo.of(META)).sign(SIGNER);

    assertTrue(CorimMessage.decode(signed, CorimOptions.STRICT) instanceof UnverifiedSignedCorim);
    assertEquals(corim(), CorimMessage.decode(corim().encode(), CorimOptions.STRICT));
  }

  /** Whatever the bytes are, only the two exceptions get out, and nothing altered verifies. */
  @Tag("seeded")
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] wire = SignedCorim.builder(corim(), SignerInfo.of(META)).sign(SIGNER).toByteArray();
    byte[] altered = wire.clone();
    for (int i = 0; i < 3; i++) {
      altered[random.nextInt(altered.length)] = (byte) random.nextInt();
    }
    try {
      UnverifiedSignedCorim message =
          SignedCorim.decode(Bytes.copyOf(altered), CorimOptions.LENIENT);
      SignedCorim signed = message.verify(expected(150).build());
      assertEquals(corim(), signed.corim().orElseThrow());
    } catch (RatsException expected) {
      assertFalse(Arrays.equals(wire, altered));
    }
  }
}
