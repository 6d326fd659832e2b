package org.rats4j.core.crypto;

import java.security.PrivateKey;
import java.security.Provider;
import javax.crypto.SecretKey;

/** Signers for keys of the Java cryptography architecture. */
public final class Signers {
  private Signers() {}

  /**
   * Returns a signer with {@code key}. A key that has no encoding (PKCS#11, a cloud KMS) signs with
   * the provider that owns it, any other with the bundled one.
   *
   * @param algorithm a number of {@link Algorithms}
   * @throws IllegalArgumentException if {@code key} does not fit {@code algorithm}
   */
  public static Signer of(PrivateKey key, long algorithm) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a signer with {@code key} that signs with {@code provider}.
   *
   * @param algorithm a number of {@link Algorithms}
   * @throws IllegalArgumentException if {@code key} does not fit {@code algorithm}
   */
  public static Signer of(PrivateKey key, long algorithm, Provider provider) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a creator of MACs with {@code key}.
   *
   * @param algorithm a number of {@link Algorithms}
   * @throws IllegalArgumentException if {@code algorithm} is no MAC or {@code key} does not fit
   */
  public static Signer ofMac(SecretKey key, long algorithm) {
    throw new UnsupportedOperationException();
  }
}
