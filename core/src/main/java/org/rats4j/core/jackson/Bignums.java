package org.rats4j.core.jackson;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborTagged;

/**
 * Jackson writes every {@code BigInteger} as a bignum, also 5, and 2^64-1 with a leading zero.
 * Deterministic CBOR has integers where they fit and bignums without leading zeros.
 */
final class Bignums {
  private static final int POSITIVE = 2;
  private static final int NEGATIVE = 3;

  private Bignums() {}

  static CborItem normalise(CborItem item) {
    if (item instanceof CborArray array) {
      List<CborItem> items = new ArrayList<>();
      for (CborItem element : array.items()) {
        items.add(normalise(element));
      }
      return new CborArray(items);
    }
    if (item instanceof CborMap map) {
      Map<CborItem, CborItem> entries = new LinkedHashMap<>();
      map.entries().forEach((key, value) -> entries.put(key, normalise(value)));
      return new CborMap(entries);
    }
    if (item instanceof CborTagged tagged) {
      boolean bignum = tagged.tag() == POSITIVE || tagged.tag() == NEGATIVE;
      return bignum && tagged.content() instanceof CborBytes bytes
          ? integer(tagged.tag(), new BigInteger(1, bytes.value().toByteArray()))
          : new CborTagged(tagged.tag(), normalise(tagged.content()));
    }
    return item;
  }

  private static CborItem integer(long tag, BigInteger argument) {
    if (argument.bitLength() <= Long.SIZE) {
      return new CborInteger(tag == NEGATIVE ? argument.not() : argument);
    }
    byte[] content = argument.toByteArray();
    int sign = content[0] == 0 ? 1 : 0;
    return new CborTagged(tag, new CborBytes(Bytes.copyOf(content, sign, content.length - sign)));
  }
}
