package org.rats4j.core;

import java.math.BigInteger;
import java.util.Objects;

/**
 * A map key of the RATS data models, which is an integer or a text.
 *
 * <pre>{@code label = int / tstr}</pre>
 *
 * <p>The integer 1 and the text "1" are two labels.
 */
public sealed interface Label permits Label.OfInteger, Label.OfText {

  /** Returns the label {@code value}. */
  static Label of(long value) {
    return OfInteger.of(value);
  }

  /**
   * Returns the label {@code value}.
   *
   * @throws IllegalArgumentException if {@code value} is not in -2^64..2^64-1
   */
  static Label of(BigInteger value) {
    boolean negative = value.signum() < 0;
    BigInteger argument = negative ? value.not() : value;
    if (argument.bitLength() > Long.SIZE) {
      throw new IllegalArgumentException("label is not in -2^64..2^64-1");
    }
    return new OfInteger(negative, argument.longValue());
  }

  /** Returns the label {@code value}. */
  static Label of(String value) {
    return new OfText(value);
  }

  /** Returns the label as a step of an error path: a number, or the text. */
  @Override
  String toString();

  /**
   * An integer label in -2^64..2^64-1.
   *
   * @param negative whether the label is below 0
   * @param argument the label itself, or -1 minus the label if it is negative; an unsigned number
   */
  record OfInteger(boolean negative, long argument) implements Label, Comparable<OfInteger> {
    // A document repeats few labels many times: reading it should not make each anew.
    private static final int FIRST_SHARED = -32;
    private static final OfInteger[] SHARED = new OfInteger[1024 - FIRST_SHARED];

    static {
      for (int i = 0; i < SHARED.length; i++) {
        SHARED[i] = ofNew(FIRST_SHARED + i);
      }
    }

    private static OfInteger of(long value) {
      return value >= FIRST_SHARED && value < FIRST_SHARED + SHARED.length
          ? SHARED[(int) value - FIRST_SHARED]
          : ofNew(value);
    }

    private static OfInteger ofNew(long value) {
      return new OfInteger(value < 0, value < 0 ? ~value : value);
    }

    /** Compares by value. It also keeps hash tables fast where a message has keys of one hash. */
    @Override
    public int compareTo(OfInteger other) {
      if (negative != other.negative) {
        return negative ? -1 : 1;
      }
      int order = Long.compareUnsigned(argument, other.argument);
      return negative ? -order : order;
    }

    /** Returns whether the label is in the range of {@code long}. */
    public boolean fitsLong() {
      return argument >= 0;
    }

    /**
     * Returns the label.
     *
     * @throws ArithmeticException if it is beyond the range of {@code long}
     */
    public long longValue() {
      if (argument < 0) {
        throw new ArithmeticException("label is beyond 64 bits");
      }
      return negative ? ~argument : argument;
    }

    /** Returns the label. */
    public BigInteger value() {
      BigInteger unsigned = new BigInteger(Long.toUnsignedString(argument));
      return negative ? unsigned.not() : unsigned;
    }

    @Override
    public String toString() {
      return argument >= 0 ? Long.toString(longValue()) : value().toString();
    }
  }

  /**
   * A text label.
   *
   * @param value the text
   */
  record OfText(String value) implements Label, Comparable<OfText> {
    /** Creates a text label. */
    public OfText {
      Objects.requireNonNull(value, "value");
    }

    /** Compares as {@link String} does; for hash tables, as with integers. */
    @Override
    public int compareTo(OfText other) {
      return value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return value;
    }
  }
}
