package org.rats4j.eat;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.json.JsonValue;

/**
 * The value of a claim as it was received, checked for nothing but syntax. It is written back
 * unchanged.
 */
public sealed interface RawClaim permits RawClaim.OfCbor, RawClaim.OfJson {

  /** Returns the encoding that this value has. */
  Encoding encoding();

  /**
   * A value in CBOR.
   *
   * @param encoded exactly one item
   */
  record OfCbor(Bytes encoded) implements RawClaim {
    /** Creates a value. */
    public OfCbor {
      Objects.requireNonNull(encoded, "encoded");
    }

    @Override
    public Encoding encoding() {
      return Encoding.CBOR;
    }

    /**
     * Returns the value as a tree.
     *
     * @throws DecodingException if {@code options} are narrower than those under which it was read
     */
    public CborItem item(DecodeOptions options) throws DecodingException {
      return CborItem.decode(encoded, options);
    }

    /** Returns the size; the value may identify a device. */
    @Override
    public String toString() {
      return "OfCbor[" + encoded.size() + " bytes]";
    }
  }

  /**
   * A value in JSON.
   *
   * @param value the value, numbers as they are spelled
   */
  record OfJson(JsonValue value) implements RawClaim {
    /** Creates a value. */
    public OfJson {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public Encoding encoding() {
      return Encoding.JSON;
    }

    /** Returns the kind; the value may identify a device. */
    @Override
    public String toString() {
      return "OfJson[" + value.getClass().getSimpleName() + "]";
    }
  }
}
