package org.rats4j.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

class EcdsaSignatureTest {

  @ParameterizedTest
  @CsvSource({
    "3006020101020101, 1, 0101",
    "3008020200ff02020080, 1, ff80",
    "3006020101020102, 3, 000001000002",
  })
  void convertsBothWays(String der, int size, String raw) throws Exception {
    assertEquals(Bytes.ofHex(raw), EcdsaSignature.toRaw(Bytes.ofHex(der), size));
    assertEquals(Bytes.ofHex(der), EcdsaSignature.toDer(Bytes.ofHex(raw)));
  }

  @Test
  void writesTheLongFormWhereAP521SignatureNeedsIt() throws Exception {
    Bytes raw = Bytes.ofHex("01ff".repeat(66));

    Bytes der = EcdsaSignature.toDer(raw);

    assertEquals("308188", der.slice(0, 3).toHex());
    assertEquals(raw, EcdsaSignature.toRaw(der, 66));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/test-vectors/ecdsa-der/invalid.csv",
      delimiter = '|',
      emptyValue = "",
      nullValues = "NULL")
  void rejects(String name, String der, int size, DecodingException.Reason reason) {
    Bytes input = der == null ? Bytes.EMPTY : Bytes.ofHex(der);

    DecodingException e =
        assertThrows(DecodingException.class, () -> EcdsaSignature.toRaw(input, size));

    assertEquals(reason, e.reason());
    assertEquals("ecdsa-signature", e.path());
  }

  @Tag("seeded")
  @RepeatedTest(300)
  void throwsOnlyItsOwnExceptionOnMutatedInput(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] raw = new byte[64];
    random.nextBytes(raw);
    byte[] der = EcdsaSignature.toDer(Bytes.copyOf(raw)).toByteArray();
    for (int i = 0; i < 3; i++) {
      der[random.nextInt(der.length)] = (byte) random.nextInt();
    }
    Bytes mutated = Bytes.copyOf(der, 0, random.nextInt(der.length + 1));
    try {
      assertEquals(mutated, EcdsaSignature.toDer(EcdsaSignature.toRaw(mutated, 32)));
    } catch (DecodingException expected) {
      // the one permitted failure
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "01", "010203"})
  void refusesToConvertHalves(String raw) {
    assertThrows(IllegalArgumentException.class, () -> EcdsaSignature.toDer(Bytes.ofHex(raw)));
  }

  @Test
  void refusesToConvertWhatIsTooLongForEveryCurve() {
    Bytes raw = Bytes.copyOf(new byte[134]);

    assertThrows(IllegalArgumentException.class, () -> EcdsaSignature.toDer(raw));
  }

  @ParameterizedTest
  @CsvSource({"-7, 32", "-9, 32", "-35, 48", "-51, 48", "-36, 66", "-52, 66"})
  void knowsTheSizeOfCoordinates(long algorithm, int bytes) {
    assertEquals(bytes, EcdsaSignature.coordinateBytes(algorithm));
  }

  @ParameterizedTest
  @CsvSource({"-8", "-37", "5", "0"})
  void knowsNoCoordinatesOfOtherAlgorithms(long algorithm) {
    assertThrows(IllegalArgumentException.class, () -> EcdsaSignature.coordinateBytes(algorithm));
  }
}
