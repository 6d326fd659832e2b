package org.rats4j.cmw.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwContentHandler;
import org.rats4j.cmw.CmwConversion;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwHandlers;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwKind;
import org.rats4j.cmw.CmwMessage;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwTree;
import org.rats4j.cmw.SignedCmw;
import org.rats4j.cmw.SignedCmwExpectations;
import org.rats4j.cmw.UnverifiedSignedCmw;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.cmw.x509.AttestationStatement;
import org.rats4j.cmw.x509.CmwExtension;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.MediaType;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

/**
 * The code of {@code docs/guide/cmw.md}, run. {@code DocumentsTest} of {@code examples} compares
 * both.
 */
class CmwGuideTest {
  private static final Bytes TOKEN = Bytes.ofHex("d28443a10126a0410141aa");

  private static CmwRecord evidence() {
    return CmwRecord.of(MediaType.of("application/eat+cwt"), TOKEN)
        .withIndicator(CmwIndicator.EVIDENCE);
  }

  @Test
  void wrapsAMessage() throws Exception {
    Bytes token = TOKEN;

    CmwRecord evidence =
        CmwRecord.of(MediaType.of("application/eat+cwt"), token)
            .withIndicator(CmwIndicator.EVIDENCE);
    Bytes cbor = evidence.encode(CmwForm.CBOR);
    Bytes json = evidence.encode(CmwForm.JSON);

    assertEquals(0x83, cbor.at(0));
    assertEquals('[', json.at(0));
  }

  @Test
  void readsAWrapper() throws Exception {
    Bytes received = evidence().encode(CmwForm.CBOR);

    Cmw cmw = Cmw.decode(received, Encoding.CBOR, CmwOptions.STRICT);
    if (cmw instanceof CmwRecord recorded) {
      System.out.println(recorded.type() + ", " + recorded.value().size() + " bytes");
    }

    assertEquals(evidence(), cmw);
  }

  @Test
  void readsWhatTheProtocolNames() throws Exception {
    Bytes body = evidence().encode(CmwForm.JSON);
    String contentType = "application/cmw+json";

    CmwMessage message = CmwMessage.decode(body, MediaType.of(contentType), CmwOptions.STRICT);
    CmwKind looksLike = Cmw.detect(body);

    assertEquals(new CmwMessage.Plain(evidence()), message);
    assertEquals(CmwKind.JSON, looksLike);
  }

  @Test
  void gathersSeveral() throws Exception {
    CmwRecord evidence = evidence();
    CmwRecord endorsement =
        CmwRecord.of(MediaType.of("application/rim+cbor"), Bytes.of(1))
            .withIndicator(CmwIndicator.ENDORSEMENTS);

    CmwCollection collection =
        CmwCollection.builder()
            .type("tag:example.com,2026:rack")
            .put("attester A", evidence)
            .put("endorsements", endorsement)
            .build();

    assertEquals(Optional.of(evidence), collection.get("attester A"));
  }

  @Test
  void signsAndVerifies() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    Cmw collection = CmwCollection.builder().put("attester A", evidence()).build();

    Signer signer = Signers.of(keys.getPrivate(), Algorithms.ES256);
    Bytes cose = SignedCmw.cose(collection).keyId(Bytes.ofUtf8("attester-1")).sign(signer);
    Bytes jws = SignedCmw.jws(collection).keyId("attester-1").sign(signer);

    UnverifiedSignedCmw received = SignedCmw.decodeCose(cose, CmwOptions.STRICT);
    SignedCmwExpectations expected =
        SignedCmwExpectations.builder().key(VerificationKey.of(keys.getPublic())).build();
    SignedCmw signed = received.verify(expected);
    Cmw cmw = signed.cmw();

    assertEquals(collection, cmw);
    assertTrue(jws.toUtf8().startsWith("eyJ"));
  }

  @Test
  void converts() throws Exception {
    Cmw cmw = evidence();

    CmwConversion conversion =
        CmwConversion.LOSSLESS.preferringContentFormats().droppingIndicators();
    Bytes tag = cmw.encode(CmwForm.CBOR_TAG, conversion);

    assertEquals(0xda, tag.at(0));
  }

  // A handler is a constant, and the key to what it decoded.
  static final CmwContentHandler<String> NOTE =
      CmwContentHandler.ofName("text/plain", Bytes::toUtf8);

  @Test
  void handsOverTypedMessages() throws Exception {
    Cmw note = CmwRecord.of(MediaType.of("text/plain; charset=utf-8"), Bytes.ofUtf8("hello"));
    Cmw cmw = CmwCollection.builder().put("a", evidence()).put("b", note).build();

    CmwTree tree = CmwHandlers.of(NOTE).decode(cmw, CmwOptions.STRICT);
    List<String> notes = tree.messages(NOTE);

    assertEquals(List.of("hello"), notes);
  }

  @Test
  void goesIntoCertificatesAndRequests() throws Exception {
    Cmw cmw = evidence();

    CmwExtension extension = CmwExtension.of(cmw, CmwForm.CBOR);
    byte[] value = extension.getValue();
    AttestationBundle bundle = AttestationBundle.of(AttestationStatement.of(cmw, CmwForm.CBOR));
    Bytes attributeValue = bundle.encode();

    assertEquals(0x04, value[0]);
    assertFalse(attributeValue.isEmpty());
  }

  /** Compiled; {@code CmwExtensionTest} runs the like with real certificates. */
  static Optional<Cmw> wrapperIn(X509Certificate certificate) throws DecodingException {
    Optional<CmwExtension> extension = CmwExtension.find(certificate, CmwOptions.STRICT);
    return extension.map(CmwExtension::cmw);
  }

  @Test
  void acceptsNamedDeviations() throws Exception {
    Bytes received = Bytes.ofUtf8("[\"text/plain\",\"aGk=\"]");

    DecodeOptions options = CmwOptions.STRICT.toBuilder().allow(Leniency.BASE64_PADDED).build();
    Findings findings = new Findings(options);
    Cmw cmw = Cmw.decode(received, Encoding.JSON, findings);
    findings.toList().forEach(finding -> System.out.println(finding.code() + finding.path()));

    assertEquals(CmwRecord.of(MediaType.of("text/plain"), Bytes.ofUtf8("hi")), cmw);
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    Bytes received = Bytes.ofUtf8("{\"attester A\":[\"text/plain\",1]}");

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> Cmw.decode(received, Encoding.JSON, CmwOptions.STRICT));

    assertEquals("VALUE_INVALID at /attester A/1", e.code() + " at " + e.path());
  }
}
