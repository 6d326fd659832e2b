package org.rats4j.core.jose;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/**
 * A key as a JSON object (RFC 7517; key types of RFC 7518, RFC 8037 and RFC 9964).
 *
 * <p>The type tells what a key holds: only {@link PrivateJwk} and {@link SymmetricJwk} hold
 * secrets. Curves are P-256, P-384, P-521, Ed25519 and Ed448. Members that nobody here knows are
 * kept.
 */
public sealed interface Jwk permits PublicJwk, PrivateJwk, SymmetricJwk, OpaqueJwk {

  /**
   * Decodes exactly one key. Points are checked to be on their curve, and sizes to be exact.
   *
   * @throws DecodingException if {@code json} is anything else; with UNSUPPORTED for a curve or key
   *     type that is registered and not implemented, and for a key type that is not known, which
   *     {@link org.rats4j.core.cose.CoseLeniencies#UNKNOWN_KEY_TYPE} accepts as {@link OpaqueJwk}
   */
  static Jwk decode(Bytes json, DecodeOptions options) throws DecodingException {
    return read(JsonReader.of(json, options, "jwk"));
  }

  /**
   * Reads the next value as a key.
   *
   * @throws DecodingException as in {@link #decode}
   */
  static Jwk read(JsonReader in) throws DecodingException {
    return JwkCodec.read(in);
  }

  /**
   * Returns {@code key} as JWK.
   *
   * @throws IllegalArgumentException if {@code key} is of an unsupported kind, weak, off its curve
   *     or has no encoding
   */
  static PublicJwk of(PublicKey key) {
    return JwkCodec.of(key);
  }

  /**
   * Returns a key pair as JWK.
   *
   * @throws IllegalArgumentException if a half is of an unsupported kind, weak, off its curve or
   *     has no encoding, or if the halves are of different kinds
   */
  static PrivateJwk of(PublicKey publicKey, PrivateKey privateKey) {
    return JwkCodec.of(publicKey, privateKey);
  }

  /** Returns what the key says of itself. */
  JwkParameters parameters();

  /**
   * Returns the SHA-256 thumbprint (RFC 7638; of ML-DSA keys RFC 9964); empty for an {@link
   * OpaqueJwk}. That of a private key is the one of its public half.
   */
  Optional<Bytes> thumbprint();

  /**
   * Returns the key as a verifier takes it, under its {@code kid} in UTF-8 and bound to its {@code
   * alg}.
   *
   * @throws VerificationException with KEY_MISMATCH if {@code use}, {@code key_ops} or {@code alg}
   *     do not let the key verify anything here, or if it is opaque
   */
  VerificationKey toVerificationKey() throws VerificationException;

  /** Writes the key; secrets included. */
  void write(JsonWriter out);

  /** Returns the key in JSON without white space, members in their order; secrets included. */
  default Bytes encode() {
    JsonWriter out = new JsonWriter();
    write(out);
    return out.toBytes();
  }
}
