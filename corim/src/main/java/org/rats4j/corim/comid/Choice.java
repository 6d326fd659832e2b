package org.rats4j.corim.comid;

import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;

/** One alternative of a type choice of the specification. What it means depends on its place. */
public sealed interface Choice
    permits ClassId, Instance, Group, MeasurementKey, RawValue, CryptoKey {

  /** Writes this alternative with its tag. */
  void write(CborWriter out);

  /** Returns this alternative with its tag in deterministic CBOR. */
  default Bytes encode() {
    CborWriter out = new CborWriter();
    write(out);
    return out.toBytes();
  }
}
