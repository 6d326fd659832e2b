package org.rats4j.corim.internal;

import java.math.BigInteger;
import org.rats4j.core.cbor.CborWriter;

/** Numbers from 0 to 2^64-1 that are kept in a {@code long}. */
final class Unsigned {
  private Unsigned() {}

  static void write(long value, CborWriter out) {
    if (value >= 0) {
      out.writeInt(value);
    } else {
      out.writeInteger(new BigInteger(Long.toUnsignedString(value)));
    }
  }
}
