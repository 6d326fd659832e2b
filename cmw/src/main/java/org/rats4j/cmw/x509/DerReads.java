package org.rats4j.cmw.x509;

import java.security.cert.X509Extension;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/** Reads values in DER, with the paths and the codes of wrappers. */
final class DerReads {
  /** Nothing here needs as much; the depth of the options is that of collections. */
  private static final int DEPTH_MAX = 32;

  private DerReads() {}

  /**
   * Decodes exactly one value.
   *
   * @param options of these {@code inputBytes} count
   * @throws DecodingException if {@code der} is anything else
   */
  static DerValue decode(Bytes der, DecodeOptions options, String path) throws DecodingException {
    return decode(der, options.inputBytes(), path);
  }

  private static DerValue decode(Bytes der, int inputBytes, String path) throws DecodingException {
    if (der.size() > inputBytes) {
      throw DecodingException.of(
          Reason.LIMIT_EXCEEDED, CmwCodes.SIZE_LIMIT, path, "input is longer than inputBytes");
    }
    DecodeOptions limits = DecodeOptions.builder().inputBytes(inputBytes).depth(DEPTH_MAX).build();
    try {
      return DerValue.decode(der, limits, path);
    } catch (DecodingException e) {
      throw translate(e);
    }
  }

  private static DecodingException translate(DecodingException e) {
    return switch (e.reason()) {
      case INVALID_UTF8 -> e.withCode(CmwCodes.MALFORMED);
      case LIMIT_EXCEEDED -> e.withCode(CmwCodes.DEPTH_LIMIT);
      case TRAILING_DATA -> e.withCode(CmwCodes.TRAILING_DATA);
      case NOT_WELL_FORMED -> e.withCode(CmwCodes.TRUNCATED);
      default ->
          DecodingException.of(Reason.NOT_WELL_FORMED, CmwCodes.MALFORMED, e.path(), e.detail());
    };
  }

  /**
   * Returns {@code der}, read.
   *
   * @throws IllegalArgumentException if it is not exactly one value in DER
   */
  static DerValue require(Bytes der) {
    try {
      return decode(der, Integer.MAX_VALUE, "/");
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Returns the members of {@code value}, which is a SEQUENCE.
   *
   * @throws DecodingException if it is none, or has fewer than {@code min} or more than {@code max}
   *     members
   */
  static List<DerValue> sequence(DerValue value, int min, int max, String path)
      throws DecodingException {
    if (!value.is(DerValue.SEQUENCE)) {
      throw unexpected(path, "no SEQUENCE");
    }
    List<DerValue> members = value.members();
    if (members.size() < min || members.size() > max) {
      throw unexpected(path, "SEQUENCE of " + members.size());
    }
    return members;
  }

  /**
   * Returns {@code value} as object identifier.
   *
   * @throws DecodingException if it is none
   */
  static Oid oid(DerValue value, String path) throws DecodingException {
    try {
      return value.oid();
    } catch (DecodingException e) {
      throw DecodingException.of(e.reason(), path, e.detail());
    }
  }

  /**
   * Returns the content of {@code value} as OCTET STRING.
   *
   * @throws DecodingException if it is none
   */
  static Bytes octets(DerValue value, String path) throws DecodingException {
    if (!value.is(DerValue.OCTET_STRING)) {
      throw unexpected(path, "no OCTET STRING");
    }
    return value.content();
  }

  /** Returns what {@code extnValue} of an extension holds; empty if there is no such extension. */
  static Optional<Bytes> extensionValue(X509Extension holder, Oid oid, DecodeOptions options)
      throws DecodingException {
    byte @Nullable [] wrapped = holder.getExtensionValue(oid.toString());
    return wrapped == null
        ? Optional.empty()
        : Optional.of(octets(decode(Bytes.copyOf(wrapped), options, "/"), "/"));
  }

  static DecodingException unexpected(String path, String detail) {
    return DecodingException.of(Reason.UNEXPECTED_STRUCTURE, path, detail);
  }
}
