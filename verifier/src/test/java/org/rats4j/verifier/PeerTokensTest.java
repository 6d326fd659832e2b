package org.rats4j.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwTag;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Pem;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jwk;
import org.rats4j.corim.Corim;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.EatOptions;

/** Tokens that other verifiers have as examples, and what becomes of any bytes. */
class PeerTokensTest {
  private static final Path VECTORS = Path.of("../../shared/vectors/corim");

  private static Bytes read(String file) throws Exception {
    Assumptions.assumeTrue(Files.exists(VECTORS), "no vectors here");
    return Bytes.copyOf(Files.readAllBytes(VECTORS.resolve(file)));
  }

  private static VerificationKey key(String file) throws Exception {
    Bytes text = read(file);
    if (file.endsWith(".pem")) {
      PublicKey key =
          EncodedKeys.publicKey(Pem.decode(text, DecodeOptions.STRICT).get(0).content());
      return VerificationKey.of(key);
    }
    return Jwk.decode(text, DecodeOptions.STRICT).toVerificationKey();
  }

  private static Verifier.Builder verifier(CorimStore store) {
    return Verifier.builder(VerifierId.of("https://verifier.example", "1"))
        .store(store)
        .lenient()
        .clock(VerifierTest.CLOCK);
  }

  private static AppraisalRequest request(Bytes evidence) {
    return AppraisalRequest.builder(evidence).freshnessHandledElsewhere().build();
  }

  @ParameterizedTest
  @CsvSource({
    "cca/cover-token-01.cbor, cca/cover-platform-key.jwk, 2",
    "cca/services-cca-good.cbor, cca/services-platform-key.pem, 2",
    "cca/services-e2e-psa-evidence.cbor, cca/services-e2e-key.pub.jwk, 1"
  })
  void verifiesTokensOfPeers(String token, String key, int components) throws Exception {
    Verifier verifier =
        verifier(CorimStore.builder().build()).keys(KeyResolver.of(key(key))).build();

    AttestationResult result = verifier.appraise(request(read(token)));

    assertEquals(components, result.components().size());
    assertTrue(result.components().get(0).component().elements().size() >= 3);
  }

  @Test
  void refusesATokenOfAPeerByAnotherKey() throws Exception {
    Verifier verifier =
        verifier(CorimStore.builder().build())
            .keys(KeyResolver.of(key("cca/services-e2e-key.pub.jwk")))
            .build();
    AppraisalRequest request = request(read("cca/cover-token-01.cbor"));

    assertThrows(VerificationException.class, () -> verifier.appraise(request));
  }

  @Test
  void refusesACcaTokenWithAnotherPart() throws Exception {
    Verifier verifier =
        verifier(CorimStore.builder().build())
            .keys(KeyResolver.of(key("cca/cover-platform-key.jwk")))
            .build();
    CborItem token = CborItem.decode(read("cca/cover-token-01.cbor"), EatOptions.LENIENT);
    CborTagged tagged = (CborTagged) token;
    Map<CborItem, CborItem> parts = new LinkedHashMap<>(((CborMap) tagged.content()).entries());
    parts.put(CborInteger.of(1), parts.values().iterator().next());
    Bytes more = new CborTagged(tagged.tag(), new CborMap(parts)).encode();

    VerificationException e =
        assertThrows(VerificationException.class, () -> verifier.appraise(request(more)));

    assertEquals("COMPONENT_NOT_VERIFIED", e.code());
  }

  private static Bytes wrapped(Bytes token) throws Exception {
    return CmwCollection.builder()
        .put("a/b", CmwRecord.of(ContentFormat.of(263), token))
        .put("c", CmwRecord.of(ContentFormat.of(263), token))
        .build()
        .encode(CmwForm.CBOR);
  }

  /** Whatever the bytes are, an appraisal is a result or one of the two exceptions. */
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    PsaDevice device = new PsaDevice(7);
    Bytes token = device.token(PsaDevice.filled(1));
    Bytes tag = CmwTag.of(ContentFormat.of(263), token).encode(CmwForm.CBOR);
    byte[] evidence = List.of(token, wrapped(token), tag).get(random.nextInt(3)).toByteArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      evidence[random.nextInt(evidence.length)] = (byte) random.nextInt();
    }
    Corim values = device.referenceValues(PsaDevice.filled(1));
    CorimStore store =
        CorimStore.builder()
            .add(values, Authority.of(new TaggedBytes(Bytes.of(1))))
            .clock(VerifierTest.CLOCK)
            .build();
    Verifier verifier =
        verifier(store).keys(KeyResolver.of(VerificationKey.of(device.key.getPublic()))).build();
    try {
      AttestationResult result = verifier.appraise(request(Bytes.copyOf(evidence)));
      result.claims().encode(Encoding.JSON);
      assertTrue(result.describe().startsWith("result: "));
    } catch (RatsException expected) {
      // one of the two permitted failures
    }
  }
}
