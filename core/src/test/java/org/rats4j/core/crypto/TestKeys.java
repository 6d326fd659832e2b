package org.rats4j.core.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rats4j.core.internal.BundledProvider;

/** Fresh key pairs, one for each kind and maker; RSA takes long to make. */
final class TestKeys {
  private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

  private TestKeys() {}

  static KeyPair ofJdk(KeyKind kind) {
    return MADE.computeIfAbsent("jdk " + kind, key -> make(kind, null));
  }

  static KeyPair ofBundled(KeyKind kind) {
    return MADE.computeIfAbsent("bc " + kind, key -> make(kind, BundledProvider.get()));
  }

  /** Returns a pair that {@code maker} has made. */
  static KeyPair of(TestProvider maker, KeyKind kind) {
    return maker == TestProvider.JDK
        ? ofJdk(kind)
        : MADE.computeIfAbsent(
            maker + " " + kind, key -> make(kind, maker.provider("KeyPairGenerator", "EC")));
  }

  /** Returns another pair of the bundled provider than {@link #ofBundled}. */
  static KeyPair another(KeyKind kind) {
    return MADE.computeIfAbsent("another " + kind, key -> make(kind, BundledProvider.get()));
  }

  private static KeyPair make(KeyKind kind, Provider provider) {
    try {
      return switch (kind) {
        case P256 -> ec("secp256r1", provider);
        case P384 -> ec("secp384r1", provider);
        case P521 -> ec("secp521r1", provider);
        case ED25519 -> generator("Ed25519", provider).generateKeyPair();
        case ED448 -> generator("Ed448", provider).generateKeyPair();
        case RSA -> rsa("RSA", provider);
        case RSA_PSS -> rsa("RSASSA-PSS", provider);
        case RSA_PSS_SHA256 -> pss(MGF1ParameterSpec.SHA256, 32);
        case RSA_PSS_SHA384 -> pss(MGF1ParameterSpec.SHA384, 48);
        case RSA_PSS_SHA512 -> pss(MGF1ParameterSpec.SHA512, 64);
        case ML_DSA_44 -> generator("ML-DSA-44", provider).generateKeyPair();
        case ML_DSA_65 -> generator("ML-DSA-65", provider).generateKeyPair();
        case ML_DSA_87 -> generator("ML-DSA-87", provider).generateKeyPair();
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair ec(String curve, Provider provider) throws GeneralSecurityException {
    KeyPairGenerator generator = generator("EC", provider);
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static KeyPair rsa(String name, Provider provider) throws GeneralSecurityException {
    KeyPairGenerator generator = generator(name, provider);
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /** Only the JDK makes keys that name their hash. */
  private static KeyPair pss(MGF1ParameterSpec hash, int salt) throws GeneralSecurityException {
    PSSParameterSpec parameters =
        new PSSParameterSpec(hash.getDigestAlgorithm(), "MGF1", hash, salt, 1);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
    generator.initialize(new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4, parameters));
    return generator.generateKeyPair();
  }

  private static KeyPairGenerator generator(String name, Provider provider)
      throws GeneralSecurityException {
    return provider == null
        ? KeyPairGenerator.getInstance(name)
        : KeyPairGenerator.getInstance(name, provider);
  }
}
