package org.rats4j.core.internal;

import java.math.BigInteger;
import java.util.List;

/** What an RSA key must be to count (RFC 8230, section 6.1; FIPS 186-5, section 5.1). */
public final class RsaRules {
  /** The COSE numbers of RSASSA-PSS and RSASSA-PKCS1-v1_5, the usual one first. */
  public static final List<Long> ALGORITHMS = List.of(-37L, -38L, -39L, -257L, -258L, -259L);

  private static final int MODULUS_BITS_MIN = 2048;

  /** Beyond, a provider that looks for factors is busy for seconds with one key of a stranger. */
  private static final int MODULUS_BITS_MAX = 8192;

  private static final int EXPONENT_BITS_MAX = 256;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private RsaRules() {}

  /**
   * Checks a modulus.
   *
   * @throws IllegalArgumentException if it has fewer than 2048 or more than 8192 bits
   */
  public static void checkModulus(BigInteger modulus) {
    if (modulus.bitLength() < MODULUS_BITS_MIN) {
      throw new IllegalArgumentException("modulus below 2048 bits");
    }
    if (modulus.bitLength() > MODULUS_BITS_MAX) {
      throw new IllegalArgumentException("modulus above " + MODULUS_BITS_MAX + " bits");
    }
    if (!modulus.testBit(0)) {
      throw new IllegalArgumentException("modulus is even");
    }
  }

  /**
   * Checks a public exponent.
   *
   * @throws IllegalArgumentException if it is even, below 3, or longer than 256 bits
   */
  public static void checkExponent(BigInteger exponent) {
    if (!exponent.testBit(0) || exponent.compareTo(THREE) < 0) {
      throw new IllegalArgumentException("exponent is not an odd number of 3 or more");
    }
    if (exponent.bitLength() > EXPONENT_BITS_MAX) {
      throw new IllegalArgumentException("exponent above " + EXPONENT_BITS_MAX + " bits");
    }
  }
}
