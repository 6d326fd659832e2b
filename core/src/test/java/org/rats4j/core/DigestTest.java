package org.rats4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

class DigestTest {

  private static Digest fromJson(String json) throws DecodingException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Digest.read(JsonReader.of(bytes, DecodeOptions.STRICT, "digest"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[6,\"AAECAw\"]",
        "[\"sha-256-32\",\"AAECAw\"]",
        "[-16,\"AA\"]",
        "[0,\"AA\"]",
        "[9223372036854775807,\"AA\"]",
        "[\"x\",\"AA\"]",
      })
  void readsAndWritesTheSameJson(String json) throws Exception {
    JsonWriter out = new JsonWriter();

    fromJson(json).write(out);

    assertEquals(Bytes.ofUtf8(json), out.toBytes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,\"AAECAw\"] | INVALID_VALUE | digest",
        "[\"sha-256\",\"AAECAw\"] | INVALID_VALUE | digest",
        "[99,\"\"] | INVALID_VALUE | digest",
        "[9223372036854775808,\"AA\"] | INVALID_VALUE | digest/0",
        "[1.0,\"AA\"] | UNEXPECTED_STRUCTURE | digest/0",
        "[null,\"AA\"] | UNEXPECTED_STRUCTURE | digest/0",
        "[99,1] | UNEXPECTED_STRUCTURE | digest/1",
        "[99,\"AA==\"] | NOT_WELL_FORMED | digest/1",
        "[99] | UNEXPECTED_STRUCTURE | digest",
        "[99,\"AA\",1] | UNEXPECTED_STRUCTURE | digest",
        "{} | UNEXPECTED_STRUCTURE | digest",
      })
  void rejectsJson(String json, Reason reason, String path) {
    DecodingException e = assertThrows(DecodingException.class, () -> fromJson(json));

    assertEquals(reason, e.reason());
    assertEquals(path, e.path());
  }

  @ParameterizedTest
  @CsvSource({
    "1,sha-256,32", "2,sha-256-128,16", "3,sha-256-120,15", "4,sha-256-96,12", "5,sha-256-64,8",
    "6,sha-256-32,4", "7,sha-384,48", "8,sha-512,64", "9,sha3-224,28", "10,sha3-256,32",
    "11,sha3-384,48", "12,sha3-512,64"
  })
  void lengthFollowsFromTheAlgorithm(int number, String name, int size) {
    Bytes right = Bytes.copyOf(new byte[size]);
    Bytes wrong = Bytes.copyOf(new byte[size + 1]);

    assertEquals(Optional.of(name), Digest.nameOf(number));
    assertEquals(OptionalInt.of(number), Digest.numberOf(name));
    assertEquals(name, Digest.of(number, right).algorithmName());
    assertEquals(name, new Digest(Label.of(name), right).algorithmName());
    assertEquals(OptionalInt.of(number), Digest.of(number, right).knownAlgorithm());
    assertEquals(OptionalInt.of(number), new Digest(Label.of(name), right).knownAlgorithm());
    assertThrows(IllegalArgumentException.class, () -> Digest.of(number, wrong));
    assertTrue(new Digest(Label.of(name), right).hasSizeOfAlgorithm());
    assertFalse(new Digest(Label.of(name), wrong).hasSizeOfAlgorithm());
    assertFalse(new Digest(Label.of(number), wrong).hasSizeOfAlgorithm());
  }

  @ParameterizedTest
  @ValueSource(longs = {-16, 0, 13, 32})
  void unknownAlgorithmsAreKept(long algorithm) {
    assertEquals(OptionalInt.empty(), Digest.of(algorithm, Bytes.of(1)).knownAlgorithm());
    assertTrue(Digest.of(algorithm, Bytes.of(1)).hasSizeOfAlgorithm());
  }

  @Test
  void computesSha256() {
    Digest digest = Digest.sha256Of(Bytes.ofUtf8("abc")); // FIPS 180-2, appendix B.1

    assertEquals(
        Digest.sha256(
            Bytes.ofHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
        digest);
  }

  @ParameterizedTest
  @ValueSource(longs = {-16, 0, 13, 0x1_0000_0001L, Long.MAX_VALUE, Long.MIN_VALUE})
  void hasNoNameForNumbersThatItDoesNotKnow(long number) {
    assertEquals(Optional.empty(), Digest.nameOf(number));
    assertEquals(Long.toString(number), new Digest(Label.of(number), Bytes.of(1)).algorithmName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SHA-256", "sha-1", "1"})
  void hasNoNumberForNamesThatItDoesNotKnow(String name) {
    assertEquals(OptionalInt.empty(), Digest.numberOf(name));
    assertEquals(name, new Digest(Label.of(name), Bytes.of(1)).algorithmName());
  }
}
