package org.rats4j.core.cose;

import java.security.PrivateKey;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.PrivateMaterial;

/**
 * A {@link CoseKey} that makes signatures, with its public half. It holds a secret: {@link
 * #publicKey()} is the part to hand out.
 */
public final class CosePrivateKey implements CoseKey {
  private final CoseKeyParameters parameters;
  private final PrivateMaterial material;
  private final Bytes encoded;

  CosePrivateKey(CoseKeyParameters parameters, PrivateMaterial material, Bytes encoded) {
    this.parameters = parameters;
    this.material = material;
    this.encoded = encoded;
  }

  @Override
  public CoseKeyParameters parameters() {
    return parameters;
  }

  /**
   * Returns the public half, without any private member, in deterministic CBOR. Where {@code
   * key_ops} has sign, that of the half has verify.
   */
  public CosePublicKey publicKey() {
    return CoseKeyCodec.publicHalf(this, material);
  }

  /**
   * Returns the private key for the Java cryptography architecture.
   *
   * @throws IllegalArgumentException if it is an RSA key whose modulus is found to be none
   */
  public PrivateKey toPrivateKey() {
    return material.toPrivateKey();
  }

  /** Returns this key with {@code kid}. */
  public CosePrivateKey withKeyId(Bytes keyId) {
    return CoseKeyCodec.with(this, CosePrivateKey.class, CoseKeyCodec.KID, new CborBytes(keyId));
  }

  /**
   * Returns this key with {@code alg}.
   *
   * @param algorithm a number of the IANA COSE Algorithms registry
   * @throws IllegalArgumentException if the key does not fit {@code algorithm}
   */
  public CosePrivateKey withAlgorithm(long algorithm) {
    return CoseKeyCodec.with(
        this, CosePrivateKey.class, CoseKeyCodec.ALG, CborInteger.of(algorithm));
  }

  /**
   * Returns a signer with this key and its {@code alg}; without that, with the algorithm of {@link
   * org.rats4j.core.crypto.Algorithms#ofKey}.
   *
   * @throws IllegalArgumentException if {@code alg} is not one to sign with here
   * @throws IllegalStateException if {@code key_ops} does not let the key sign
   */
  public Signer toSigner() {
    PrivateKey key = material.toPrivateKey();
    return Signers.of(key, CoseKeyUse.signing(parameters, CoseKeyOperation.SIGN, key));
  }

  @Override
  public Optional<Bytes> thumbprint() {
    return Optional.of(CoseThumbprint.of(material.publicMaterial()));
  }

  @Override
  public VerificationKey toVerificationKey() throws VerificationException {
    return publicKey().toVerificationKey();
  }

  @Override
  public Bytes encode() {
    return encoded;
  }

  /** Returns a description without the secret. */
  @Override
  public String toString() {
    return "CosePrivateKey[" + parameters + "]";
  }
}
