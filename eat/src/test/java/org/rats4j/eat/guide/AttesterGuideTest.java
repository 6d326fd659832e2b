package org.rats4j.eat.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ConvertedClaims;
import org.rats4j.eat.DebugStatus;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.HwModel;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.NumericDate;
import org.rats4j.eat.OemId;
import org.rats4j.eat.Submodules;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.Version;
import org.rats4j.eat.measured.MeasuredComponent;

/**
 * The code of {@code docs/guide/attester.md}, run. {@code DocumentsTest} of {@code examples}
 * compares both.
 */
class AttesterGuideTest {
  private static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  private static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static EatClaims claims(Bytes nonce, Clock clock) {
    Bytes serial = Bytes.ofHex("001122334455");
    EatClaims claims =
        EatClaims.builder()
            .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(nonce)))
            .put(Claims.ISSUED_AT, NumericDate.of(clock.instant()))
            .put(Claims.UEID, Ueid.eui48(serial))
            .put(Claims.OEM_ID, OemId.pen(76543))
            .put(Claims.HARDWARE_MODEL, new HwModel(Bytes.ofUtf8("gateway-7")))
            .put(Claims.DEBUG_STATUS, DebugStatus.DISABLED_SINCE_BOOT)
            .put(Claims.SOFTWARE_NAME, "gateway")
            .put(Claims.SOFTWARE_VERSION, Version.of("1.4.0", Version.SEMVER))
            .build();
    return claims;
  }

  @Test
  void saysWhatTheDeviceIs() throws Exception {
    EatClaims claims = claims(NONCE, CLOCK);

    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> claims.toBuilder().remove(Claims.OEM_ID).remove(Claims.SOFTWARE_NAME).build());

    assertEquals("hwmodel needs oemid; swversion needs swname", e.getMessage());
  }

  @Test
  void saysWhatRuns() throws Exception {
    Bytes sha256 = Bytes.copyOf(new byte[32]);
    EatClaims claims = claims(NONCE, CLOCK);

    MeasuredComponent loader =
        MeasuredComponent.of("boot loader", Digest.sha256(sha256))
            .withVersion(Version.of("2.0.1", Version.SEMVER));
    EatClaims measured =
        claims.toBuilder().put(Claims.MEASUREMENTS, List.of(loader.body(Encoding.CBOR))).build();

    assertTrue(measured.contains(Claims.MEASUREMENTS));
  }

  @Test
  void speaksForItsParts() throws Exception {
    EatClaims claims = claims(NONCE, CLOCK);
    EatClaims modem =
        EatClaims.builder()
            .put(Claims.SOFTWARE_NAME, "modem")
            .put(Claims.DEBUG_STATUS, DebugStatus.ENABLED)
            .build();

    EatClaims whole =
        claims.toBuilder().put(Claims.SUBMODULES, Submodules.of("modem", modem)).build();

    assertEquals(DebugStatus.DISABLED_SINCE_BOOT, whole.get(Claims.DEBUG_STATUS).orElseThrow());
  }

  @Test
  void signs() throws Exception {
    KeyPair keys = keys();
    Bytes keyId = Bytes.of(7);
    EatClaims claims = claims(NONCE, CLOCK);

    Signer signer = Signers.of(keys.getPrivate(), Algorithms.ES256);
    Bytes cwt = Eat.cwt(claims).keyId(keyId).sign(signer);

    Bytes jwt = Eat.jwt(claims).keyId("device-7").sign(signer);

    for (Bytes token : List.of(cwt, jwt)) {
      Eat eat =
          Eat.decode(token, EatOptions.STRICT)
              .verify(
                  EatExpectations.builder()
                      .key(VerificationKey.of(keys.getPublic()))
                      .nonce(NONCE)
                      .clock(CLOCK)
                      .build());
      assertEquals(claims.get(Claims.UEID), eat.claims().get(Claims.UEID));
    }
  }

  @Test
  void changesTheEncoding() throws Exception {
    EatClaims received =
        EatClaims.decode(
            claims(NONCE, CLOCK).encode(Encoding.CBOR), Encoding.CBOR, EatOptions.STRICT);

    ConvertedClaims json = received.convertTo(Encoding.JSON);
    for (Finding loss : json.losses()) {
      System.out.println("stays behind: " + loss.path());
    }
    Bytes text = json.claims().encode(Encoding.JSON);

    assertTrue(json.losses().isEmpty());
    assertEquals(
        "{", new String(text.toByteArray(), 0, 1, java.nio.charset.StandardCharsets.UTF_8));
  }
}
