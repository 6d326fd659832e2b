package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;

/**
 * Bytes without further meaning, tag 560; in the place of a key, an identifier of it.
 *
 * @param value the bytes
 */
public record TaggedBytes(Bytes value) implements ClassId, Instance, Group, RawValue, CryptoKey {
  /** The CBOR tag. */
  public static final long TAG = 560;

  /** Creates bytes without further meaning. */
  public TaggedBytes {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(TAG).writeBytes(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
