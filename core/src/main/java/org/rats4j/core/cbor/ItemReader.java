package org.rats4j.core.cbor;

/**
 * Makes the neutral tree of checked input. Recursion is bounded by the depth limit that {@link
 * Gate} has enforced; tags on one item are a loop.
 */
final class ItemReader {
  private final Input input;
  private final byte[] buf;
  private int pos;

  ItemReader(Input input) {
    this.input = input;
    this.buf = input.buf;
  }

  /** Returns the offset behind what was read last. */
  int position() {
    return pos;
  }

  /** Returns the item at {@code at}. */
  CborItem read(int at) {
    pos = at;
    return next();
  }

  private CborItem next() {
    byte initial = buf[pos];
    switch (Head.major(initial)) {
      case Head.UNSIGNED:
      case Head.NEGATIVE:
        return integer(initial);
      case Head.BYTES:
        CborBytes bytes = new CborBytes(input.bytes(pos));
        pos = input.behind(pos);
        return bytes;
      case Head.TEXT:
        CborText text = new CborText(input.text(pos));
        pos = input.behind(pos);
        return text;
      case Head.ARRAY:
        return new CborArray(items(initial));
      case Head.MAP:
        return new CborMap(items(initial));
      case Head.TAG:
        return tagged();
      default:
        return simple(initial);
    }
  }

  private CborInteger integer(byte initial) {
    long argument = Head.argument(buf, pos);
    pos += Head.length(initial);
    return CborInteger.ofArgument(Head.major(initial) == Head.NEGATIVE, argument);
  }

  private CborItem[] items(byte initial) {
    CborItem[] items = new CborItem[input.items(pos)];
    pos += Head.length(initial);
    for (int i = 0; i < items.length; i++) {
      items[i] = next();
    }
    if (Head.isIndefinite(initial)) {
      pos++;
    }
    return items;
  }

  private CborItem tagged() {
    int outermost = pos;
    int tags = 0;
    while (Head.major(buf[pos]) == Head.TAG) {
      pos += Head.length(buf[pos]);
      tags++;
    }
    long[] numbers = new long[tags];
    int at = outermost;
    for (int i = 0; i < tags; i++) {
      numbers[i] = Head.argument(buf, at);
      at += Head.length(buf[at]);
    }
    CborItem item = next();
    for (int i = tags - 1; i >= 0; i--) {
      item = new CborTagged(numbers[i], item);
    }
    return item;
  }

  private CborItem simple(byte initial) {
    int at = pos;
    pos += Head.length(initial);
    int info = Head.info(initial);
    if (info >= Floats.HALF) {
      return new CborFloat(Floats.read(buf, at));
    }
    return CborSimple.of((int) Head.argument(buf, at));
  }
}
