package org.rats4j.eat.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseHash;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.jose.Jws;
import org.rats4j.eat.ClaimRegistry;
import org.rats4j.eat.Claims;
import org.rats4j.eat.DetachedEatBundle;
import org.rats4j.eat.DetachedValueDecoder;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatKeyHints;
import org.rats4j.eat.EatLeniencies;
import org.rats4j.eat.EatNode;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.NestedPolicy;
import org.rats4j.eat.NestedToken;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.ReplayMemory;
import org.rats4j.eat.SecureChannelAssertion;
import org.rats4j.eat.Submodules;
import org.rats4j.eat.TrustStatus;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.UnverifiedDetachedEatBundle;
import org.rats4j.eat.UnverifiedEat;

/**
 * The code of {@code docs/guide/verifier.md}, run. {@code DocumentsTest} of {@code examples}
 * compares both.
 */
class VerifierGuideTest {
  private static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");
  private static final Ueid DEVICE = Ueid.rand(Bytes.copyOf(new byte[16]));
  private static final KeyPair DEVICE_KEYS = pair();
  private static final KeyPair TEE_KEYS = pair();
  private static final EatClaims TEE =
      EatClaims.builder()
          .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(NONCE)))
          .put(Claims.SOFTWARE_NAME, "tee")
          .build();

  private final VerificationKey deviceKey = VerificationKey.of(DEVICE_KEYS.getPublic());
  private final VerificationKey teeKey = VerificationKey.of(TEE_KEYS.getPublic());
  private final Bytes nonce = NONCE;

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Signer signer(KeyPair keys) {
    return Signers.of(keys.getPrivate(), Algorithms.ES256);
  }

  private static Bytes token() throws Exception {
    Bytes tee = Eat.cwt(TEE).sign(signer(TEE_KEYS));
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.UEID, DEVICE)
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(NONCE)))
            .put(Claims.SUBMODULES, Submodules.of("TEE", NestedToken.of(tee)))
            .build();
    return Eat.cwt(claims).sign(signer(DEVICE_KEYS));
  }

  @Test
  void verifiesAToken() throws Exception {
    Bytes received = token();

    UnverifiedEat token = Eat.decode(received, EatOptions.STRICT);
    Eat eat = token.verify(EatExpectations.builder().key(deviceKey).nonce(nonce).build());
    Optional<Ueid> device = eat.claims().get(Claims.UEID);

    assertEquals(Optional.of(DEVICE), device);
  }

  @Test
  void findsTheKeyByTheDevice() throws Exception {
    Bytes received = token();
    Map<Ueid, List<VerificationKey>> known = Map.of(DEVICE, List.of(deviceKey));

    KeyResolver byDevice =
        hints ->
            hints instanceof EatKeyHints token && token.path().isEmpty()
                ? token.ueid().map(known::get).orElse(List.of())
                : List.of();
    EatExpectations expected = EatExpectations.builder().keys(byDevice).nonce(nonce).build();

    assertEquals(
        Optional.of(deviceKey), Eat.decode(received, EatOptions.STRICT).verify(expected).key());
  }

  @Test
  void verifiesNestedTokensWithTheirOwnKeys() throws Exception {
    UnverifiedEat token = Eat.decode(token(), EatOptions.STRICT);

    EatExpectations ofTee = EatExpectations.builder().key(teeKey).nonce(nonce).build();
    EatExpectations expected =
        EatExpectations.builder()
            .key(deviceKey)
            .nonce(nonce)
            .nested(NestedPolicy.REQUIRE_ALL.expecting("submods/TEE", ofTee))
            .build();
    Eat eat = token.verify(expected);
    EatNode tee = eat.node("submods/TEE").orElseThrow();
    boolean signed = tee.effectiveTrust() == TrustStatus.SIGNED_VERIFIED;

    assertTrue(signed);
    Eat without = token.verify(EatExpectations.builder().key(deviceKey).nonce(nonce).build());
    assertTrue(without.node("submods/TEE").orElseThrow().claims().isEmpty());
  }

  @Test
  void opensABundle() throws Exception {
    Signer signer = signer(DEVICE_KEYS);
    EatClaims tee = TEE;
    EatClaims claims =
        EatClaims.builder().put(Claims.NONCE, Nonces.of(Nonce.ofBytes(NONCE))).build();
    EatExpectations expected =
        EatExpectations.builder().key(deviceKey).nonce(nonce).requireAllDetached().build();

    Bytes received =
        DetachedEatBundle.builder(Encoding.CBOR).detach("TEE", tee).sign(claims, signer);

    DetachedEatBundle bundle =
        DetachedEatBundle.decode(received, EatOptions.STRICT).verify(expected);
    EatNode detached = bundle.token().node("submods/TEE").orElseThrow();

    assertEquals(TrustStatus.DIGEST_MATCHED, detached.status());
  }

  @Test
  void opensABundleOfGpus() throws Exception {
    String gpu =
        Jws.builder().payload(Bytes.ofUtf8("{\"measres\":\"success\"}")).sign(signer(TEE_KEYS));
    String main =
        Jws.builder()
            .payload(
                Bytes.ofUtf8(
                    "{\"submods\":{\"GPU-0\":[\"DIGEST\",[\"SHA-256\",\""
                        + CoseHash.digest(CoseHash.SHA_256, Bytes.ofUtf8(gpu)).orElseThrow().toHex()
                        + "\"]]}}"))
            .sign(signer(DEVICE_KEYS));
    Bytes received = Bytes.ofUtf8("[[\"JWT\",\"" + main + "\"],{\"GPU-0\":\"" + gpu + "\"}]");

    DecodeOptions options = EatOptions.STRICT.toBuilder().allow(EatLeniencies.HEX_DIGEST).build();
    UnverifiedDetachedEatBundle ofGpus =
        DetachedEatBundle.decode(
            received, ClaimRegistry.GPU_VERIFIERS, DetachedValueDecoder.JWTS, options);

    Eat token =
        ofGpus
            .verify(EatExpectations.builder().key(deviceKey).freshnessHandledElsewhere().build())
            .token();
    EatClaims claims = token.node("submods/GPU-0").orElseThrow().claims().orElseThrow();
    assertTrue(claims.unknown().containsKey(Label.of("measres")));
  }

  @Test
  void takesUnsignedClaimsOverANamedChannel() throws Exception {
    Bytes received = Eat.uccs(TEE).encode();

    EatExpectations expected =
        EatExpectations.builder()
            .acceptUnprotected(
                SecureChannelAssertion.integrityProtected("mTLS 10.0.0.7:4433", "CN=device 7"))
            .nonce(nonce)
            .build();
    Eat eat = Eat.decode(received, EatOptions.STRICT).verify(expected);

    assertEquals(TrustStatus.UNPROTECTED, eat.root().status());
  }

  @Test
  void remembersTokens() throws Exception {
    UnverifiedEat token = Eat.decode(token(), EatOptions.STRICT);

    ReplayMemory memory = new ReplayMemory(100_000, Duration.ofMinutes(10), Clock.systemUTC());
    EatExpectations expected =
        EatExpectations.builder().key(deviceKey).nonce(nonce).replay(memory).build();

    token.verify(expected);
    assertThrows(VerificationException.class, () -> token.verify(expected));
  }

  @Test
  void goesByTheMediaType() throws Exception {
    Bytes body = token();
    String contentType = "application/eat+cwt";

    UnverifiedEat token = Eat.decode(body, MediaType.of(contentType), EatOptions.STRICT);

    assertEquals(List.of(), token.findings());
  }
}
