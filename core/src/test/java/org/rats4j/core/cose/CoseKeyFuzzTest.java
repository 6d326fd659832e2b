package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;

class CoseKeyFuzzTest {
  private static final DecodeOptions LENIENT =
      DecodeOptions.builder().allow(CoseLeniencies.LENIENT).build();

  /** A key that decodes has all that a key has, or says that it cannot verify. */
  @FuzzTest
  void throwsOnlyItsOwnExceptions(byte[] cbor) {
    Bytes wire = Bytes.copyOf(cbor);
    try {
      CoseKey key = CoseKey.decode(wire, LENIENT);
      assertEquals(wire, key.encode());
      key.thumbprint();
      if (key instanceof CosePrivateKey secret) {
        assertEquals(key.thumbprint(), secret.publicKey().thumbprint());
      }
      key.toVerificationKey();
    } catch (DecodingException | VerificationException expected) {
      // the two permitted failures
    }
  }
}
