package org.rats4j.test.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

/**
 * A provider that answers without computing, so that a fuzzer gets behind a signature, or knows
 * that it must not, at the speed at which it makes inputs.
 */
public final class StubProvider extends Provider {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a provider.
   *
   * @param answer whether all signatures of the right size are right, or none
   */
  public StubProvider(boolean answer) {
    super("Stub", "1", "Answers without computing");
    for (String name :
        List.of(
            "SHA256withECDSAinP1363Format",
            "SHA384withECDSAinP1363Format",
            "SHA512withECDSAinP1363Format",
            "Ed25519",
            "Ed448",
            "RSASSA-PSS")) {
      putService(
          new Service(this, "Signature", name, StubSignature.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new StubSignature(answer);
            }
          });
    }
  }

  /** Returns a public key of each kind that the provider serves. */
  public static List<PublicKey> publicKeys() {
    return List.of(
        elliptic("secp256r1"),
        elliptic("secp384r1"),
        elliptic("secp521r1"),
        keyPair("Ed25519").getPublic(),
        keyPair("Ed448").getPublic(),
        keyPair("RSA").getPublic());
  }

  private static KeyPair keyPair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static PublicKey elliptic(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair().getPublic();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static final class StubSignature extends SignatureSpi {
    private final boolean answer;

    StubSignature(boolean answer) {
      this.answer = answer;
    }

    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte value) {}

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {}

    @Override
    protected byte[] engineSign() {
      throw new UnsupportedOperationException();
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return answer;
    }

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec parameters) {}

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
