package org.rats4j.corim.tdx;

import java.math.BigInteger;
import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * A name that is a number or bytes.
 *
 * <pre>{@code
 * uint-or-bytes = uint / bytes
 * }</pre>
 */
public sealed interface UintOrBytes {

  /**
   * A number.
   *
   * @param value the number, from 0 to 2^64-1
   */
  record OfUint(BigInteger value) implements UintOrBytes {
    /**
     * Creates a name.
     *
     * @throws IllegalArgumentException if {@code value} is not in 0..2^64-1
     */
    public OfUint {
      if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
        throw new IllegalArgumentException("number is not in 0..2^64-1");
      }
    }
  }

  /**
   * Bytes.
   *
   * @param value the bytes
   */
  record OfBytes(Bytes value) implements UintOrBytes {
    /** Creates a name. */
    public OfBytes {
      Objects.requireNonNull(value, "value");
    }
  }
}
