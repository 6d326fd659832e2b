package org.rats4j.core.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rats4j.core.Bytes;

class UnsignedTest {
  @ParameterizedTest
  @CsvSource({"0, 0, ''", "0, 1, 00", "0, 2, 0000", "1, 1, 01", "127, 1, 7f", "128, 1, 80"})
  @CsvSource({"255, 1, ff", "255, 3, 0000ff", "256, 2, 0100", "65535, 2, ffff"})
  void padsToTheSize(long value, int size, String hex) {
    Bytes padded = Unsigned.padded(BigInteger.valueOf(value), size);

    assertEquals(Bytes.ofHex(hex), padded);
    assertEquals(BigInteger.valueOf(value), Unsigned.value(padded));
  }

  @ParameterizedTest
  @CsvSource({"256, 1", "65536, 2", "-1, 1", "-256, 4"})
  void refusesWhatDoesNotFit(long value, int size) {
    BigInteger number = BigInteger.valueOf(value);

    assertThrows(IllegalArgumentException.class, () -> Unsigned.padded(number, size));
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "1, 01", "128, 80", "255, ff", "256, 0100"})
  void writesNoLeadingZeros(long value, String hex) {
    assertEquals(Bytes.ofHex(hex), Unsigned.shortest(BigInteger.valueOf(value)));
  }

  @Test
  void checksASize() {
    assertDoesNotThrow(() -> Unsigned.checkSize("d", Bytes.of(1, 2), 2));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Unsigned.checkSize("d", Bytes.of(1, 2), 3));
    assertEquals("d has 2 bytes, not 3", e.getMessage());
  }
}
