package org.rats4j.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.TrustTier;
import org.rats4j.ear.VerifierId;
import org.rats4j.eat.SecureChannelAssertion;
import org.rats4j.verifier.evidence.CcaHandler;
import org.rats4j.verifier.evidence.EatHandler;
import org.rats4j.verifier.evidence.PkixHandler;

/** Whatever evidence is, it is refused by name, or its result can be shown, signed and read. */
class VerifierFuzzTest {
  private static final PsaDevice DEVICE = new PsaDevice(7);
  private static final VerificationKey KEY = VerificationKey.of(DEVICE.key.getPublic());
  private static final VerifierId ID = VerifierId.of("https://verifier.example", "1");
  private static final MediaType JSON_CLAIMS = MediaType.of("application/eat-ucs+json");
  private static final SecureChannelAssertion CHANNEL =
      SecureChannelAssertion.integrityProtected("channel", "peer");
  private static final Verifier VERIFIER =
      Verifier.builder(ID)
          .store(
              CorimStore.builder()
                  .clock(VerifierTest.CLOCK)
                  .add(
                      DEVICE.referenceValues(PsaDevice.filled(0xb0)),
                      Authority.of(new TaggedBytes(Bytes.ofUtf8("maker"))))
                  .build())
          .keys(KeyResolver.of(KEY))
          .handlers(
              PkixHandler.of(MediaType.of("application/vnd.example.hsm")),
              new CcaHandler(),
              EatHandler.standard())
          .clock(VerifierTest.CLOCK)
          .lenient()
          .reportFailures()
          .build();

  static Stream<Arguments> messages() throws Exception {
    return Stream.concat(
        claims().map(seed -> arguments(tagged((byte[]) seed.get()[0]))),
        Stream.of(
                DEVICE.token(PsaDevice.filled(0xb0)).toByteArray(),
                text("{\"eat_nonce\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"x\":[1.5,null]}"),
                text("{\"submods\":{\"a\":{\"uptime\":1}},\"ueid\":\"AQIDBAUGBwg\"}"))
            .map(Arguments::arguments));
  }

  /** Claims without signature are tagged 601. */
  private static byte[] tagged(byte[] claims) {
    return Bytes.ofHex("d90259").concat(Bytes.copyOf(claims)).toByteArray();
  }

  static Stream<Arguments> claims() throws Exception {
    Bytes token = DEVICE.token(PsaDevice.filled(0xb0), PsaDevice.filled(0xbd));
    Bytes ofPsa = CoseSign1.decode(token, DecodeOptions.STRICT).payload().orElseThrow();
    Stream<byte[]> written =
        Stream.of(
                "{10: h'0001020304050607', 256: h'0102030405060708', 259: h'6162', -70001: 1.5}",
                "{258: 32473, 259: h'01', 273: [[600, h'a10163626f6f']], 262: true, 263: 3}",
                "{266: {\"a\": {261: 1, -1: {\"k\": [h'00', 2(h'01'), 1.5]}}, \"b\": {10: h'0001020304050607'}}}",
                "{8: {3: h'01'}, 264: {1: 1.5, 2: -3}, 270: \"s\", 274: [[\"s\", [[\"b\", 1]]]]}",
                "{-70001: {1: {2: h'00', \"x\": null}}, \"text\": undefined, 70000: 32(\"x:y\")}")
            .map(VerifierFuzzTest::encoded);
    return Stream.concat(Stream.of(ofPsa.toByteArray()), written).map(Arguments::arguments);
  }

  private static byte[] encoded(String diagnostic) {
    try {
      return Diagnostic.parse(diagnostic).encode().toByteArray();
    } catch (DecodingException e) {
      throw new IllegalArgumentException(diagnostic, e);
    }
  }

  private static byte[] text(String json) {
    return Bytes.ofUtf8(json).toByteArray();
  }

  /** Messages of strangers; claims without signature come over a channel that vouches for them. */
  @MethodSource("messages")
  @FuzzTest
  void messageOfAnybody(byte[] message) throws Exception {
    Bytes evidence = Bytes.copyOf(message);
    AppraisalRequest.Builder request =
        AppraisalRequest.builder(evidence).receivedOver(CHANNEL).freshnessHandledElsewhere();
    if (message.length > 0 && message[0] == '{') {
      request.type(JSON_CLAIMS);
    }
    appraise(request);
  }

  /** Claims, whatever they are, under the signature of a key that is trusted. */
  @MethodSource("claims")
  @FuzzTest
  void claimsOfASigner(byte[] claims) throws Exception {
    Bytes evidence = CoseSign1.builder().payload(Bytes.copyOf(claims)).sign(DEVICE.signer());

    appraise(AppraisalRequest.builder(evidence).freshnessHandledElsewhere());
  }

  private static void appraise(AppraisalRequest.Builder request) throws Exception {
    AttestationResult result;
    try {
      result = VERIFIER.appraise(request.build());
    } catch (DecodingException | VerificationException refused) {
      assertFalse(refused.getMessage().isBlank());
      return;
    }
    assertFalse(result.describe().isBlank());
    assertFalse(result.toJson().encode().isEmpty());
    assertEquals(result.isAffirming(), result.reasons().isEmpty());
    for (Encoding encoding : Encoding.values()) {
      Bytes signed = result.sign(encoding, DEVICE.signer());
      assertEquals(result.status(), read(signed));
    }
  }

  private static TrustTier read(Bytes signed) throws RatsException {
    return Ear.decode(signed, EarOptions.STRICT)
        .verify(EarExpectations.builder().key(KEY).clock(VerifierTest.CLOCK).build())
        .effectiveStatus();
  }
}
