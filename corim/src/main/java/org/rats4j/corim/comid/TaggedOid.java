package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborWriter;

/**
 * An object identifier, tag 111.
 *
 * @param oid the identifier
 */
public record TaggedOid(Oid oid) implements ClassId, MeasurementKey {
  /** The CBOR tag. */
  public static final long TAG = 111;

  /** Creates an object identifier. */
  public TaggedOid {
    Objects.requireNonNull(oid, "oid");
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(TAG).writeBytes(oid.octets());
  }

  @Override
  public String toString() {
    return oid.toString();
  }
}
