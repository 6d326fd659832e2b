package org.rats4j.core.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseLeniencies;

class JwkFuzzTest {
  private static final DecodeOptions LENIENT =
      DecodeOptions.builder().allow(CoseLeniencies.LENIENT).build();

  /** A key that decodes has all that a key has, or says that it cannot verify. */
  @FuzzTest
  void throwsOnlyItsOwnExceptions(byte[] json) {
    try {
      Jwk key = Jwk.decode(Bytes.copyOf(json), LENIENT);
      assertEquals(key.thumbprint(), Jwk.decode(key.encode(), LENIENT).thumbprint());
      if (key instanceof PrivateJwk secret) {
        assertEquals(key.thumbprint(), secret.publicKey().thumbprint());
      }
      key.toVerificationKey();
    } catch (DecodingException | VerificationException expected) {
      // the two permitted failures
    }
  }
}
