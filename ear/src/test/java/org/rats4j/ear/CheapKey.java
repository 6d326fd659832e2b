package org.rats4j.ear;

import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.util.Arrays;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A key whose signature is a sum over the bytes, so that a fuzzer spends its time on what is signed
 * and not on arithmetic. All else is as with a key that is worth something.
 */
final class CheapKey {
  static final Signer SIGNER;
  static final VerificationKey VERIFICATION_KEY;

  static {
    try {
      Provider provider = new SumProvider();
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      SIGNER = Signers.of(pair.getPrivate(), Algorithms.EDDSA, provider);
      VERIFICATION_KEY = VerificationKey.of(pair.getPublic(), provider);
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private CheapKey() {}

  private static final class SumProvider extends Provider {
    private static final long serialVersionUID = 1L;

    SumProvider() {
      super("Sum", "1", "signatures that are worth nothing");
      put("Signature.Ed25519", Sum.class.getName());
    }

    @Override
    public Service getService(String type, String algorithm) {
      return new Service(this, type, algorithm, Sum.class.getName(), null, null) {
        @Override
        public Object newInstance(Object parameter) {
          return new Sum();
        }
      };
    }
  }

  private static final class Sum extends SignatureSpi {
    private int sum;

    @Override
    protected void engineInitVerify(PublicKey key) {
      sum = 1;
    }

    @Override
    protected void engineInitSign(PrivateKey key) {
      sum = 1;
    }

    @Override
    protected void engineUpdate(byte b) {
      sum = 31 * sum + b;
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
      for (int i = 0; i < length; i++) {
        engineUpdate(bytes[offset + i]);
      }
    }

    @Override
    protected byte[] engineSign() {
      byte[] signature = new byte[64];
      for (int i = 0; i < Integer.BYTES; i++) {
        signature[i] = (byte) (sum >>> (Byte.SIZE * i));
      }
      return signature;
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return Arrays.equals(engineSign(), signature);
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new InvalidParameterException(name);
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new InvalidParameterException(name);
    }
  }
}
