package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

class EatTest {
  private static final KeyPair PAIR = pair();
  private static final Signer SIGNER = Signers.of(PAIR.getPrivate(), Algorithms.ES256);
  private static final VerificationKey KEY = VerificationKey.of(PAIR.getPublic());
  private static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");
  private static final Ueid DEVICE = Ueid.rand(Bytes.ofHex("aabbccddeeff00112233445566778899"));

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static EatClaims claims() {
    return EatClaims.builder()
        .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(NONCE)))
        .put(Claims.UEID, DEVICE)
        .build();
  }

  @Test
  void verifiesACwtThatItSigned() throws Exception {
    Bytes token = Eat.cwt(claims()).keyId(Bytes.ofUtf8("k")).contentType().sign(SIGNER);

    Eat eat =
        Eat.decode(token, EatOptions.STRICT)
            .verify(EatExpectations.builder().key(KEY).nonce(NONCE).build());

    assertEquals(Optional.of(DEVICE), eat.claims().get(Claims.UEID));
    assertEquals(EatEnvelope.COSE_SIGN1, eat.envelope());
    assertTrue(token.toHex().startsWith("d83dd284"));
  }

  @Test
  void verifiesAJwtThatItSigned() throws Exception {
    Bytes token = Eat.jwt(claims()).keyId("k").sign(SIGNER);

    Eat eat =
        Eat.decode(token, EatOptions.STRICT)
            .verify(EatExpectations.builder().key(KEY).nonce(NONCE).build());

    assertEquals(Optional.of(DEVICE), eat.claims().get(Claims.UEID));
    assertEquals(EatEnvelope.JWS, eat.envelope());
  }
}
