package org.rats4j.core.crypto;

import java.math.BigInteger;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * Converts ECDSA signatures between {@code r || s}, the form of COSE and JOSE, and DER, the form of
 * X.509, CMS and TLS.
 *
 * <pre>{@code Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }}</pre>
 */
public final class EcdsaSignature {
  private static final int RAW_BYTES_MAX = 132;
  private static final String PATH = "ecdsa-signature";

  private EcdsaSignature() {}

  /**
   * Returns how many bytes {@code r} and {@code s} have each in {@code algorithm}.
   *
   * @param algorithm a number of {@link Algorithms}
   * @throws IllegalArgumentException if {@code algorithm} is not an ECDSA of {@link Algorithms}
   */
  public static int coordinateBytes(long algorithm) {
    for (KeyKind kind : KeyKind.values()) {
      if (kind.curve().isPresent() && kind.fits(algorithm)) {
        return kind.curve().get().coordinateBytes();
      }
    }
    throw new IllegalArgumentException(Algorithms.name(algorithm) + " is no ECDSA");
  }

  /**
   * Returns {@code raw} in DER.
   *
   * @param raw {@code r || s}
   * @throws IllegalArgumentException if {@code raw} has an odd number of bytes, none, or more than
   *     132
   */
  public static Bytes toDer(Bytes raw) {
    if (raw.isEmpty() || raw.size() % 2 != 0 || raw.size() > RAW_BYTES_MAX) {
      throw new IllegalArgumentException("r || s cannot have " + raw.size() + " bytes");
    }
    int half = raw.size() / 2;
    return Der.sequence(integer(raw.slice(0, half)), integer(raw.slice(half, half)));
  }

  private static Bytes integer(Bytes unsigned) {
    return Der.integer(new BigInteger(1, unsigned.toByteArray()));
  }

  /**
   * Returns {@code der} as {@code r || s}.
   *
   * @param coordinateBytes how many bytes {@code r} and {@code s} get each; see {@link
   *     #coordinateBytes(long)}
   * @throws DecodingException if {@code der} is anything else than one SEQUENCE of two INTEGERs
   *     above 0 that fit, each in its only DER form, and nothing behind
   */
  public static Bytes toRaw(Bytes der, int coordinateBytes) throws DecodingException {
    DerValue sequence = DerValue.decode(der, DecodeOptions.STRICT, PATH);
    List<DerValue> members = sequence.members();
    if (!sequence.is(DerValue.SEQUENCE) || members.size() != 2) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, "no SEQUENCE of two members");
    }
    byte[] raw = new byte[2 * coordinateBytes];
    copyInteger(members.get(0), raw, coordinateBytes);
    copyInteger(members.get(1), raw, raw.length);
    return Bytes.copyOf(raw);
  }

  private static void copyInteger(DerValue member, byte[] raw, int end) throws DecodingException {
    if (!member.is(DerValue.INTEGER)) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, "member is no INTEGER");
    }
    BigInteger value = member.integer();
    if (value.signum() <= 0) {
      throw fail(Reason.INVALID_VALUE, "INTEGER is not above 0");
    }
    int size = raw.length / 2;
    if (value.bitLength() > size * Byte.SIZE) {
      throw fail(Reason.INVALID_VALUE, "INTEGER has more than " + size + " bytes");
    }
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    int length = bytes.length - sign;
    System.arraycopy(bytes, sign, raw, end - length, length);
  }

  private static DecodingException fail(Reason reason, String detail) {
    return DecodingException.of(reason, PATH, detail);
  }
}
