package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

class UnverifiedEarTest {
  private static EarClaims claims;
  private static Bytes jwt;
  private static Bytes cwt;
  private static EarExpectations expected;

  @BeforeAll
  static void sign() throws Exception {
    KeyPair pair = TestKeys.p256();
    claims =
        Ear.builder()
            .verifierId("d", "b")
            .issuedAt(Instant.ofEpochSecond(1_700_000_000))
            .submod("a", Appraisal.builder().claim(Category.HARDWARE, 2).build())
            .build();
    jwt = Ear.jwt(claims).sign(Signers.of(pair.getPrivate(), Algorithms.ES256));
    cwt = Ear.cwt(claims).keyId("k").sign(Signers.of(pair.getPrivate(), Algorithms.ES256));
    expected = EarExpectations.builder().key(VerificationKey.of(pair.getPublic())).build();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/ear/invalid-token.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void rejects(String name, String token, String code, DecodingException.Reason reason) {
    DecodingException e =
        assertThrows(DecodingException.class, () -> Ear.decode(bytes(token), EarOptions.STRICT));

    assertEquals(code, e.code());
    assertEquals(reason, e.reason());
  }

  private static byte[] bytes(String token) {
    if (token == null) {
      return new byte[0];
    }
    return token.startsWith("0x")
        ? HexFormat.of().parseHex(token.substring(2))
        : token.replace("%0A", "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Whatever the bytes are, a mutated token never verifies, and fails as it should. */
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionsOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Bytes original = random.nextBoolean() ? jwt : cwt;
    byte[] bytes = original.toByteArray();
    int at = random.nextInt(bytes.length);
    bytes[at] ^= (byte) (1 + random.nextInt(255));
    try {
      Ear ear = Ear.decode(bytes, EarOptions.LENIENT).verify(expected);
      // Only what the signature does not cover may change.
      assertEquals(claims, ear.claims());
    } catch (DecodingException | VerificationException expectedFailure) {
      // the two permitted failures
    }
  }
}
