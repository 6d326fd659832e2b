package org.rats4j.core.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SignatureException;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.internal.BundledKeys;
import org.rats4j.core.internal.BundledProvider;
import org.rats4j.core.internal.RsaRules;

/** Signs with a private key of the Java cryptography architecture. */
final class JcaSigner implements Signer {
  private final PrivateKey key;
  private final long algorithm;
  private final KeyKind kind;
  private final JcaSignatures signatures;

  private JcaSigner(PrivateKey key, long algorithm, KeyKind kind, @Nullable Provider provider) {
    this.key = key;
    this.algorithm = algorithm;
    this.kind = kind;
    if (key instanceof RSAKey rsa) {
      RsaRules.checkModulus(rsa.getModulus());
    }
    signatures = new JcaSignatures(kind, provider);
  }

  static Signer of(PrivateKey key, long algorithm) {
    PrivateKey translated = translated(key);
    // What could not be translated, its owner signs with.
    return translated == null
        ? new JcaSigner(key, algorithm, kind(key, algorithm), null)
        : new JcaSigner(translated, algorithm, kind(translated, algorithm), BundledProvider.get());
  }

  static Signer of(PrivateKey key, long algorithm, Provider provider) {
    KeyKind kind = kind(key, algorithm);
    PrivateKey translated =
        BundledKeys.areOf(provider)
            ? translated(key)
            : ProviderKeys.translated(key, kind, provider);
    return new JcaSigner(translated == null ? key : translated, algorithm, kind, provider);
  }

  /** Returns null for a key without encoding, or with one that only its maker understands. */
  private static @Nullable PrivateKey translated(PrivateKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      return null;
    }
    try {
      return BundledKeys.privateKey(encoded);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static KeyKind kind(PrivateKey key, long algorithm) {
    if (algorithm == Algorithms.RS256
        || algorithm == Algorithms.RS384
        || algorithm == Algorithms.RS512) {
      throw new IllegalArgumentException(Algorithms.name(algorithm) + " is only for verification");
    }
    return KeyKind.of(key)
        // A key in hardware may hide even its curve; then the signature tells.
        .or(() -> KeyKind.ofOpaque(key.getAlgorithm(), algorithm))
        .filter(kind -> kind.fits(algorithm))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "%s key does not fit %s",
                        key.getAlgorithm(),
                        Algorithms.name(algorithm))));
  }

  @Override
  public long algorithm() {
    return algorithm;
  }

  @Override
  public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
    return sign(List.of(Bytes.copyOf(toBeSigned)));
  }

  @Override
  public byte[] sign(List<Bytes> toBeSigned) throws GeneralSecurityException {
    byte[] signature = signatures.sign(key, algorithm, toBeSigned);
    int expected = kind.signatureBytes();
    if (expected != 0 && signature.length != expected) {
      throw new SignatureException(
          "key made "
              + signature.length
              + " bytes, which is no signature of "
              + Algorithms.name(algorithm));
    }
    return signature;
  }
}
