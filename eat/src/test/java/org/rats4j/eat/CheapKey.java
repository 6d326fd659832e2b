package org.rats4j.eat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A key whose signature is a checksum, so that a fuzzer spends its time on what is signed. All else
 * is as with a key that is worth something.
 */
final class CheapKey {
  /** Signs as EdDSA. */
  static final Signer SIGNER;

  /** Verifies what {@link #SIGNER} signed, and nothing else. */
  static final VerificationKey VERIFICATION_KEY;

  static {
    try {
      Provider provider = new ChecksumProvider();
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      SIGNER = Signers.of(pair.getPrivate(), Algorithms.EDDSA, provider);
      VERIFICATION_KEY = VerificationKey.of(pair.getPublic(), provider);
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private CheapKey() {}

  private static final class ChecksumProvider extends Provider {
    private static final long serialVersionUID = 1L;

    ChecksumProvider() {
      super("Checksum", "1", "signatures that are worth nothing");
      putService(
          new Service(this, "Signature", "Ed25519", Checksum.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new Checksum();
            }
          });
    }
  }

  private static final class Checksum extends SignatureSpi {
    private final CRC32 checksum = new CRC32();

    @Override
    protected void engineInitVerify(PublicKey key) {
      checksum.reset();
    }

    @Override
    protected void engineInitSign(PrivateKey key) {
      checksum.reset();
    }

    @Override
    protected void engineUpdate(byte b) {
      checksum.update(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
      checksum.update(bytes, offset, length);
    }

    @Override
    protected byte[] engineSign() {
      return ByteBuffer.allocate(64).putLong(checksum.getValue()).array();
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
