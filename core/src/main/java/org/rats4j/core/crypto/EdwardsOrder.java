package org.rats4j.core.crypto;

import org.rats4j.core.Bytes;

/** The order L of the base point (RFC 8032, sections 5.1 and 5.2). */
enum EdwardsOrder {
  ED25519(32, "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"),
  ED448(
      57,
      "00"
          + "3fffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "7cca23e9c44edb49aed63690216cc2728dc58f552378c292ab5844f3");

  private final int bytes;
  private final Bytes bigEndian;

  EdwardsOrder(int bytes, String bigEndian) {
    this.bytes = bytes;
    this.bigEndian = Bytes.ofHex(bigEndian);
  }

  /** Returns how many bytes R and S have each. */
  int bytes() {
    return bytes;
  }

  /** Returns whether S, the second half in little-endian order, is below L. */
  boolean isAboveS(Bytes signature) {
    for (int i = 0; i < bytes; i++) {
      int s = signature.at(2 * bytes - 1 - i);
      if (s != bigEndian.at(i)) {
        return s < bigEndian.at(i);
      }
    }
    return false;
  }
}
