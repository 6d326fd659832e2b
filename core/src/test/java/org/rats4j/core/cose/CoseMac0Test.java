package org.rats4j.core.cose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.VerificationKey;

class CoseMac0Test {
  private static final Bytes PAYLOAD = Bytes.ofUtf8("payload");
  private static final CoseHeaders TYPE =
      CoseHeaders.builder().typ(CoseContentType.of("a/b")).build();
  private static final CoseHeaders KID = CoseHeaders.builder().kid(Bytes.of(7)).build();

  private static CoseMac0Builder message() {
    return CoseMac0.builder()
        .protectedHeaders(TYPE)
        .unprotectedHeaders(KID)
        .externalAad(Bytes.of(1));
  }

  private static UnverifiedCoseMac0 made(CoseMac0Builder builder) throws Exception {
    Bytes wire = builder.sign(CoseTestKeys.signer(Algorithms.HMAC_256));
    return CoseMac0.read(CborReader.of(wire, DecodeOptions.STRICT, "mac"), CoseTag.REQUIRED);
  }

  @Test
  void showsWhatTheTagIsOver() throws Exception {
    VerificationKey key = CoseTestKeys.key(Algorithms.HMAC_256);

    UnverifiedCoseMac0 message = made(message().payload(PAYLOAD));

    Bytes toBeSigned = message.toBeSigned(Bytes.of(1));
    key.verify(Algorithms.HMAC_256, List.of(toBeSigned), message.tag());
    assertEquals(toBeSigned, message.toBeSigned(Bytes.of(1), PAYLOAD));
    UnverifiedCoseMac0 detached = made(message().detachedPayload(PAYLOAD));
    assertThrows(IllegalStateException.class, () -> detached.toBeSigned(Bytes.of(1)));
    assertEquals(toBeSigned, detached.toBeSigned(Bytes.of(1), PAYLOAD));
  }

  @Test
  void hintsAtItsKey() throws Exception {
    UnverifiedCoseMac0 message = made(message().payload(PAYLOAD));

    CoseKeyHints hints = (CoseKeyHints) message.keyHints();

    assertEquals(OptionalLong.of(Algorithms.HMAC_256), hints.algorithm());
    assertEquals(Optional.of(Bytes.of(7)), hints.keyId());
    assertEquals(message.protectedHeaders(), hints.protectedHeaders());
    assertEquals(KID, hints.unprotectedHeaders());
    assertEquals(KID, message.unprotectedHeaders());
  }

  @Test
  void answersWithHeadersAndKey() throws Exception {
    VerificationKey key = CoseTestKeys.key(Algorithms.HMAC_256);

    CoseMac0 verified =
        made(message().payload(PAYLOAD))
            .verify(CoseExpectations.builder().key(key).externalAad(Bytes.of(1)).build());

    assertEquals(key, verified.key());
    assertEquals(Optional.of(CoseContentType.of("a/b")), verified.protectedHeaders().typ());
    assertTrue(verified.protectedHeaders().contains(CoseHeaders.ALG));
  }
}
