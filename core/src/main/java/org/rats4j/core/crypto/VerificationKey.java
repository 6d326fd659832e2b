package org.rats4j.core.crypto;

import java.security.Provider;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

/**
 * A key that verifies signatures or MACs, checked when it is made: points on their curve, RSA
 * moduli of 2048 bits or more with an odd exponent of 3 or more.
 *
 * <p>A public key never verifies a MAC, and a secret key never a signature.
 */
public final class VerificationKey {
  private final Verifier verifier;
  private final @Nullable PublicKey publicKey;
  private final OptionalLong algorithm;
  private final @Nullable Bytes keyId;

  private VerificationKey(
      Verifier verifier,
      @Nullable PublicKey publicKey,
      OptionalLong algorithm,
      @Nullable Bytes keyId) {
    this.verifier = verifier;
    this.publicKey = publicKey;
    this.algorithm = algorithm;
    this.keyId = keyId;
  }

  /**
   * Returns a key that verifies signatures with the bundled provider, or with the owner of {@code
   * key} if that has no encoding.
   *
   * @throws IllegalArgumentException if {@code key} is weak, off its curve or of an unknown kind
   */
  public static VerificationKey of(PublicKey key) {
    return of(SignatureKey.of(Objects.requireNonNull(key, "key")), key);
  }

  /**
   * Returns a key that verifies signatures with {@code provider}.
   *
   * @throws IllegalArgumentException if {@code key} is weak, off its curve or of an unknown kind
   */
  public static VerificationKey of(PublicKey key, Provider provider) {
    Objects.requireNonNull(provider, "provider");
    return of(SignatureKey.of(Objects.requireNonNull(key, "key"), provider), key);
  }

  /**
   * Returns a key that verifies MACs.
   *
   * @throws IllegalArgumentException if {@code key} is empty
   */
  public static VerificationKey ofMac(SecretKey key) {
    return of(MacKey.of(Objects.requireNonNull(key, "key")), null);
  }

  /**
   * Returns a key that verifies MACs with {@code provider}.
   *
   * @throws IllegalArgumentException if {@code key} is empty
   */
  public static VerificationKey ofMac(SecretKey key, Provider provider) {
    Objects.requireNonNull(provider, "provider");
    return of(MacKey.of(Objects.requireNonNull(key, "key"), provider), null);
  }

  static VerificationKey of(Verifier verifier, @Nullable PublicKey publicKey) {
    return new VerificationKey(verifier, publicKey, OptionalLong.empty(), null);
  }

  /**
   * Returns this key, bound to {@code algorithm} of {@link Algorithms}: it fits no other, not even
   * the one that RFC 9864 made of it.
   *
   * @throws IllegalArgumentException if a key of this kind cannot verify {@code algorithm}
   */
  public VerificationKey withAlgorithm(long algorithm) {
    if (!verifier.fits(algorithm)) {
      throw new IllegalArgumentException("key does not fit " + Algorithms.name(algorithm));
    }
    return new VerificationKey(verifier, publicKey, OptionalLong.of(algorithm), keyId);
  }

  /** Returns this key, known by {@code keyId}. */
  public VerificationKey withKeyId(Bytes keyId) {
    return new VerificationKey(
        verifier, publicKey, algorithm, Objects.requireNonNull(keyId, "keyId"));
  }

  /** Returns the algorithm that the key is bound to. */
  public OptionalLong algorithm() {
    return algorithm;
  }

  /** Returns what the key is known by: COSE {@code kid}, or the UTF-8 bytes of JOSE's. */
  public Optional<Bytes> keyId() {
    return Optional.ofNullable(keyId);
  }

  /** Returns the public key; empty if this is a MAC key. */
  public Optional<PublicKey> publicKey() {
    return Optional.ofNullable(publicKey);
  }

  /** Returns whether this key can verify {@code algorithm}: kind, curve and binding fit. */
  public boolean fits(long algorithm) {
    return verifier.fits(algorithm)
        && (this.algorithm.isEmpty() || this.algorithm.getAsLong() == algorithm);
  }

  /**
   * Verifies a signature or MAC over the parts, one behind the other. The parts are not copied.
   *
   * @param algorithm a number of {@link Algorithms}
   * @param signature as COSE and JOSE have it; for ECDSA {@code r || s}
   * @throws VerificationException with KEY_MISMATCH if this key does not fit the algorithm, with
   *     BAD_SIGNATURE if the signature is wrong
   * @throws IllegalStateException if the provider does not have the algorithm
   */
  public void verify(long algorithm, List<Bytes> toBeSigned, Bytes signature)
      throws VerificationException {
    if (!fits(algorithm)) {
      throw VerificationException.of(
          Reason.KEY_MISMATCH, "key does not fit " + Algorithms.name(algorithm));
    }
    verifier.verify(algorithm, toBeSigned, signature);
  }
}
