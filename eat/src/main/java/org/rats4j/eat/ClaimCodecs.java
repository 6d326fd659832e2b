package org.rats4j.eat;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonWriter;

/** Codecs of plain values, for claims of your own. */
public final class ClaimCodecs {
  /** A text. */
  public static final ValueCodec<String> TEXT =
      new FunctionCodec<>(
          ClaimReads::text,
          (out, text) -> out.writeText(text),
          in -> in.readText(),
          (out, text) -> out.writeText(text));

  /** A byte string, in JSON as base64url. */
  public static final ValueCodec<Bytes> BYTES =
      new FunctionCodec<>(
          ClaimReads::bytes,
          (out, bytes) -> out.writeBytes(bytes),
          ClaimReads::base64,
          JsonWriter::writeBase64Url);

  /** A boolean. */
  public static final ValueCodec<Boolean> BOOLEAN =
      new FunctionCodec<>(
          in -> in.readBoolean(),
          (out, flag) -> out.writeBoolean(flag),
          in -> in.readBoolean(),
          (out, flag) -> out.writeBoolean(flag));

  /** An integer of 64 bits with sign; in JSON without fraction and exponent. */
  public static final ValueCodec<Long> LONG = integers(Long.MIN_VALUE, Long.MAX_VALUE);

  /** An integer from 0 to 2^63-1; in JSON without fraction and exponent. */
  public static final ValueCodec<Long> UNSIGNED = integers(0, Long.MAX_VALUE);

  /** An integer from 0 to 2^64-1; in JSON without fraction and exponent. */
  public static final ValueCodec<BigInteger> UNSIGNED_64 =
      new FunctionCodec<>(
          ClaimReads::unsigned,
          (out, value) -> out.writeInteger(checkUnsigned(value)),
          in -> {
            BigInteger value = in.readInteger();
            return in.build(() -> checkUnsigned(value));
          },
          (out, value) -> out.writeInteger(checkUnsigned(value)));

  /** A version, as that of hardware and software. */
  public static final ValueCodec<Version> VERSION = new VersionCodec();

  /** A text, or a byte string, which JSON has no form for. */
  public static final ValueCodec<TextOrBytes> TEXT_OR_BYTES =
      new FunctionCodec<>(
          in ->
              in.peekType() == CborType.BYTE_STRING
                  ? TextOrBytes.of(ClaimReads.bytes(in))
                  : TextOrBytes.of(ClaimReads.text(in)),
          ClaimCodecs::write,
          in -> TextOrBytes.of(in.readText()),
          ClaimCodecs::write);

  private ClaimCodecs() {}

  /** Returns the codec of arrays with at least one element. */
  public static <T> ValueCodec<List<T>> listOf(ValueCodec<T> element) {
    return new ListCodec<>(element);
  }

  /**
   * Returns the codec of integers from {@code min} to {@code max}.
   *
   * @throws IllegalArgumentException if {@code min} is above {@code max}
   */
  public static ValueCodec<Long> integers(long min, long max) {
    if (min > max) {
      throw new IllegalArgumentException("min is above max");
    }
    return new FunctionCodec<>(
        in -> in.readLong(min, max),
        (out, value) -> out.writeInt(inRange(value, min, max)),
        in -> in.readLong(min, max),
        (out, value) -> out.writeInt(inRange(value, min, max)));
  }

  /**
   * Returns the codec of values that are made from others, such as a type of your own from a
   * number.
   *
   * @param make makes a value, or throws IllegalArgumentException if there is none
   * @param take is the inverse of {@code make}
   */
  public static <A, T> ValueCodec<T> as(
      ValueCodec<A> codec, Function<A, T> make, Function<T, A> take) {
    return new FunctionCodec<>(
        in -> {
          A value = codec.readCbor(in);
          return in.build(() -> make.apply(value));
        },
        (out, value) -> codec.writeCbor(take.apply(value), out),
        in -> {
          A value = codec.readJson(in);
          return in.build(() -> make.apply(value));
        },
        (out, value) -> codec.writeJson(take.apply(value), out));
  }

  private static void write(CborWriter out, TextOrBytes value) {
    if (value instanceof TextOrBytes.OfBytes bytes) {
      out.writeBytes(bytes.value());
    } else {
      out.writeText(((TextOrBytes.OfText) value).value());
    }
  }

  private static void write(JsonWriter out, TextOrBytes value) {
    if (!(value instanceof TextOrBytes.OfText text)) {
      throw new IllegalArgumentException("JSON has no byte string here");
    }
    out.writeText(text.value());
  }

  private static BigInteger checkUnsigned(BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
      throw new IllegalArgumentException("integer is not in 0..2^64-1");
    }
    return value;
  }

  private static long inRange(long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(value + " is not in " + min + ".." + max);
    }
    return value;
  }
}
