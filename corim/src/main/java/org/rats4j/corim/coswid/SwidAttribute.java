package org.rats4j.corim.coswid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;

/**
 * The value of an attribute that RFC 9393 does not name ({@code any-attribute}).
 *
 * <pre>{@code any-attribute = (label => one-or-more<text> / one-or-more<int>)}</pre>
 */
public sealed interface SwidAttribute {

  /** Returns an attribute of these texts, one or more. */
  static SwidAttribute of(String... values) {
    return new OfTexts(List.of(values));
  }

  /** Returns an attribute of these integers, one or more. */
  static SwidAttribute of(long... values) {
    List<BigInteger> integers = new ArrayList<>();
    for (long value : values) {
      integers.add(BigInteger.valueOf(value));
    }
    return new OfIntegers(integers);
  }

  /** Encodes this value: bare if it is one, in an array if there are more. */
  Bytes encode();

  /**
   * Texts.
   *
   * @param values the texts, one or more
   */
  record OfTexts(List<String> values) implements SwidAttribute {
    /**
     * Creates an attribute.
     *
     * @throws IllegalArgumentException if there is no text
     */
    public OfTexts {
      values = notEmpty(values);
    }

    @Override
    public Bytes encode() {
      CborWriter out = new CborWriter();
      WireValues.oneOrMore(WireValues.TEXT).writer().write(out, values);
      return out.toBytes();
    }
  }

  /**
   * Integers.
   *
   * @param values the integers, one or more, each in -2^64..2^64-1
   */
  record OfIntegers(List<BigInteger> values) implements SwidAttribute {
    /**
     * Creates an attribute.
     *
     * @throws IllegalArgumentException if there is no integer, or one is out of range
     */
    public OfIntegers {
      values = notEmpty(values);
      for (BigInteger value : values) {
        if (value.bitLength() > Long.SIZE) {
          throw new IllegalArgumentException("integer is not in -2^64..2^64-1");
        }
      }
    }

    @Override
    public Bytes encode() {
      CborWriter out = new CborWriter();
      WireValues.oneOrMore(WireValues.INTEGER).writer().write(out, values);
      return out.toBytes();
    }
  }

  private static <T> List<T> notEmpty(List<T> values) {
    if (Objects.requireNonNull(values, "values").isEmpty()) {
      throw new IllegalArgumentException("attribute without value");
    }
    return List.copyOf(values);
  }
}
