package org.rats4j.corim.comid;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;

/**
 * An alternative of a profile or a newer draft, under a tag that the specification does not give to
 * anything. It matches only what is encoded alike.
 *
 * @param tag the tag, unsigned
 * @param content what is tagged, in deterministic CBOR
 */
public record UnknownChoice(long tag, Bytes content)
    implements ClassId, Instance, Group, MeasurementKey, RawValue, CryptoKey {
  /**
   * Creates a choice.
   *
   * @throws IllegalArgumentException if the specification gives {@code tag} a meaning, or may
   */
  public UnknownChoice {
    Objects.requireNonNull(content, "content");
    if (isReserved(tag)) {
      throw new IllegalArgumentException("tag " + tag + " has a meaning of its own");
    }
  }

  /** Returns whether {@code tag} is one of the specification: 500 to 599, 1, 18, 32, 37 or 111. */
  public static boolean isReserved(long tag) {
    return (tag >= 500 && tag <= 599)
        || tag == 1
        || tag == 18
        || tag == 32
        || tag == 37
        || tag == 111;
  }

  @Override
  public void write(CborWriter out) {
    out.writeTag(tag).writeRaw(content);
  }
}
