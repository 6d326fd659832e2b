package org.rats4j.core.crypto;

import java.security.Provider;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;

/**
 * A key that verifies signatures or MACs, checked when it is made: points on their curve, RSA
 * moduli of 2048 bits or more with an odd exponent of 3 or more.
 *
 * <p>A public key never verifies a MAC, and a secret key never a signature.
 */
public final class VerificationKey {
  private VerificationKey() {}

  /**
   * Returns a key that verifies signatures with the bundled provider, or with the owner of {@code
   * key} if that has no encoding.
   *
   * @throws IllegalArgumentException if {@code key} is weak, off its curve or of an unknown kind
   */
  public static VerificationKey of(PublicKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a key that verifies signatures with {@code provider}.
   *
   * @throws IllegalArgumentException if {@code key} is weak, off its curve or of an unknown kind
   */
  public static VerificationKey of(PublicKey key, Provider provider) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a key that verifies MACs.
   *
   * @throws IllegalArgumentException if {@code key} is empty
   */
  public static VerificationKey ofMac(SecretKey key) {
    throw new UnsupportedOperationException();
  }

  /** Returns this key, bound to {@code algorithm} of {@link Algorithms}. */
  public VerificationKey withAlgorithm(long algorithm) {
    throw new UnsupportedOperationException();
  }

  /** Returns this key, known by {@code keyId}. */
  public VerificationKey withKeyId(Bytes keyId) {
    throw new UnsupportedOperationException();
  }

  /** Returns the algorithm that the key is bound to. */
  public OptionalLong algorithm() {
    throw new UnsupportedOperationException();
  }

  /** Returns what the key is known by: COSE {@code kid}, or the UTF-8 bytes of JOSE's. */
  public Optional<Bytes> keyId() {
    throw new UnsupportedOperationException();
  }

  /** Returns the public key; empty if this is a MAC key. */
  public Optional<PublicKey> publicKey() {
    throw new UnsupportedOperationException();
  }

  /** Returns whether this key can verify {@code algorithm}: kind, curve and binding fit. */
  public boolean fits(long algorithm) {
    throw new UnsupportedOperationException();
  }

  /**
   * Verifies a signature or MAC over the parts, one behind the other. The parts are not copied.
   *
   * @param algorithm a number of {@link Algorithms}
   * @param signature as COSE and JOSE have it; for ECDSA {@code r || s}
   * @throws VerificationException with KEY_MISMATCH if this key does not fit the algorithm, with
   *     BAD_SIGNATURE if the signature is wrong
   */
  public void verify(long algorithm, List<Bytes> toBeSigned, Bytes signature)
      throws VerificationException {
    throw new UnsupportedOperationException();
  }
}
