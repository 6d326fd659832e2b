package org.rats4j.core.internal;

import java.util.List;
import org.rats4j.core.Bytes;

/** The curves of EdDSA (RFC 8032). */
public enum EdwardsCurve {
  /** Ed25519. */
  ED25519(
      "Ed25519",
      "1.3.101.112",
      32,
      List.of(-8L, -19L),
      "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"),

  /** Ed448. */
  ED448(
      "Ed448",
      "1.3.101.113",
      57,
      List.of(-8L, -53L),
      "00"
          + "3fffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "7cca23e9c44edb49aed63690216cc2728dc58f552378c292ab5844f3");

  private final String label;
  private final String oid;
  private final int bytes;
  private final List<Long> algorithms;
  private final Bytes order;

  EdwardsCurve(String label, String oid, int bytes, List<Long> algorithms, String order) {
    this.label = label;
    this.oid = oid;
    this.bytes = bytes;
    this.algorithms = algorithms;
    this.order = Bytes.ofHex(order);
  }

  /** Returns the name, as JOSE and JCA have it. */
  public String label() {
    return label;
  }

  /** Returns the object identifier of keys (RFC 8410). */
  public String oid() {
    return oid;
  }

  /** Returns how many bytes a key has, and each half of a signature. */
  public int bytes() {
    return bytes;
  }

  /** Returns the COSE numbers of EdDSA with this curve, the usual one first. */
  public List<Long> algorithms() {
    return algorithms;
  }

  /** Returns whether S, the second half in little-endian order, is below the order L. */
  public boolean isAboveS(Bytes signature) {
    for (int i = 0; i < bytes; i++) {
      int s = signature.at(2 * bytes - 1 - i);
      if (s != order.at(i)) {
        return s < order.at(i);
      }
    }
    return false;
  }
}
