package org.rats4j.core.internal;

import java.io.IOException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** Turns keys with an encoding into keys of the bundled provider. */
public final class BundledKeys {
  private BundledKeys() {}

  /** Returns whether {@code provider} works with the keys that this class makes. */
  public static boolean areOf(Provider provider) {
    return provider instanceof BouncyCastleProvider;
  }

  /**
   * Returns the bundled provider's own form of a key that has an encoding.
   *
   * @throws IllegalArgumentException if the bundled provider does not know or accept the key
   */
  public static PublicKey translate(PublicKey key) {
    return publicKey(key.getEncoded());
  }

  /**
   * Returns the key of a SubjectPublicKeyInfo in DER.
   *
   * @throws IllegalArgumentException if the bundled provider does not know or accept the key
   */
  public static PublicKey publicKey(byte[] encoded) {
    return read(() -> BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(encoded)));
  }

  /**
   * Returns the key of {@code certificate}. Asked itself, a certificate may answer with null or any
   * exception, depending on its provider.
   *
   * @throws IllegalArgumentException if the bundled provider does not know or accept the key
   */
  public static PublicKey publicKeyOf(X509Certificate certificate) {
    return read(
        () -> {
          try {
            return BouncyCastleProvider.getPublicKey(
                Certificate.getInstance(certificate.getEncoded()).getSubjectPublicKeyInfo());
          } catch (CertificateEncodingException e) {
            throw new IOException(e);
          }
        });
  }

  static PublicKey publicKey(SubjectPublicKeyInfo info) {
    return read(() -> BouncyCastleProvider.getPublicKey(info));
  }

  static PrivateKey privateKey(PrivateKeyInfo info) {
    return read(() -> BouncyCastleProvider.getPrivateKey(info));
  }

  /**
   * Returns the key of a PrivateKeyInfo in DER.
   *
   * @throws IllegalArgumentException if the bundled provider does not know or accept the key
   */
  public static PrivateKey privateKey(byte[] encoded) {
    return read(() -> BouncyCastleProvider.getPrivateKey(PrivateKeyInfo.getInstance(encoded)));
  }

  private static <K extends Key> K read(Reading<K> reading) {
    Provider provider = BundledProvider.get(); // fills the tables that the reading uses
    K key;
    try {
      key = reading.read();
    } catch (IOException | RuntimeException e) {
      // The provider answers a bad encoding with whatever its parser ran into.
      throw new IllegalArgumentException("key is not valid", e);
    }
    if (key == null) {
      throw new IllegalArgumentException(provider.getName() + " does not know this kind of key");
    }
    return key;
  }

  @FunctionalInterface
  private interface Reading<K> {
    @Nullable K read() throws IOException;
  }
}
