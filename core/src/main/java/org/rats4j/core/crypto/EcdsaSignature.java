package org.rats4j.core.crypto;

import java.math.BigInteger;
import org.rats4j.core.Bytes;
import org.rats4j.core.CoreCodes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/**
 * Converts ECDSA signatures between {@code r || s}, the form of COSE and JOSE, and DER, the form of
 * X.509, CMS and TLS.
 *
 * <pre>{@code Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }}</pre>
 */
public final class EcdsaSignature {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int LONG_FORM = 0x80;
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
   * @throws IllegalArgumentException if {@code raw} has an odd number of bytes, or more than 132
   */
  public static Bytes toDer(Bytes raw) {
    if (raw.isEmpty() || raw.size() % 2 != 0 || raw.size() > 132) {
      throw new IllegalArgumentException("r || s cannot have " + raw.size() + " bytes");
    }
    int half = raw.size() / 2;
    Bytes content = integer(raw.slice(0, half)).concat(integer(raw.slice(half, half)));
    Bytes head =
        content.size() < LONG_FORM
            ? Bytes.of(SEQUENCE, content.size())
            : Bytes.of(SEQUENCE, LONG_FORM + 1, content.size());
    return head.concat(content);
  }

  private static Bytes integer(Bytes unsigned) {
    byte[] content = new BigInteger(1, unsigned.toByteArray()).toByteArray();
    return Bytes.of(INTEGER, content.length).concat(Bytes.copyOf(content));
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
    Der sequence = new Der(der, 0);
    int end = sequence.start(SEQUENCE);
    if (end < der.size()) {
      throw fail(Reason.TRAILING_DATA, "bytes behind the SEQUENCE");
    }
    byte[] raw = new byte[2 * coordinateBytes];
    sequence.copyInteger(raw, 0, coordinateBytes);
    sequence.copyInteger(raw, coordinateBytes, coordinateBytes);
    if (sequence.position < end) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, "SEQUENCE has more than two INTEGERs");
    }
    return Bytes.copyOf(raw);
  }

  private static DecodingException fail(Reason reason, String detail) {
    return DecodingException.of(reason, PATH, detail);
  }

  private static final class Der {
    private final Bytes der;
    private int position;

    Der(Bytes der, int position) {
      this.der = der;
      this.position = position;
    }

    /** Reads a tag and a length, and returns where the content ends. */
    int start(int tag) throws DecodingException {
      if (next() != tag) {
        throw fail(
            Reason.UNEXPECTED_STRUCTURE, "tag is not " + (tag == INTEGER ? "INTEGER" : "SEQUENCE"));
      }
      int length = next();
      if (length == LONG_FORM + 1) {
        length = next();
        if (length < LONG_FORM) {
          throw fail(Reason.ENCODING_RULE, "length is not in its shortest form");
        }
      } else if (length >= LONG_FORM) {
        throw fail(Reason.NOT_WELL_FORMED, "length is too long or indefinite");
      }
      if (length > der.size() - position) {
        throw fail(Reason.NOT_WELL_FORMED, "length is beyond the end of the input");
      }
      return position + length;
    }

    void copyInteger(byte[] to, int offset, int size) throws DecodingException {
      int end = start(INTEGER);
      if (end == position) {
        throw fail(Reason.NOT_WELL_FORMED, "INTEGER is empty");
      }
      if (der.at(position) >= 0x80) {
        throw fail(Reason.INVALID_VALUE, "INTEGER is negative");
      }
      if (der.at(position) == 0) {
        position++;
        if (end == position) {
          throw fail(Reason.INVALID_VALUE, "INTEGER is 0");
        }
        if (der.at(position) < 0x80) {
          throw fail(Reason.ENCODING_RULE, "INTEGER has a needless leading zero");
        }
      }
      int length = end - position;
      if (length > size) {
        throw fail(Reason.INVALID_VALUE, "INTEGER has more than " + size + " bytes");
      }
      for (int i = 0; i < length; i++) {
        to[offset + size - length + i] = (byte) der.at(position + i);
      }
      position = end;
    }

    private int next() throws DecodingException {
      if (position == der.size()) {
        throw DecodingException.of(
            Reason.NOT_WELL_FORMED,
            CoreCodes.TRUNCATED,
            PATH,
            "input ends in the middle of a value");
      }
      return der.at(position++);
    }
  }
}
