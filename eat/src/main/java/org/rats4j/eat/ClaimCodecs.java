package org.rats4j.eat;

import org.rats4j.core.Bytes;
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

  private ClaimCodecs() {}

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

  private static long inRange(long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(value + " is not in " + min + ".." + max);
    }
    return value;
  }
}
