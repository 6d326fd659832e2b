package org.rats4j.corim.comid;

import java.math.BigInteger;
import java.util.Objects;
import org.rats4j.core.cbor.CborWriter;

/**
 * Names one of several measurements of an environment ({@code mkey}).
 *
 * <pre>{@code
 * $measured-element-type-choice /= tagged-oid-type / tagged-uuid-type / uint / tstr
 * }</pre>
 *
 * <p>The choice is open: a value under a tag that nobody here knows is an {@link UnknownChoice}.
 * One key may stand several times in one record.
 */
public sealed interface MeasurementKey extends Choice
    permits TaggedOid, TaggedUuid, MeasurementKey.OfUint, MeasurementKey.OfText, UnknownChoice {

  /** Returns the key {@code text}. */
  static MeasurementKey of(String text) {
    return new OfText(text);
  }

  /** Returns the key {@code value}, an unsigned number. */
  static MeasurementKey of(long value) {
    return new OfUint(value);
  }

  /**
   * A key that is a number.
   *
   * @param value the number, unsigned
   */
  record OfUint(long value) implements MeasurementKey {
    @Override
    public void write(CborWriter out) {
      out.writeInteger(new BigInteger(Long.toUnsignedString(value)));
    }

    @Override
    public String toString() {
      return Long.toUnsignedString(value);
    }
  }

  /**
   * A key that is text.
   *
   * @param text the text
   */
  record OfText(String text) implements MeasurementKey {
    /** Creates a key. */
    public OfText {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public void write(CborWriter out) {
      out.writeText(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
