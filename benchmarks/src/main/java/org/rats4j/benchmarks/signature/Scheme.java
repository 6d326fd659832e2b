package org.rats4j.benchmarks.signature;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Random;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

/**
 * A signature algorithm as BouncyCastle has it; both sides of a comparison use the one provider.
 */
public enum Scheme {
  /** ECDSA on P-256. */
  ES256(Algorithms.ES256, "SHA256withPLAIN-ECDSA") {
    @Override
    KeyPairGenerator generator() throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec("P-256"));
      return generator;
    }
  },

  /** Ed25519. */
  ED25519(Algorithms.ED25519, "Ed25519") {
    @Override
    KeyPairGenerator generator() throws GeneralSecurityException {
      return KeyPairGenerator.getInstance("Ed25519", PROVIDER);
    }
  };

  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final int PAYLOAD_BYTES = 1024;

  private final long algorithm;
  private final String jcaName;

  Scheme(long algorithm, String jcaName) {
    this.algorithm = algorithm;
    this.jcaName = jcaName;
  }

  abstract KeyPairGenerator generator() throws GeneralSecurityException;

  /** Returns new keys. */
  public KeyPair newKeyPair() throws GeneralSecurityException {
    return generator().generateKeyPair();
  }

  /** Returns what signs with the private key. */
  public Signer signer(KeyPair keys) {
    return Signers.of(keys.getPrivate(), algorithm, PROVIDER);
  }

  /** Returns what verifies with the public key. */
  public VerificationKey verificationKey(KeyPair keys) {
    return VerificationKey.of(keys.getPublic(), PROVIDER);
  }

  /** Checks a signature as somebody would who has nothing but JCA. */
  public boolean verify(PublicKey key, byte[] toBeSigned, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(jcaName, PROVIDER);
    verifier.initVerify(key);
    verifier.update(toBeSigned);
    return verifier.verify(signature);
  }

  /** Makes a signature as somebody would who has nothing but JCA. */
  public byte[] sign(PrivateKey key, byte[] toBeSigned) throws GeneralSecurityException {
    Signature signer = Signature.getInstance(jcaName, PROVIDER);
    signer.initSign(key);
    signer.update(toBeSigned);
    return signer.sign();
  }

  static Bytes payload() {
    byte[] payload = new byte[PAYLOAD_BYTES];
    new Random(3).nextBytes(payload);
    return Bytes.copyOf(payload);
  }
}
