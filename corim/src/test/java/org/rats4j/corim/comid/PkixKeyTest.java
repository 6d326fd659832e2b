package org.rats4j.corim.comid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.rats4j.core.crypto.Pem;
import org.rats4j.test.crypto.KeyInHardware;

class PkixKeyTest {

  @Test
  void isMadeOfAKey() throws Exception {
    PublicKey key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();

    assertEquals(key, Pem.publicKey(PkixKey.of(key).pem()));
  }

  @Test
  void isNotMadeOfAKeyWithoutEncoding() {
    PublicKey inHardware = new KeyInHardware("EC");

    assertThrows(IllegalArgumentException.class, () -> PkixKey.of(inHardware));
  }
}
