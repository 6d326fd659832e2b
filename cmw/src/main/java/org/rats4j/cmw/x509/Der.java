package org.rats4j.cmw.x509;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Extension;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;

/**
 * DER, read strictly: what a parser made of the bytes has to encode to the same bytes again, so
 * that parts can be encoded anew without being altered.
 */
final class Der {
  private static final int SEQUENCE = 0x30;

  /** For what was inside something whose size was checked, or is built here. */
  private static final DecodeOptions ANY_SIZE =
      DecodeOptions.builder().inputBytes(Integer.MAX_VALUE).build();

  private Der() {}

  /**
   * Decodes exactly one value.
   *
   * @throws DecodingException if {@code der} is anything else
   */
  static ASN1Primitive decode(Bytes der, DecodeOptions options, String path)
      throws DecodingException {
    if (der.size() > options.inputBytes()) {
      throw DecodingException.of(
          Reason.LIMIT_EXCEEDED, CmwCodes.SIZE_LIMIT, path, "input is longer than inputBytes");
    }
    DerHeads.check(der, path);
    byte[] bytes = der.toByteArray();
    try {
      ASN1Primitive value = ASN1Primitive.fromByteArray(bytes);
      if (Arrays.equals(bytes, value.getEncoded(ASN1Encoding.DER))) {
        return value;
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      // The parser throws the latter two for faults of some types, such as EXTERNAL.
      throw malformed(path, "value is not in the encoding of its type");
    }
    throw malformed(path, "value is not in its only encoding");
  }

  /**
   * Returns {@code der} as ASN.1.
   *
   * @throws IllegalArgumentException if it is not exactly one value in DER
   */
  static ASN1Primitive require(Bytes der) {
    try {
      return decode(der, ANY_SIZE, "/");
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Returns the members of {@code value}, which is constructed under an implicit tag; their order
   * does not count.
   *
   * @param tag the first octet of the value
   * @throws DecodingException if it has another tag
   */
  static ASN1Sequence implicit(ASN1Encodable value, int tag, String path) throws DecodingException {
    Bytes der = encode(value);
    if (der.at(0) != tag) {
      throw unexpected(path, "not under its tag");
    }
    Bytes retagged = Bytes.of(SEQUENCE).concat(der.slice(1, der.size() - 1));
    return sequence(decode(retagged, ANY_SIZE, path), 0, Integer.MAX_VALUE, path);
  }

  /** Returns {@code value} in DER. */
  static Bytes encode(ASN1Encodable value) {
    try {
      return Bytes.copyOf(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to an array", e);
    }
  }

  /**
   * Returns {@code value} as SEQUENCE.
   *
   * @throws DecodingException if it is none, or has fewer than {@code min} or more than {@code max}
   *     members
   */
  static ASN1Sequence sequence(ASN1Encodable value, int min, int max, String path)
      throws DecodingException {
    if (!(value.toASN1Primitive() instanceof ASN1Sequence sequence)) {
      throw unexpected(path, "no SEQUENCE");
    }
    if (sequence.size() < min || sequence.size() > max) {
      throw unexpected(path, "SEQUENCE of " + sequence.size());
    }
    return sequence;
  }

  /**
   * Returns {@code value} as object identifier.
   *
   * @throws DecodingException if it is none
   */
  static Oid oid(ASN1Encodable value, String path) throws DecodingException {
    if (!(value.toASN1Primitive() instanceof ASN1ObjectIdentifier identifier)) {
      throw unexpected(path, "no OBJECT IDENTIFIER");
    }
    return Oid.of(identifier.getId());
  }

  /**
   * Returns the content of {@code value} as OCTET STRING.
   *
   * @throws DecodingException if it is none
   */
  static Bytes octets(ASN1Encodable value, String path) throws DecodingException {
    if (!(value.toASN1Primitive() instanceof ASN1OctetString octets)) {
      throw unexpected(path, "no OCTET STRING");
    }
    return Bytes.copyOf(octets.getOctets());
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

  private static DecodingException malformed(String path, String detail) {
    return DecodingException.of(Reason.NOT_WELL_FORMED, CmwCodes.MALFORMED, path, detail);
  }
}
