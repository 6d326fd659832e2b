package org.rats4j.core.cose;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A key as a CBOR map (RFC 9052, section 7; key types of RFC 9053, RFC 8230 and RFC 9964).
 *
 * <pre>{@code
 * COSE_Key = {
 *   1 => tstr / int,           ; kty
 *   ? 2 => bstr,               ; kid
 *   ? 3 => tstr / int,         ; alg
 *   ? 4 => [+ (tstr / int)],   ; key_ops
 *   ? 5 => bstr,               ; Base IV
 *   * label => values
 * }
 * }</pre>
 *
 * <p>The type tells what a key holds: only {@link CosePrivateKey} and {@link CoseSymmetricKey} hold
 * secrets. Curves are P-256, P-384, P-521, Ed25519 and Ed448. A key that was decoded encodes to the
 * bytes that were received.
 */
public sealed interface CoseKey
    permits CosePublicKey, CosePrivateKey, CoseSymmetricKey, CoseOpaqueKey {

  /**
   * Decodes exactly one key. Points are checked to be on their curve, and sizes to be exact.
   *
   * @throws DecodingException if {@code cbor} is anything else; with UNSUPPORTED for a curve or key
   *     type that is registered and not implemented, and for a key type that is not known, which
   *     {@link CoseLeniencies#UNKNOWN_KEY_TYPE} accepts as {@link CoseOpaqueKey}
   */
  static CoseKey decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    return read(CborReader.of(cbor, options, "cose-key"));
  }

  /**
   * Reads the next item as a key.
   *
   * @throws DecodingException as in {@link #decode}
   */
  static CoseKey read(CborReader in) throws DecodingException {
    return CoseKeyCodec.read(in);
  }

  /**
   * Returns {@code key} as COSE_Key.
   *
   * @throws IllegalArgumentException if {@code key} is of an unsupported kind, weak, off its curve
   *     or has no encoding
   */
  static CosePublicKey of(PublicKey key) {
    return CoseKeyCodec.of(key);
  }

  /**
   * Returns a key pair as COSE_Key.
   *
   * @throws IllegalArgumentException if a half is of an unsupported kind, weak, off its curve or
   *     has no encoding, or if the halves are of different kinds
   */
  static CosePrivateKey of(PublicKey publicKey, PrivateKey privateKey) {
    return CoseKeyCodec.of(publicKey, privateKey);
  }

  /** Returns what the key says of itself. */
  CoseKeyParameters parameters();

  /**
   * Returns the SHA-256 thumbprint (RFC 9679; of ML-DSA keys RFC 9964); empty for a {@link
   * CoseOpaqueKey}. That of a private key is the one of its public half.
   */
  Optional<Bytes> thumbprint();

  /**
   * Returns the key as a verifier takes it, under its {@code kid} and bound to its {@code alg}.
   *
   * @throws VerificationException with KEY_MISMATCH if {@code key_ops} or {@code alg} do not let
   *     the key verify anything here, or if it is opaque
   */
  VerificationKey toVerificationKey() throws VerificationException;

  /** Returns the key as it was received, or else in deterministic CBOR; secrets included. */
  Bytes encode();
}
