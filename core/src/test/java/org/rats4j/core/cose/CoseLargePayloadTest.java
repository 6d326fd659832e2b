package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.rats4j.core.AllocatedBytes;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.crypto.Algorithms;

class CoseLargePayloadTest {
  private static final int SIZE = 8 << 20;
  private static final DecodeOptions LARGE = DecodeOptions.builder().inputBytes(SIZE + 200).build();

  @Test
  void decodesAndVerifiesWithoutACopyOfThePayload() throws Exception {
    Bytes wire = large(CoseSign1.builder());
    CoseExpectations expectations = CoseTestKeys.trusting(Algorithms.ES256);
    CoseSign1.decode(wire, LARGE).verify(expectations); // loads the classes

    AllocatedBytes allocated = new AllocatedBytes();
    long before = allocated.soFar();
    CoseSign1 verified = CoseSign1.decode(wire, LARGE).verify(expectations);
    long used = allocated.soFar() - before;

    assertEquals(SIZE, verified.payload().size());
    assertTrue(used < SIZE / 8, () -> used + " bytes were allocated");
  }

  @Test
  void signsADetachedPayloadWithoutACopyOfIt() throws Exception {
    Bytes payload = Bytes.copyOf(new byte[SIZE]);
    CoseSign1Builder builder = CoseSign1.builder().detachedPayload(payload);
    builder.sign(CoseTestKeys.signer(Algorithms.ES256)); // loads the classes

    AllocatedBytes allocated = new AllocatedBytes();
    long before = allocated.soFar();
    builder.sign(CoseTestKeys.signer(Algorithms.ES256));
    long used = allocated.soFar() - before;

    assertTrue(used < SIZE / 8, () -> used + " bytes were allocated");
  }

  private static Bytes large(CoseSign1Builder builder) throws Exception {
    return builder
        .payload(Bytes.copyOf(new byte[SIZE]))
        .sign(CoseTestKeys.signer(Algorithms.ES256));
  }
}
