package org.rats4j.core.der;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;

/** Writes DER: each method returns one value with its tag and length. */
public final class Der {
  private static final int CONTINUED = 0x80;
  private static final int LONG_TAG = 0x1f;
  private static final Bytes TRUE = Bytes.of(DerValue.BOOLEAN, 1, 0xff);
  private static final Bytes FALSE = Bytes.of(DerValue.BOOLEAN, 1, 0);

  private Der() {}

  /** Returns a SEQUENCE of encoded values. */
  public static Bytes sequence(Bytes... members) {
    return sequence(List.of(members));
  }

  /** Returns a SEQUENCE of encoded values. */
  public static Bytes sequence(Collection<Bytes> members) {
    return constructed(DerValue.SEQUENCE, members);
  }

  /** Returns a SET OF encoded values, in the order that DER demands. */
  public static Bytes set(Collection<Bytes> members) {
    return constructed(DerValue.SET, members.stream().sorted().toList());
  }

  /**
   * Returns encoded values under the constructed tag {@code [number]}: one value for EXPLICIT, the
   * members of a SEQUENCE or SET for IMPLICIT.
   *
   * @throws IllegalArgumentException if {@code number} is not in 0..30
   */
  public static Bytes context(int number, Collection<Bytes> members) {
    if (number < 0 || number >= LONG_TAG) {
      throw new IllegalArgumentException("number of a tag is not in 0..30");
    }
    return constructed(CONTINUED | DerValue.CONSTRUCTED | number, members);
  }

  /** Returns a BOOLEAN. */
  public static Bytes bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Returns an INTEGER. */
  public static Bytes integer(BigInteger value) {
    return value(DerValue.INTEGER, Bytes.copyOf(value.toByteArray()));
  }

  /** Returns an INTEGER. */
  public static Bytes integer(long value) {
    return integer(BigInteger.valueOf(value));
  }

  /** Returns an OCTET STRING. */
  public static Bytes octets(Bytes value) {
    return value(DerValue.OCTET_STRING, value);
  }

  /** Returns a BIT STRING of whole octets. */
  public static Bytes bits(Bytes value) {
    return value(DerValue.BIT_STRING, Bytes.of(0).concat(value));
  }

  /** Returns NULL. */
  public static Bytes nothing() {
    return Bytes.of(DerValue.NULL, 0);
  }

  /** Returns an OBJECT IDENTIFIER. */
  public static Bytes oid(Oid value) {
    return value(DerValue.OID, value.octets());
  }

  /**
   * Returns a UTF8String.
   *
   * @throws IllegalArgumentException if {@code value} has a lone surrogate
   */
  public static Bytes utf8(String value) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException("text has a lone surrogate");
    }
    return value(DerValue.UTF8_STRING, Bytes.ofUtf8(value));
  }

  /** Returns a GeneralizedTime. */
  public static Bytes generalizedTime(GeneralizedTime value) {
    return value(DerValue.GENERALIZED_TIME, Bytes.ofUtf8(value.text()));
  }

  private static Bytes constructed(int tag, Collection<Bytes> members) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    members.forEach(member -> content.writeBytes(member.toByteArray()));
    return value(tag, Bytes.copyOf(content.toByteArray()));
  }

  private static Bytes value(int tag, Bytes content) {
    int length = content.size();
    if (length < CONTINUED) {
      return Bytes.of(tag, length).concat(content);
    }
    Bytes digits = Bytes.copyOf(BigInteger.valueOf(length).toByteArray());
    if (digits.at(0) == 0) {
      digits = digits.slice(1, digits.size() - 1);
    }
    return Bytes.of(tag, CONTINUED + digits.size()).concat(digits).concat(content);
  }
}
