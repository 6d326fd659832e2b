package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;

class ClaimsDecodingTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/eat/valid.csv",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 10000)
  void decodesAndEncodesTheSameBytes(String name, Encoding encoding, String wire) throws Exception {
    Bytes bytes = bytes(encoding, wire);

    EatClaims claims = EatClaims.decode(bytes, encoding, EatOptions.STRICT);

    assertEquals(bytes, claims.encode(encoding));
    assertTrue(claims.isDeterministic());
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/eat/invalid.csv",
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      nullValues = "NULL")
  void rejects(
      String name,
      Encoding encoding,
      String wire,
      DecodingException.Reason reason,
      String code,
      String path) {
    Bytes bytes = bytes(encoding, wire == null ? "" : wire);

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> EatClaims.decode(bytes, encoding, EatOptions.STRICT));

    assertEquals(reason, e.reason());
    assertEquals(code, e.code());
    assertEquals(path == null ? "" : path, e.path());
  }

  /** What strict refuses for the leniency named, lenient accepts, and says so. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/test-vectors/eat/lenient.csv", delimiter = '|', quoteCharacter = '`')
  void acceptsADeviationOnlyByItsName(
      String name, Encoding encoding, String wire, String leniency, String path) throws Exception {
    Bytes bytes = bytes(encoding, wire);

    DecodingException e =
        assertThrows(
            DecodingException.class, () -> EatClaims.decode(bytes, encoding, EatOptions.STRICT));
    EatClaims claims = EatClaims.decode(bytes, encoding, EatOptions.LENIENT);

    assertEquals(List.of(leniency, path), List.of(e.code(), e.path()));
    assertEquals(
        List.of(leniency + " " + path),
        claims.findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.DEVIATION)
            .map(finding -> finding.code() + " " + finding.path())
            .toList());
  }

  private static Bytes bytes(Encoding encoding, String wire) {
    return encoding == Encoding.CBOR ? Bytes.ofHex(wire) : Bytes.ofUtf8(wire);
  }

  /** Whatever the bytes are, decode returns or throws DecodingException: nothing else gets out. */
  @RepeatedTest(500)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition()); // the seed is the test number
    for (Encoding encoding : Encoding.values()) {
      byte[] wire = SampleClaims.all(encoding).encode(encoding).toByteArray();
      for (int i = 0; i < 3; i++) {
        wire[random.nextInt(wire.length)] = (byte) random.nextInt();
      }
      try {
        EatClaims.decode(wire, encoding, EatOptions.STRICT).encode(encoding);
        EatClaims.decode(wire, encoding, EatOptions.LENIENT).convertTo(encoding);
      } catch (DecodingException expected) {
        // the one permitted failure
      }
    }
  }

  @Test
  void decodesEveryRegisteredClaimThatItEncodes() throws Exception {
    for (Encoding encoding : Encoding.values()) {
      EatClaims claims = SampleClaims.all(encoding);

      EatClaims decoded = EatClaims.decode(claims.encode(encoding), encoding, EatOptions.STRICT);

      assertEquals(claims, decoded);
      assertEquals(Claims.ALL.size() - 1, decoded.keys().size()); // cti or jti
      assertEquals(List.of(), decoded.findings());
    }
  }

  @Test
  void refusesATextBeyondTheLimit() {
    DecodeOptions narrow = EatOptions.STRICT.toBuilder().textBytes(8).build();
    EatClaims claims = EatClaims.builder().put(Claims.SOFTWARE_NAME, "123456789").build();
    EatClaims seed = EatClaims.builder().put(Claims.BOOT_SEED, Bytes.copyOf(new byte[9])).build();

    List<Bytes> wires = List.of(claims.encode(Encoding.CBOR), seed.encode(Encoding.CBOR));

    for (Bytes wire : wires) {
      DecodingException e =
          assertThrows(
              DecodingException.class, () -> EatClaims.decode(wire, Encoding.CBOR, narrow));
      assertEquals(EatCodes.LIMIT_EXCEEDED, e.code());
    }
  }

  @Test
  void refusesMoreThan64Nonces() throws Exception {
    Nonce nonce = Nonce.ofBytes(Bytes.copyOf(new byte[8]));
    Nonce[] most = Stream.generate(() -> nonce).limit(64).toArray(Nonce[]::new);
    Nonce[] tooMany = Arrays.copyOf(most, 65);
    tooMany[64] = nonce;

    for (Encoding encoding : Encoding.values()) {
      Bytes ok = EatClaims.builder().put(Claims.NONCE, Nonces.of(most)).build().encode(encoding);
      Bytes bad =
          EatClaims.builder().put(Claims.NONCE, Nonces.of(tooMany)).build().encode(encoding);

      assertEquals(
          64,
          EatClaims.decode(ok, encoding, EatOptions.STRICT)
              .get(Claims.NONCE)
              .orElseThrow()
              .values()
              .size());
      DecodingException e =
          assertThrows(
              DecodingException.class, () -> EatClaims.decode(bad, encoding, EatOptions.STRICT));
      assertEquals(EatCodes.LIMIT_EXCEEDED, e.code());
    }
  }

  @Test
  void warnsOfAnObjectIdentifierThatLooksLikeItsDerEncoding() throws Exception {
    Bytes wire = Bytes.ofHex("a11901094506032b0601");

    EatClaims claims = EatClaims.decode(wire, Encoding.CBOR, EatOptions.STRICT);

    assertEquals(EatCodes.LOOKS_LIKE_DER, claims.findings().get(0).code());
    assertEquals("eat_profile", claims.findings().get(0).path());
  }
}
