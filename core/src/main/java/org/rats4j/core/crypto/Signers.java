package org.rats4j.core.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.List;
import java.util.Objects;
import javax.crypto.SecretKey;
import org.rats4j.core.Bytes;

/** Signers for keys of the Java cryptography architecture. */
public final class Signers {
  private Signers() {}

  /**
   * Returns a signer with {@code key}. A key that has no encoding (PKCS#11, a cloud KMS) signs with
   * the provider that owns it, any other with the bundled one.
   *
   * @param algorithm a number of {@link Algorithms}, a signature other than RS*
   * @throws IllegalArgumentException if {@code key} does not fit {@code algorithm}
   */
  public static Signer of(PrivateKey key, long algorithm) {
    return JcaSigner.of(Objects.requireNonNull(key, "key"), algorithm);
  }

  /**
   * Returns a signer with {@code key} that signs with {@code provider}. A key of another provider
   * is turned into one of this where it has to be. If that cannot be done, signing fails with
   * {@link java.security.InvalidKeyException}; if the provider does not have the algorithm, with
   * {@link IllegalStateException}.
   *
   * @param algorithm a number of {@link Algorithms}, a signature other than RS*
   * @throws IllegalArgumentException if {@code key} does not fit {@code algorithm}
   */
  public static Signer of(PrivateKey key, long algorithm, Provider provider) {
    return JcaSigner.of(
        Objects.requireNonNull(key, "key"),
        algorithm,
        Objects.requireNonNull(provider, "provider"));
  }

  /**
   * Returns a creator of MACs with {@code key}.
   *
   * @param algorithm a number of {@link Algorithms}
   * @throws IllegalArgumentException if {@code algorithm} is no MAC or {@code key} does not fit
   */
  public static Signer ofMac(SecretKey key, long algorithm) {
    return ofMac(MacKey.of(Objects.requireNonNull(key, "key")), algorithm);
  }

  /**
   * Returns a creator of MACs with {@code key} that works with {@code provider}.
   *
   * @param algorithm a number of {@link Algorithms}
   * @throws IllegalArgumentException if {@code algorithm} is no MAC or {@code key} does not fit
   */
  public static Signer ofMac(SecretKey key, long algorithm, Provider provider) {
    Objects.requireNonNull(provider, "provider");
    return ofMac(MacKey.of(Objects.requireNonNull(key, "key"), provider), algorithm);
  }

  private static Signer ofMac(MacKey key, long algorithm) {
    if (!Algorithms.isMac(algorithm)) {
      throw new IllegalArgumentException(Algorithms.name(algorithm) + " is no MAC");
    }
    return new Signer() {
      @Override
      public long algorithm() {
        return algorithm;
      }

      @Override
      public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
        return key.mac(algorithm, List.of(Bytes.copyOf(toBeSigned)));
      }

      @Override
      public byte[] sign(List<Bytes> toBeSigned) throws GeneralSecurityException {
        return key.mac(algorithm, toBeSigned);
      }
    };
  }
}
