package org.rats4j.core.cbor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rats4j.core.Bytes;

/** Makes random items of every kind; the same from the same seed. */
final class RandomItems {
  private final Random random;

  RandomItems(long seed) {
    random = new Random(seed);
  }

  /** Returns an item that nests at most five deep. */
  CborItem item() {
    return item(5);
  }

  private CborItem item(int depth) {
    switch (random.nextInt(depth == 0 ? 6 : 10)) {
      case 0:
      case 1:
        return integer();
      case 2:
        return new CborBytes(bytes());
      case 3:
        return new CborText(text());
      case 4:
        return new CborFloat(number());
      case 5:
        return new CborSimple(
            random.nextInt(3) == 0 ? 32 + random.nextInt(224) : random.nextInt(24));
      case 6:
        return new CborTagged(random.nextLong() >>> random.nextInt(64), item(depth - 1));
      case 7:
        return array(depth - 1);
      default:
        return map(depth - 1);
    }
  }

  /** Returns an integer of any size of head. */
  CborInteger integer() {
    BigInteger argument = new BigInteger(random.nextInt(65), random);
    return new CborInteger(random.nextBoolean() ? argument : argument.not());
  }

  Bytes bytes() {
    byte[] bytes = new byte[size()];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }

  /** Returns a text with characters of one to four bytes. */
  String text() {
    StringBuilder text = new StringBuilder();
    int bits = 7 + random.nextInt(3) * 7;
    for (int i = size(); i > 0; i--) {
      int c = random.nextInt(Math.min(1 << bits, Character.MAX_CODE_POINT + 1));
      text.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 'x' : c);
    }
    return text.toString();
  }

  double number() {
    switch (random.nextInt(4)) {
      case 0:
        return random.nextInt(2000) / 8.0;
      case 1:
        return Float.intBitsToFloat(random.nextInt());
      case 2:
        return Floats.fromHalf(random.nextInt(1 << 16));
      default:
        return Double.longBitsToDouble(random.nextLong());
    }
  }

  private CborArray array(int depth) {
    List<CborItem> items = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      items.add(item(depth));
    }
    return new CborArray(items);
  }

  private CborMap map(int depth) {
    Map<CborItem, CborItem> entries = new LinkedHashMap<>();
    for (int i = size() / 2; i > 0; i--) {
      entries.put(random.nextInt(8) == 0 ? item(depth) : key(), item(depth / 2));
    }
    return new CborMap(entries);
  }

  private CborItem key() {
    return random.nextBoolean() ? integer() : new CborText(text());
  }

  /** Small as a rule, now and then beyond a head of one or two bytes. */
  private int size() {
    int bound = random.nextInt(20) == 0 ? 300 : 20;
    return random.nextInt(bound);
  }
}
