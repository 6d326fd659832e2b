package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.json.JsonString;

/**
 * Bundles as verifiers of GPUs send them: whole JWTs beside the token, with claims of their own.
 */
class GpuBundleTest {
  private static final String NONCE =
      "931d8dd0add203ac3d8b4fbde75e115278eefcdceac5b87671a748f32364dfcb";
  private static final String DEVICE =
      "{\"measres\":\"success\",\"secboot\":null,\"dbgstat\":null,\"hwmodel\":\"GH100 A01 GSP BROM\","
          + "\"oemid\":\"5703\",\"ueid\":\"478176379286082186618948445787393647364802107249\","
          + "\"eat_nonce\":\""
          + NONCE
          + "\",\"exp\":4102444800,\"x-nvidia-gpu-arch-check\":true}";
  private static final DecodeOptions HEXADECIMAL =
      EatOptions.STRICT.toBuilder().allow(EatLeniencies.HEX_DIGEST).build();
  private static final EatExpectations EXPECTED =
      EatExpectations.builder()
          .keys(hints -> List.of(TestTokens.KEY))
          .nonce(Nonce.ofText(NONCE))
          .nested(NestedPolicy.REQUIRE_ALL)
          .requireAllDetached()
          .build();

  private static String jwt(String claims) throws Exception {
    return Jws.builder().payload(Bytes.ofUtf8(claims)).sign(TestTokens.SIGNER);
  }

  private static Bytes bundle(String device) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(device.getBytes(StandardCharsets.US_ASCII));
    String main =
        jwt(
            "{\"iss\":\"https://verifier.example\",\"x-overall-att-result\":true,\"eat_nonce\":\""
                + NONCE
                + "\",\"submods\":{\"GPU-0\":[\"DIGEST\",[\"SHA-256\",\""
                + HexFormat.of().formatHex(digest)
                + "\"]]}}");
    return Bytes.ofUtf8("[[\"JWT\",\"" + main + "\"],{\"GPU-0\":\"" + device + "\"}]");
  }

  private static UnverifiedDetachedEatBundle decode(Bytes bundle) throws DecodingException {
    return DetachedEatBundle.decode(
        bundle, ClaimRegistry.GPU_VERIFIERS, DetachedValueDecoder.JWTS, HEXADECIMAL);
  }

  @Test
  void readsTheTokenOfEachGpu() throws Exception {
    DetachedEatBundle bundle = decode(bundle(jwt(DEVICE))).verify(EXPECTED);

    EatNode gpu = bundle.token().node("submods/GPU-0").orElseThrow();
    EatClaims claims = gpu.claims().orElseThrow();
    assertEquals(TrustStatus.SIGNED_VERIFIED, gpu.status());
    assertEquals(
        Optional.of(new RawClaim.OfJson(new JsonString("success"))),
        Optional.ofNullable(claims.unknown().get(Label.of("measres"))));
    assertThrows(DecodingException.class, () -> claims.get(Claims.MEASUREMENT_RESULTS));
    assertTrue(
        bundle.findings().stream()
            .anyMatch(
                finding ->
                    finding.code().equals("HEX_DIGEST")
                        && finding.severity() == Finding.Severity.DEVIATION
                        && finding.path().equals("submods/GPU-0/1/1")),
        bundle.findings().toString());
  }

  @Test
  void refusesThemUnlessAllIsAskedFor() throws Exception {
    Bytes bundle = bundle(jwt(DEVICE));

    DecodingException hexadecimal =
        assertThrows(
            DecodingException.class,
            () ->
                DetachedEatBundle.decode(
                    bundle,
                    ClaimRegistry.GPU_VERIFIERS,
                    DetachedValueDecoder.JWTS,
                    EatOptions.STRICT));
    DecodingException claimsSet =
        assertThrows(DecodingException.class, () -> DetachedEatBundle.decode(bundle, HEXADECIMAL));
    UnverifiedDetachedEatBundle ofRfc9711 =
        DetachedEatBundle.decode(bundle, ClaimRegistry.EAT, DetachedValueDecoder.JWTS, HEXADECIMAL);
    DecodingException claims =
        assertThrows(DecodingException.class, () -> ofRfc9711.verify(EXPECTED));

    assertEquals("HEX_DIGEST", hexadecimal.code());
    assertEquals(EatCodes.BAD_BASE64, claimsSet.code());
    assertEquals("submods/GPU-0/measres", claims.path());
  }

  @Test
  void stillChecksTheClaimsThatItKnows() throws Exception {
    UnverifiedDetachedEatBundle ended = decode(bundle(jwt(DEVICE.replace("4102444800", "1"))));
    UnverifiedDetachedEatBundle changed =
        decode(
            Bytes.ofUtf8(
                bundle(jwt(DEVICE))
                    .toUtf8()
                    .replaceFirst("(\"GPU-0\":\".*)[^\"]\"}]$", "$1_\"}]")));

    VerificationException e =
        assertThrows(VerificationException.class, () -> ended.verify(EXPECTED));
    VerificationException other =
        assertThrows(VerificationException.class, () -> changed.verify(EXPECTED));

    assertEquals(List.of(EatCodes.EXPIRED, "submods/GPU-0/exp"), List.of(e.code(), e.path()));
    assertEquals(EatCodes.DIGEST_MISMATCH, other.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "eat_nonce", "aud", "submods", "eat_profile", "jti"})
  void keepsTheClaimsThatVerificationNeeds(String name) {
    ClaimKey<?> needed =
        ClaimRegistry.EAT.keys().stream().filter(key -> key.name().equals(name)).findAny().get();

    assertThrows(IllegalArgumentException.class, () -> ClaimRegistry.EAT.without(needed));
  }
}
