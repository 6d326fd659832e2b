package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.cose.CoseKey;
import org.rats4j.core.jose.Jwk;

class ConfirmationTest {

  private static PublicKey key(String algorithm) throws Exception {
    return KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPublic();
  }

  @Test
  void isOfItsKeyInBothEncodings() throws Exception {
    PublicKey key = key("Ed25519");
    PublicKey other = key("Ed25519");
    CoseKey named = CoseKey.of(key).withKeyId(Bytes.of(1));

    for (Confirmation confirmation :
        new Confirmation[] {Confirmation.of(named), Confirmation.of(Jwk.of(key))}) {
      assertTrue(confirmation.isOf(key));
      assertFalse(confirmation.isOf(other));
    }
  }

  @Test
  void isOfNoKeyThatItOnlyNames() throws Exception {
    PublicKey key = key("Ed25519");

    assertFalse(Confirmation.ofKeyId("device").isOf(key));
    assertFalse(Confirmation.ofThumbprint(CoseKey.of(key).thumbprint().orElseThrow()).isOf(key));
  }

  @Test
  void isOfNoKeyOfAKindThatItCannotHold() throws Exception {
    Confirmation confirmation = Confirmation.of(CoseKey.of(key("Ed25519")));

    assertFalse(confirmation.isOf(key("DSA")));
  }
}
