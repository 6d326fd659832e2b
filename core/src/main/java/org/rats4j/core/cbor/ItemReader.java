package org.rats4j.core.cbor;

/**
 * Makes the neutral tree of checked input that nobody changes any more: strings are views of it.
 *
 * <p>Recursion is bounded by the depth limit that {@link Gate} has enforced; tags on one item are a
 * loop.
 */
final class ItemReader {
  private final Input input;
  private final byte[] buf;
  private int pos;

  ItemReader(Input input) {
    this.input = input;
    this.buf = input.buf;
  }

  /** Returns the item at {@code at}. */
  CborItem read(int at) {
    pos = at;
    return next();
  }

  private CborItem next() {
    int at = pos;
    byte initial = buf[at];
    int info = Head.info(initial);
    long argument = info;
    if (info < 24) {
      pos = at + 1;
    } else if (info == Head.INDEFINITE) {
      return indefinite(initial);
    } else {
      argument = Head.longArgument(buf, at, info);
      pos = at + Head.length(initial);
    }
    switch (Head.major(initial)) {
      case Head.UNSIGNED:
        return CborInteger.ofArgument(false, argument);
      case Head.NEGATIVE:
        return CborInteger.ofArgument(true, argument);
      case Head.BYTES:
        return new CborBytes(input.slice(skip(argument), (int) argument));
      case Head.TEXT:
        return new CborText(buf, skip(argument), (int) argument);
      case Head.ARRAY:
        return new CborArray(items((int) argument));
      case Head.MAP:
        return new CborMap(items(2 * (int) argument));
      case Head.TAG:
        return tagged(argument);
      default:
        return info < Floats.HALF
            ? CborSimple.of((int) argument)
            : new CborFloat(Floats.read(buf, at));
    }
  }

  /** Moves behind {@code length} bytes and returns where they begin. */
  private int skip(long length) {
    int from = pos;
    pos = from + (int) length;
    return from;
  }

  private CborItem[] items(int count) {
    CborItem[] items = new CborItem[count];
    for (int i = 0; i < count; i++) {
      byte initial = buf[pos];
      if (Head.isSmallInteger(initial)) {
        items[i] = CborInteger.small(initial);
        pos++;
      } else {
        items[i] = next();
      }
    }
    return items;
  }

  private CborItem tagged(long tag) {
    if (Head.major(buf[pos]) != Head.TAG) {
      return new CborTagged(tag, next());
    }
    int from = pos;
    int tags = 0;
    while (Head.major(buf[pos]) == Head.TAG) {
      pos += Head.length(buf[pos]);
      tags++;
    }
    long[] inner = new long[tags];
    int at = from;
    for (int i = 0; i < tags; i++) {
      inner[i] = Head.argument(buf, at);
      at += Head.length(buf[at]);
    }
    CborItem item = next();
    for (int i = tags - 1; i >= 0; i--) {
      item = new CborTagged(inner[i], item);
    }
    return new CborTagged(tag, item);
  }

  private CborItem indefinite(byte initial) {
    int at = pos;
    int major = Head.major(initial);
    if (major == Head.BYTES) {
      pos = input.behind(at);
      return new CborBytes(input.bytes(at));
    }
    if (major == Head.TEXT) {
      pos = input.behind(at);
      return new CborText(input.text(at));
    }
    pos = at + 1;
    CborItem[] items = items(input.items(at));
    pos++;
    return major == Head.ARRAY ? new CborArray(items) : new CborMap(items);
  }
}
