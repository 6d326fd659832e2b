package org.rats4j.corim.tdx;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * An unsigned number, or what it is to be compared with.
 *
 * <pre>{@code
 * numeric-value = uint / #6.60010([operator, number])
 * number = int / float
 * }</pre>
 */
public sealed interface NumericValue {

  /**
   * A number, which compares by equality.
   *
   * @param value the number, from 0 to 2^64-1
   */
  record Plain(BigInteger value) implements NumericValue {
    /**
     * Creates a number.
     *
     * @throws IllegalArgumentException if {@code value} is not in 0..2^64-1
     */
    public Plain {
      if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
        throw new IllegalArgumentException("number is not in 0..2^64-1");
      }
    }

    /** Returns the number {@code value}, unsigned. */
    public static Plain of(long value) {
      return new Plain(new BigInteger(Long.toUnsignedString(value)));
    }
  }

  /**
   * An expression, tag 60010.
   *
   * @param operator one of {@link Operator}
   * @param number a number that CBOR writes exactly: an integer of 64 bits and sign, or a double
   */
  record Expression(int operator, BigDecimal number) implements NumericValue {
    /** The CBOR tag. */
    public static final long TAG = 60010;

    private static final int DIGITS = 1100;

    /**
     * Creates an expression.
     *
     * @throws IllegalArgumentException if {@code operator} is none, or {@code number} is neither an
     *     integer from -2^64 to 2^64-1 nor exactly a double
     */
    public Expression {
      Operator.check(operator);
      number = normal(Objects.requireNonNull(number, "number"));
      if (!isInteger(number) && new BigDecimal(number.doubleValue()).compareTo(number) != 0) {
        throw new IllegalArgumentException("number is neither integer nor double");
      }
    }

    /** Returns an expression with an integer. */
    public static Expression of(int operator, long number) {
      return new Expression(operator, BigDecimal.valueOf(number));
    }

    private static BigDecimal normal(BigDecimal number) {
      if (Math.abs((long) number.scale()) > DIGITS || number.precision() > DIGITS) {
        throw new IllegalArgumentException("number has too many digits");
      }
      BigDecimal shortest = number.stripTrailingZeros();
      return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Returns whether the number is an integer of 64 bits and sign. */
    static boolean isInteger(BigDecimal normal) {
      return normal.scale() == 0 && normal.unscaledValue().bitLength() <= Long.SIZE;
    }
  }
}
