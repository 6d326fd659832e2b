package org.rats4j.core.jose;

import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A verified JWS (RFC 7515): who signed, with which algorithm, which bytes. Nothing of an
 * unprotected header is left.
 *
 * <pre>{@code
 * compact   = BASE64URL(protected) "." BASE64URL(payload) "." BASE64URL(signature)
 * flattened = { "payload": ..., "protected": ..., ? "header": {...}, "signature": ... }
 * }</pre>
 */
public final class Jws {
  private final JwsHeader protectedHeader;
  private final Bytes payload;
  private final VerificationKey key;
  private final long algorithm;

  Jws(JwsHeader protectedHeader, Bytes payload, VerificationKey key, long algorithm) {
    this.protectedHeader = protectedHeader;
    this.payload = payload;
    this.key = key;
    this.algorithm = algorithm;
  }

  /**
   * Decodes the compact serialization.
   *
   * @throws DecodingException if {@code compact} is anything else than three parts in strict
   *     base64url, the first of which is a header with a signature algorithm and the last is not
   *     empty; with UNSUPPORTED if it is encrypted or its payload is not encoded
   */
  public static UnverifiedJws decode(String compact, DecodeOptions options)
      throws DecodingException {
    return decode(Bytes.ofUtf8(compact), options);
  }

  /**
   * Decodes the compact serialization.
   *
   * @throws DecodingException as {@link #decode(String, DecodeOptions)}
   */
  public static UnverifiedJws decode(byte[] compact, DecodeOptions options)
      throws DecodingException {
    return decode(Bytes.copyOf(compact), options);
  }

  /**
   * Decodes the compact serialization.
   *
   * @throws DecodingException as {@link #decode(String, DecodeOptions)}
   */
  public static UnverifiedJws decode(Bytes compact, DecodeOptions options)
      throws DecodingException {
    return JwsDecoder.compact(compact, options);
  }

  /**
   * Decodes the flattened JSON serialization. Members that RFC 7515 does not name are ignored.
   *
   * @throws DecodingException if {@code json} is anything else; with UNSUPPORTED if it is in the
   *     general serialization, which has a list of signatures
   */
  public static UnverifiedJws decodeFlattened(byte[] json, DecodeOptions options)
      throws DecodingException {
    return decodeFlattened(Bytes.copyOf(json), options);
  }

  /**
   * Decodes the flattened JSON serialization. Members that RFC 7515 does not name are ignored.
   *
   * @throws DecodingException as {@link #decodeFlattened(byte[], DecodeOptions)}
   */
  public static UnverifiedJws decodeFlattened(Bytes json, DecodeOptions options)
      throws DecodingException {
    return JwsDecoder.flattened(json, options);
  }

  /** Returns a builder of a new message. */
  public static JwsBuilder builder() {
    return new JwsBuilder();
  }

  /** Returns the payload. */
  public Bytes payload() {
    return payload;
  }

  /** Returns the protected header. */
  public JwsHeader protectedHeader() {
    return protectedHeader;
  }

  /** Returns the key with which the message was verified. */
  public VerificationKey key() {
    return key;
  }

  /** Returns the number of the algorithm with which the message was verified. */
  public long algorithm() {
    return algorithm;
  }
}
