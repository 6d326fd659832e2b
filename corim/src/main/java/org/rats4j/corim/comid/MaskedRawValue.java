package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;

/**
 * Bytes of which only those bits count that the mask has, tag 563.
 *
 * <pre>{@code
 * tagged-masked-raw-value = #6.563([value: bytes, mask: bytes])
 * }</pre>
 *
 * <p>A mask of another length than the value is legal and matches nothing.
 *
 * @param value the bytes
 * @param mask one bits where the value counts
 */
public record MaskedRawValue(Bytes value, Bytes mask) implements RawValue {
  /** The CBOR tag. */
  public static final long TAG = 563;

  /** Creates a masked value. */
  public MaskedRawValue {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(mask, "mask");
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(TAG).startArray(2).writeBytes(value).writeBytes(mask);
  }
}
