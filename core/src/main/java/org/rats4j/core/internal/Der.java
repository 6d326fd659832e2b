package org.rats4j.core.internal;

import org.rats4j.core.Bytes;

/** A look at the outermost head of DER, before a parser that is not ours gets the bytes. */
public final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int LONG_FORM = 0x80;
  private static final int LENGTH_BYTES_MAX = 4;

  private Der() {}

  /**
   * Returns whether {@code der} begins with a SEQUENCE whose length is definite, in its shortest
   * form, and reaches exactly to the end.
   */
  public static boolean isOneSequence(Bytes der) {
    if (der.size() < 2 || der.at(0) != SEQUENCE) {
      return false;
    }
    int first = der.at(1);
    if (first < LONG_FORM) {
      return der.size() == 2 + first;
    }
    int lengthBytes = first - LONG_FORM;
    if (lengthBytes == 0 || lengthBytes > LENGTH_BYTES_MAX || der.size() < 2 + lengthBytes) {
      return false;
    }
    long length = 0;
    for (int i = 0; i < lengthBytes; i++) {
      length = length << 8 | der.at(2 + i);
    }
    boolean shortest = der.at(2) != 0 && length >= LONG_FORM;
    return shortest && der.size() == 2 + lengthBytes + length;
  }
}
