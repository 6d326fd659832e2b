package org.rats4j.core.cose;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.BundledProvider;

/** Fresh keys, one for each algorithm; RSA takes long to make. */
final class CoseTestKeys {
  private static final Map<Long, KeyPair> MADE = new ConcurrentHashMap<>();
  private static final SecretKey SECRET = new SecretKeySpec(new byte[64], "HMAC");

  private CoseTestKeys() {}

  static Signer signer(long algorithm) {
    return Algorithms.isMac(algorithm)
        ? Signers.ofMac(SECRET, algorithm)
        : Signers.of(pair(algorithm).getPrivate(), algorithm);
  }

  static VerificationKey key(long algorithm) {
    return Algorithms.isMac(algorithm)
        ? VerificationKey.ofMac(SECRET)
        : VerificationKey.of(pair(algorithm).getPublic());
  }

  static CoseExpectations trusting(long algorithm) {
    return expecting(algorithm).build();
  }

  static CoseExpectations.Builder expecting(long algorithm) {
    return CoseExpectations.builder().key(key(algorithm));
  }

  private static KeyPair pair(long algorithm) {
    return MADE.computeIfAbsent(algorithm, CoseTestKeys::make);
  }

  private static KeyPair make(long algorithm) {
    try {
      return switch ((int) algorithm) {
        case -7, -9 -> ec("secp256r1");
        case -35, -51 -> ec("secp384r1");
        case -36, -52 -> ec("secp521r1");
        case -8, -19 -> generator("Ed25519").generateKeyPair();
        case -53 -> generator("Ed448").generateKeyPair();
        case -37, -38, -39 -> rsa();
        default -> generator(Algorithms.name(algorithm)).generateKeyPair();
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair ec(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = generator("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static KeyPair rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = generator("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static KeyPairGenerator generator(String name) throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(name, BundledProvider.get());
  }
}
