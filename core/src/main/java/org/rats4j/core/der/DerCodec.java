package org.rats4j.core.der;

import java.math.BigInteger;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;

/**
 * Reads and writes the values of one type.
 *
 * @param <T> the Java type
 */
public interface DerCodec<T> {
  /** BOOLEAN. */
  DerCodec<Boolean> BOOLEAN = of(DerValue::bool, Der::bool);

  /** INTEGER, of any size. */
  DerCodec<BigInteger> INTEGER = of(DerValue::integer, Der::integer);

  /** OCTET STRING. */
  DerCodec<Bytes> OCTETS = of(DerValue::octets, Der::octets);

  /** UTF8String. */
  DerCodec<String> UTF8 = of(DerValue::utf8, Der::utf8);

  /** OBJECT IDENTIFIER. */
  DerCodec<Oid> OID = of(DerValue::oid, Der::oid);

  /** GeneralizedTime. */
  DerCodec<GeneralizedTime> TIME = of(DerValue::generalizedTime, Der::generalizedTime);

  /**
   * Reads a value.
   *
   * @throws DecodingException if {@code value} is none of this type, or out of its range
   */
  T read(DerValue value) throws DecodingException;

  /**
   * Writes a value in DER.
   *
   * @throws IllegalArgumentException if {@code value} is out of the range of the type
   */
  Bytes write(T value);

  /** Returns the codec of these two. */
  static <T> DerCodec<T> of(Reader<T> reader, Writer<T> writer) {
    return new DerCodec<>() {
      @Override
      public T read(DerValue value) throws DecodingException {
        return reader.read(value);
      }

      @Override
      public Bytes write(T value) {
        return writer.write(value);
      }
    };
  }

  /**
   * Reads a value.
   *
   * @param <T> the Java type
   */
  @FunctionalInterface
  interface Reader<T> {
    /**
     * Reads a value.
     *
     * @throws DecodingException if {@code value} is none of this type, or out of its range
     */
    T read(DerValue value) throws DecodingException;
  }

  /**
   * Writes a value.
   *
   * @param <T> the Java type
   */
  @FunctionalInterface
  interface Writer<T> {
    /** Writes a value in DER. */
    Bytes write(T value);
  }
}
