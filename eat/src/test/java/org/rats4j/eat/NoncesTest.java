package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;

class NoncesTest {

  @Test
  void areMadeOfTheBytesOfOne() {
    Bytes nonce = Bytes.copyOf(new byte[8]);

    assertEquals(Nonces.of(Nonce.ofBytes(nonce)), Nonces.of(nonce));
    assertThrows(IllegalArgumentException.class, () -> Nonces.of(Bytes.copyOf(new byte[7])));
  }
}
