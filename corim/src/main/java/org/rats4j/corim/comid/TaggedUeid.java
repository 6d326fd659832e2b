package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;

/**
 * A universal entity identifier (RFC 9711, section 4.2.1), tag 550.
 *
 * @param value the identifier, 7 to 33 bytes
 */
public record TaggedUeid(Bytes value) implements Instance {
  /** The CBOR tag. */
  public static final long TAG = 550;

  /**
   * Creates a universal entity identifier.
   *
   * @throws IllegalArgumentException if it has fewer than 7 or more than 33 bytes
   */
  public TaggedUeid {
    Objects.requireNonNull(value, "value");
    if (value.size() < 7 || value.size() > 33) {
      throw new IllegalArgumentException("UEID is not of 7..33 bytes");
    }
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
