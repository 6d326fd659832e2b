package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;

class CoseFuzzTest {
  private static final DecodeOptions LENIENT =
      DecodeOptions.builder().allow(CoseLeniencies.LENIENT).build();
  private static final CoseExpectations NOBODY = CoseTestKeys.trusting(Algorithms.ES256);
  private static final CoseExpectations NOBODY_DETACHED =
      CoseTestKeys.expecting(Algorithms.ES256).detachedPayload(Bytes.EMPTY).build();

  /** Decoding ends in a message or in its own exception, and no message is of a key just made. */
  @FuzzTest
  void decodesOrThrowsItsOwnException(byte[] input) {
    for (DecodeOptions options : List.of(DecodeOptions.STRICT, LENIENT)) {
      try {
        CoseDecodingTest.readAll(CoseMessage.decode(input, options));
        UnverifiedCoseSign1 sign1 = CoseSign1.decode(input, options);
        CoseExpectations expectations = sign1.payload().isPresent() ? NOBODY : NOBODY_DETACHED;
        assertThrows(VerificationException.class, () -> sign1.verify(expectations));
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }
}
