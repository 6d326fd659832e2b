package org.rats4j.corim.comid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.rats4j.core.crypto.Pem;

class PkixKeyTest {

  @Test
  void isMadeOfAKey() throws Exception {
    PublicKey key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();

    assertEquals(key, Pem.publicKey(PkixKey.of(key).pem()));
  }

  @Test
  void isNotMadeOfAKeyWithoutEncoding() {
    PublicKey inHardware =
        new PublicKey() {
          @Override
          public String getAlgorithm() {
            return "EC";
          }

          @Override
          public String getFormat() {
            return null;
          }

          @Override
          public byte[] getEncoded() {
            return null;
          }
        };

    assertThrows(IllegalArgumentException.class, () -> PkixKey.of(inHardware));
  }
}
