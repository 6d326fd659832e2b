package org.rats4j.corim.comid;

import java.util.Objects;
import java.util.UUID;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.TagId;

/**
 * A UUID, tag 37.
 *
 * @param uuid the UUID
 */
public record TaggedUuid(UUID uuid) implements ClassId, Instance, Group, MeasurementKey {
  /** The CBOR tag. */
  public static final long TAG = 37;

  /** Creates a UUID. */
  public TaggedUuid {
    Objects.requireNonNull(uuid, "uuid");
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(TAG);
    TagId.of(uuid).write(out);
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
