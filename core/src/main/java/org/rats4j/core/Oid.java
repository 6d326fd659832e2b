package org.rats4j.core;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An absolute object identifier (X.660), with arcs of any size.
 *
 * <p>It is known by its content octets (X.690, section 8.19), which is what CBOR carries (RFC
 * 9090), and by its dotted text, which is what JSON carries.
 */
public final class Oid implements Comparable<Oid> {
  /** Far beyond what is in use; keeps arithmetic on large arcs cheap. */
  private static final int OCTETS_MAX = 4096;

  private static final int TEXT_MAX = 4 * OCTETS_MAX;
  private static final Pattern ARC = Pattern.compile("0|[1-9][0-9]*+");
  private static final BigInteger FORTY = BigInteger.valueOf(40);
  private static final BigInteger EIGHTY = BigInteger.valueOf(80);

  private final Bytes octets;

  private Oid(Bytes octets) {
    this.octets = octets;
  }

  /**
   * Returns the identifier that {@code dotted} spells, such as {@code "2.999.1"}.
   *
   * @throws IllegalArgumentException if {@code dotted} has fewer than two arcs, a leading zero, a
   *     first arc above 2, a second arc above 39 under 0 or 1, or makes more than 4096 octets
   */
  public static Oid of(String dotted) {
    if (dotted.length() > TEXT_MAX) {
      throw new IllegalArgumentException("object identifier is too long");
    }
    String[] arcs = dotted.split("\\.", -1);
    if (arcs.length < 2) {
      throw new IllegalArgumentException("object identifier has fewer than two arcs");
    }
    BigInteger root = arc(arcs[0]);
    BigInteger second = arc(arcs[1]);
    if (root.compareTo(BigInteger.TWO) > 0) {
      throw new IllegalArgumentException("first arc is above 2");
    }
    if (root.intValue() < 2 && second.compareTo(FORTY) >= 0) {
      throw new IllegalArgumentException("second arc is above 39");
    }
    Octets octets = new Octets();
    octets.add(root.multiply(FORTY).add(second));
    for (int i = 2; i < arcs.length; i++) {
      octets.add(arc(arcs[i]));
    }
    return new Oid(octets.toBytes());
  }

  private static BigInteger arc(String digits) {
    if (!ARC.matcher(digits).matches()) {
      throw new IllegalArgumentException("arc of an object identifier is no number");
    }
    return new BigInteger(digits);
  }

  /**
   * Returns the identifier with these content octets, that is without tag and length.
   *
   * @throws IllegalArgumentException if there is no octet or more than 4096, the last arc is cut,
   *     or an arc begins with 0x80
   */
  public static Oid ofOctets(Bytes octets) {
    if (octets.isEmpty() || octets.size() > OCTETS_MAX) {
      throw new IllegalArgumentException("object identifier is empty or too long");
    }
    boolean first = true;
    for (int i = 0; i < octets.size(); i++) {
      if (first && octets.at(i) == 0x80) {
        throw new IllegalArgumentException("arc of an object identifier begins with 0x80");
      }
      first = octets.at(i) < 0x80;
    }
    if (!first) {
      throw new IllegalArgumentException("last arc of the object identifier is cut");
    }
    return new Oid(octets);
  }

  /** Returns the content octets, without tag and length. */
  public Bytes octets() {
    return octets;
  }

  @Override
  public int compareTo(Oid other) {
    return octets.compareTo(other.octets);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Oid other && octets.equals(other.octets);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(octets);
  }

  /** Returns the dotted text. */
  @Override
  public String toString() {
    StringBuilder dotted = new StringBuilder();
    int from = 0;
    for (int i = 0; i < octets.size(); i++) {
      if (octets.at(i) < 0x80) {
        append(dotted, number(octets.slice(from, i + 1 - from)));
        from = i + 1;
      }
    }
    return dotted.toString();
  }

  private static void append(StringBuilder dotted, BigInteger number) {
    if (!dotted.isEmpty()) {
      dotted.append('.').append(number);
    } else if (number.compareTo(EIGHTY) >= 0) {
      dotted.append("2.").append(number.subtract(EIGHTY));
    } else {
      dotted.append(number.intValue() / 40).append('.').append(number.intValue() % 40);
    }
  }

  /** Joins groups of seven bits. */
  private static BigInteger number(Bytes groups) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < groups.size(); i++) {
      number = number.shiftLeft(7).or(BigInteger.valueOf(groups.at(i) & 0x7f));
    }
    return number;
  }

  /** Collects the octets of arcs, no more than are allowed and one arc. */
  private static final class Octets {
    private byte[] octets = new byte[32];
    private int size;

    private void add(BigInteger number) {
      int groups = Math.max(1, (number.bitLength() + 6) / 7);
      if (groups > OCTETS_MAX - size) {
        throw new IllegalArgumentException("object identifier is too long");
      }
      if (groups > octets.length - size) {
        octets = Arrays.copyOf(octets, Math.max(2 * octets.length, size + groups));
      }
      for (int i = groups - 1; i >= 0; i--) {
        int bits = number.shiftRight(7 * i).intValue() & 0x7f;
        octets[size++] = (byte) (i == 0 ? bits : bits | 0x80);
      }
    }

    private Bytes toBytes() {
      return Bytes.copyOf(octets, 0, size);
    }
  }
}
