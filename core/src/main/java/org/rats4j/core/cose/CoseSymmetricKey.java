package org.rats4j.core.cose;

import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;

/** A {@link CoseKey} that makes and verifies MACs. It is a secret. */
public final class CoseSymmetricKey implements CoseKey {
  private final CoseKeyParameters parameters;
  private final Bytes k;
  private final Bytes encoded;

  CoseSymmetricKey(CoseKeyParameters parameters, Bytes k, Bytes encoded) {
    this.parameters = parameters;
    this.k = k;
    this.encoded = encoded;
  }

  /**
   * Returns a key with the octets {@code k}.
   *
   * @throws IllegalArgumentException if {@code k} is empty
   */
  public static CoseSymmetricKey of(Bytes k) {
    return CoseKeyCodec.ofSymmetric(k);
  }

  @Override
  public CoseKeyParameters parameters() {
    return parameters;
  }

  /** Returns the key for the Java cryptography architecture. */
  public SecretKey toSecretKey() {
    return new SecretKeySpec(k.toByteArray(), "HMAC");
  }

  /** Returns this key with {@code kid}. */
  public CoseSymmetricKey withKeyId(Bytes keyId) {
    return CoseKeyCodec.with(this, CoseSymmetricKey.class, CoseKeyCodec.KID, new CborBytes(keyId));
  }

  /**
   * Returns this key with {@code alg}.
   *
   * @param algorithm a number of the IANA COSE Algorithms registry
   * @throws IllegalArgumentException if the key does not fit {@code algorithm}
   */
  public CoseSymmetricKey withAlgorithm(long algorithm) {
    return CoseKeyCodec.with(
        this, CoseSymmetricKey.class, CoseKeyCodec.ALG, CborInteger.of(algorithm));
  }

  /**
   * Returns a creator of MACs with this key and its {@code alg}.
   *
   * @throws IllegalArgumentException if {@code alg} is no MAC of this library
   * @throws IllegalStateException if the key has no {@code alg}, or {@code key_ops} does not let it
   *     create MACs
   */
  public Signer toSigner() {
    return Signers.ofMac(
        toSecretKey(), CoseKeyUse.signing(parameters, CoseKeyOperation.MAC_CREATE, toSecretKey()));
  }

  @Override
  public Optional<Bytes> thumbprint() {
    return Optional.of(CoseThumbprint.ofSymmetric(k));
  }

  @Override
  public VerificationKey toVerificationKey() throws VerificationException {
    return CoseKeyUse.verification(
        parameters, CoseKeyOperation.MAC_VERIFY, () -> VerificationKey.ofMac(toSecretKey()));
  }

  @Override
  public Bytes encode() {
    return encoded;
  }

  /** Returns a description without the secret. */
  @Override
  public String toString() {
    return "CoseSymmetricKey[" + parameters + "]";
  }
}
