package org.rats4j.cmw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cose.CoseContentType;
import org.rats4j.core.cose.CoseHeaders;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.json.JsonString;

class SignedCmwTest {
  private static final KeyPair P256 = keyPair("EC", "secp256r1");
  private static final KeyPair OTHER = keyPair("EC", "secp256r1");
  private static final Signer SIGNER = Signers.of(P256.getPrivate(), Algorithms.ES256);
  private static final SignedCmwExpectations EXPECTED =
      SignedCmwExpectations.builder().key(VerificationKey.of(P256.getPublic())).build();
  private static final String TYPE = "tag:example.com,2026:X";
  private static final CmwRecord RECORD =
      CmwRecord.of(MediaType.of("application/eat+jwt"), Bytes.of(1, 2));
  private static final CmwCollection COLLECTION =
      CmwCollection.builder().type(TYPE).put("a", RECORD).build();

  private static KeyPair keyPair(String algorithm, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static CoseHeaders contentType(CoseContentType type) {
    return CoseHeaders.builder().contentType(type).build();
  }

  private static Bytes cose(String contentType, Cmw payload) throws Exception {
    return CoseSign1.builder()
        .protectedHeaders(contentType(CoseContentType.of(contentType)))
        .payload(payload.encode(CmwForm.CBOR))
        .sign(SIGNER);
  }

  private static Bytes jws(String contentType, Cmw payload) throws Exception {
    return Bytes.ofUtf8(
        Jws.builder().cty(contentType).payload(payload.encode(CmwForm.JSON)).sign(SIGNER));
  }

  private static VerificationException refused(UnverifiedSignedCmw message) {
    return assertThrows(VerificationException.class, () -> message.verify(EXPECTED));
  }

  private static List<UnverifiedSignedCmw> bothForms(Cmw cmw) throws Exception {
    return List.of(
        SignedCmw.decodeCose(SignedCmw.cose(cmw).sign(SIGNER), CmwOptions.STRICT),
        SignedCmw.decodeCose(
            SignedCmw.cose(cmw).untagged().contentFormat().sign(SIGNER), CmwOptions.STRICT),
        SignedCmw.decodeJws(SignedCmw.jws(cmw).sign(SIGNER), CmwOptions.STRICT),
        SignedCmw.decodeJws(SignedCmw.jws(cmw).signFlattened(SIGNER), CmwOptions.STRICT));
  }

  @Test
  void verifiesWhatItSigned() throws Exception {
    for (Cmw cmw : List.of(RECORD, COLLECTION)) {
      for (UnverifiedSignedCmw message : bothForms(cmw)) {
        SignedCmw signed = message.verify(EXPECTED);

        assertEquals(cmw, signed.cmw());
        assertEquals(Algorithms.ES256, signed.algorithm());
        assertEquals(Optional.of(P256.getPublic()), signed.key().publicKey());
        assertEquals(message.kind() == CmwKind.COSE, signed.coseHeaders().isPresent());
        assertEquals(message.kind() == CmwKind.JWS, signed.jwsHeader().isPresent());
        assertTrue(signed.findings().isEmpty());
      }
    }
  }

  @Test
  void keepsTheMessageAsItCame() throws Exception {
    Bytes cose = SignedCmw.cose(RECORD).sign(SIGNER);
    Bytes jws = SignedCmw.jws(RECORD).signFlattened(SIGNER);

    assertEquals(cose, SignedCmw.decodeCose(cose, CmwOptions.STRICT).verify(EXPECTED).encoded());
    assertEquals(jws, SignedCmw.decodeJws(jws, CmwOptions.STRICT).verify(EXPECTED).encoded());
  }

  @Test
  void signsWithATagAndTheMediaTypeThatPeersKnow() throws Exception {
    Bytes wire = SignedCmw.cose(RECORD).sign(SIGNER);

    SignedCmw signed = SignedCmw.decodeCose(wire.toByteArray()).verify(EXPECTED);

    assertEquals(0xd2, wire.at(0));
    assertEquals(
        Optional.of(CoseContentType.of("application/cmw+cbor")),
        signed.coseHeaders().orElseThrow().contentType());
  }

  @Test
  void carriesTheHeadersThatTheSignerSets() throws Exception {
    Bytes certificate = Bytes.of(0x30, 0);
    Bytes cose =
        SignedCmw.cose(CmwTag.of(ContentFormat.of(263), Bytes.of(1)))
            .form(CmwForm.CBOR_RECORD)
            .keyId(Bytes.ofUtf8("k"))
            .certificateChain(List.of(certificate))
            .protectedHeaders(CoseHeaders.builder().put(-70001, CborInteger.of(1)).build())
            .sign(SIGNER);
    Bytes jws =
        SignedCmw.jws(RECORD)
            .keyId("k")
            .certificateChain(List.of(certificate))
            .protectedMember("x", new JsonString("y"))
            .sign(SIGNER);

    UnverifiedSignedCmw unverifiedCose = SignedCmw.decodeCose(cose, CmwOptions.STRICT);
    UnverifiedSignedCmw unverifiedJws = SignedCmw.decodeJws(jws.toByteArray());

    assertEquals(Bytes.ofHex("821901074101"), unverifiedCose.unverifiedPayload());
    for (UnverifiedSignedCmw message : List.of(unverifiedCose, unverifiedJws)) {
      assertEquals(Optional.of(Bytes.ofUtf8("k")), message.keyHints().keyId());
      assertEquals(List.of(certificate), message.keyHints().certificateChain());
    }
  }

  @Test
  void refusesToSignWhatHasNoSuchForm() {
    Cmw integerLabel = CmwCollection.builder().put(Label.of(1), RECORD).build();

    assertThrows(IllegalArgumentException.class, () -> SignedCmw.cose(RECORD).form(CmwForm.JSON));
    assertThrows(
        IllegalArgumentException.class,
        () -> SignedCmw.jws(RECORD).protectedMember("cty", new JsonString("a/b")));
    assertThrows(IllegalStateException.class, () -> SignedCmw.cose(RECORD).collectionType());
    assertThrows(IllegalStateException.class, () -> SignedCmw.jws(integerLabel).collectionType());
    DecodingException e =
        assertThrows(DecodingException.class, () -> SignedCmw.jws(integerLabel).sign(SIGNER));
    assertEquals(CmwCodes.CONVERSION, e.code());
  }

  @Test
  void comparesTheCollectionTypeOfTheHeaderWithThePayload() throws Exception {
    List<UnverifiedSignedCmw> right =
        List.of(
            SignedCmw.decodeCose(
                SignedCmw.cose(COLLECTION).collectionType().sign(SIGNER), CmwOptions.STRICT),
            SignedCmw.decodeJws(
                SignedCmw.jws(COLLECTION).collectionType().signFlattened(SIGNER),
                CmwOptions.STRICT),
            SignedCmw.decodeCose(
                cose("application/cmw+cbor; cmwc_t=\"TAG:example.com,2026:x\"", COLLECTION),
                CmwOptions.STRICT),
            SignedCmw.decodeJws(
                jws(
                    "application/cmw+json;cmwc_t=1.2.3",
                    CmwCollection.builder().type("1.2.3").put("a", RECORD).build()),
                CmwOptions.STRICT));
    String other = "; cmwc_t=\"tag:example.com,2026:Y\"";
    Cmw untyped = CmwCollection.builder().put("a", RECORD).build();
    List<UnverifiedSignedCmw> wrong = new ArrayList<>();
    for (Cmw cmw : List.of(COLLECTION, untyped, RECORD)) {
      wrong.add(
          SignedCmw.decodeCose(cose("application/cmw+cbor" + other, cmw), CmwOptions.LENIENT));
      wrong.add(SignedCmw.decodeJws(jws("application/cmw+json" + other, cmw), CmwOptions.LENIENT));
    }

    for (UnverifiedSignedCmw message : right) {
      message.verify(EXPECTED);
    }
    for (UnverifiedSignedCmw message : wrong) {
      VerificationException e = refused(message);
      assertEquals(Reason.CLAIMS_MISMATCH, e.reason());
      assertEquals(CmwCodes.CTY, e.code());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cmw+cose",
        "application/cmw+jws",
        "application/cbor",
        "text/plain",
        "no media type",
        "cmw",
        "application/cmw+cbor;",
      })
  void refusesAnotherContentType(String type) throws Exception {
    List<UnverifiedSignedCmw> messages =
        List.of(
            SignedCmw.decodeCose(cose(type, RECORD), CmwOptions.LENIENT),
            SignedCmw.decodeJws(jws(type, RECORD), CmwOptions.LENIENT));

    for (UnverifiedSignedCmw message : messages) {
      VerificationException e = refused(message);
      assertEquals(Reason.TYPE_MISMATCH, e.reason());
      assertEquals(CmwCodes.CTY, e.code());
    }
  }

  @Test
  void refusesTheContentTypeOfTheOtherEncodingAndOtherContentFormats() throws Exception {
    List<UnverifiedSignedCmw> messages = new ArrayList<>();
    messages.add(SignedCmw.decodeCose(cose("application/cmw+json", RECORD), CmwOptions.LENIENT));
    messages.add(SignedCmw.decodeJws(jws("application/cmw+cbor", RECORD), CmwOptions.LENIENT));
    for (long format : new long[] {0, 60, 272, 274, 275, 65809}) {
      Bytes wire =
          CoseSign1.builder()
              .protectedHeaders(contentType(CoseContentType.of(format)))
              .payload(RECORD.encode(CmwForm.CBOR))
              .sign(SIGNER);
      messages.add(SignedCmw.decodeCose(wire, CmwOptions.LENIENT));
    }

    for (UnverifiedSignedCmw message : messages) {
      assertEquals(CmwCodes.CTY, refused(message).code());
    }
  }

  @Test
  void takesAnUnprotectedContentTypeForNone() throws Exception {
    Bytes wire =
        CoseSign1.builder()
            .unprotectedHeaders(contentType(CoseContentType.of(273)))
            .payload(RECORD.encode(CmwForm.CBOR))
            .sign(SIGNER);
    Bytes json =
        Jws.builder()
            .unprotectedMember("cty", new JsonString("application/cmw+json"))
            .payload(RECORD.encode(CmwForm.JSON))
            .signFlattened(SIGNER);

    assertEquals(CmwCodes.CTY, refused(SignedCmw.decodeCose(wire, CmwOptions.LENIENT)).code());
    assertEquals(CmwCodes.CTY, refused(SignedCmw.decodeJws(json, CmwOptions.LENIENT)).code());
  }

  @Test
  void reportsTheDeviationsOfTheContentType() throws Exception {
    Bytes parameter = cose("application/cmw+cbor; charset=utf-8", RECORD);
    Bytes both = jws("cmw+json; charset=utf-8", RECORD);

    assertEquals(
        "CTY_PARAMETER", refused(SignedCmw.decodeCose(parameter, CmwOptions.STRICT)).code());
    assertEquals("CTY_SHORT", refused(SignedCmw.decodeJws(both, CmwOptions.STRICT)).code());
    assertEquals(
        List.of("CTY_PARAMETER cose/0/3"),
        shown(SignedCmw.decodeCose(parameter, CmwOptions.LENIENT).verify(EXPECTED).findings()));
    assertEquals(
        List.of("CTY_SHORT jws/protected/cty", "CTY_PARAMETER jws/protected/cty"),
        shown(SignedCmw.decodeJws(both, CmwOptions.LENIENT).verify(EXPECTED).findings()));
  }

  private static List<String> shown(List<Finding> findings) {
    return findings.stream().map(finding -> finding.code() + " " + finding.path()).toList();
  }

  @Test
  void checksInTheOrderOfTheSheet() throws Exception {
    CoseHeaders wrongType = contentType(CoseContentType.of(275));
    CoseHeaders wrongTypeAndCrit =
        wrongType.toBuilder().put(-70001, CborInteger.of(1)).critical(Label.of(-70001)).build();
    SignedCmwExpectations onlyEs384 =
        SignedCmwExpectations.builder()
            .key(VerificationKey.of(OTHER.getPublic()))
            .algorithms(Set.of(Algorithms.ES384))
            .build();
    SignedCmwExpectations otherKey =
        SignedCmwExpectations.builder().key(VerificationKey.of(OTHER.getPublic())).build();
    UnverifiedSignedCmw all = notCmw(wrongTypeAndCrit);
    UnverifiedSignedCmw type = notCmw(wrongType);
    UnverifiedSignedCmw payload = notCmw(contentType(CoseContentType.of(273)));

    assertEquals(CmwCodes.CRIT, code(all, onlyEs384));
    assertEquals(CmwCodes.ALG, code(type, onlyEs384));
    assertEquals(CmwCodes.CTY, code(type, otherKey));
    assertEquals(CmwCodes.SIGNATURE, code(payload, otherKey));
    DecodingException e = assertThrows(DecodingException.class, () -> payload.verify(EXPECTED));
    assertEquals(CmwCodes.NOT_A_CMW, e.code());
    assertEquals("/", e.path());
  }

  private static UnverifiedSignedCmw notCmw(CoseHeaders headers) throws Exception {
    Bytes wire = CoseSign1.builder().protectedHeaders(headers).payload(Bytes.of(1)).sign(SIGNER);
    return SignedCmw.decodeCose(wire, CmwOptions.STRICT);
  }

  private static String code(UnverifiedSignedCmw message, SignedCmwExpectations expected) {
    return assertThrows(VerificationException.class, () -> message.verify(expected)).code();
  }

  @Test
  void understandsTheCriticalHeadersThatTheCallerNames() throws Exception {
    Bytes cose =
        SignedCmw.cose(RECORD)
            .protectedHeaders(
                CoseHeaders.builder()
                    .put(-70001, CborInteger.of(1))
                    .critical(Label.of(-70001))
                    .build())
            .sign(SIGNER);
    Bytes jws =
        Bytes.ofUtf8(
            Jws.builder()
                .cty("application/cmw+json")
                .protectedMember("x", new JsonString("y"))
                .critical("x")
                .payload(RECORD.encode(CmwForm.JSON))
                .sign(SIGNER));
    SignedCmwExpectations understanding =
        SignedCmwExpectations.builder()
            .key(VerificationKey.of(P256.getPublic()))
            .understoodCritical(Label.of(-70001), Label.of("x"))
            .build();

    for (UnverifiedSignedCmw message :
        List.of(
            SignedCmw.decodeCose(cose, CmwOptions.STRICT),
            SignedCmw.decodeJws(jws, CmwOptions.STRICT))) {
      assertEquals(CmwCodes.CRIT, refused(message).code());
      assertEquals(RECORD, message.verify(understanding).cmw());
    }
  }

  @Test
  void allowsNoMacAndNoRsaOfOldUnlessNamed() {
    Set<Long> allowed = EXPECTED.algorithms();

    assertTrue(allowed.stream().noneMatch(Algorithms::isMac));
    assertFalse(allowed.contains(Algorithms.RS256));
    assertFalse(allowed.contains(Algorithms.ML_DSA_44));
    assertThrows(
        IllegalArgumentException.class,
        () -> SignedCmwExpectations.builder().algorithms(Set.of(Algorithms.HMAC_256)));
    assertThrows(IllegalStateException.class, () -> SignedCmwExpectations.builder().build());
  }

  @Test
  void takesEd448InAJwsOnlyIfNamed() throws Exception {
    KeyPair ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
    Signer signer = Signers.of(ed448.getPrivate(), Algorithms.ED448);
    VerificationKey key = VerificationKey.of(ed448.getPublic());
    UnverifiedSignedCmw cose =
        SignedCmw.decodeCose(SignedCmw.cose(RECORD).sign(signer), CmwOptions.STRICT);
    UnverifiedSignedCmw jws =
        SignedCmw.decodeJws(SignedCmw.jws(RECORD).sign(signer), CmwOptions.STRICT);
    SignedCmwExpectations byDefault = SignedCmwExpectations.builder().key(key).build();
    SignedCmwExpectations named =
        SignedCmwExpectations.builder().key(key).algorithms(Set.of(Algorithms.ED448)).build();

    assertEquals(RECORD, cose.verify(byDefault).cmw());
    assertEquals(CmwCodes.ALG, code(jws, byDefault));
    assertEquals(RECORD, jws.verify(named).cmw());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/signed-cmw/invalid.csv",
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      emptyValue = "",
      nullValues = "NULL")
  void rejects(
      String name,
      CmwKind kind,
      String wire,
      DecodingException.Reason reason,
      String code,
      String path) {
    Bytes bytes =
        kind == CmwKind.COSE
            ? Bytes.ofHex(wire == null ? "" : wire)
            : Bytes.ofUtf8(wire == null ? "" : wire);

    DecodingException e = assertThrows(DecodingException.class, () -> decode(kind, bytes));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path, e.path());
  }

  private static UnverifiedSignedCmw decode(CmwKind kind, Bytes bytes) throws DecodingException {
    return kind == CmwKind.COSE
        ? SignedCmw.decodeCose(bytes, CmwOptions.STRICT)
        : SignedCmw.decodeJws(bytes, CmwOptions.STRICT);
  }

  /** Whatever the bytes are, decode and verify return or throw one of the two exceptions. */
  @RepeatedTest(200)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    for (UnverifiedSignedCmw message : bothForms(COLLECTION)) {
      byte[] wire = message.encoded().toByteArray();
      for (int i = 0; i < 2; i++) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt();
      }
      try {
        decode(message.kind(), Bytes.copyOf(wire)).verify(EXPECTED);
      } catch (DecodingException | VerificationException expected) {
        // the two permitted failures
      }
    }
  }
}
