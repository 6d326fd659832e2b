package org.rats4j.core.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaRulesTest {
  /** Returns the greatest number of so many bits, which is odd. */
  private static BigInteger ones(int bits) {
    return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 3072, 8192})
  void takesAModulusOfTheseBits(int bits) {
    assertDoesNotThrow(() -> RsaRules.checkModulus(ones(bits)));
    assertThrows(
        IllegalArgumentException.class,
        () -> RsaRules.checkModulus(ones(bits).subtract(BigInteger.ONE)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1024, 2047, 8193})
  void refusesAModulusOfTheseBits(int bits) {
    assertThrows(IllegalArgumentException.class, () -> RsaRules.checkModulus(ones(bits)));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 5, 65537})
  void takesTheseExponents(long exponent) {
    assertDoesNotThrow(() -> RsaRules.checkExponent(BigInteger.valueOf(exponent)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-3, 0, 1, 2, 4, 65536})
  void refusesTheseExponents(long exponent) {
    assertThrows(
        IllegalArgumentException.class, () -> RsaRules.checkExponent(BigInteger.valueOf(exponent)));
  }

  @Test
  void limitsTheExponent() {
    assertDoesNotThrow(() -> RsaRules.checkExponent(ones(256)));
    assertThrows(IllegalArgumentException.class, () -> RsaRules.checkExponent(ones(257)));
  }
}
