package org.rats4j.core.cose;

import java.security.PublicKey;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborInteger;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.PublicMaterial;

/** A {@link CoseKey} that verifies signatures. Two are equal if their encodings are. */
public final class CosePublicKey implements CoseKey {
  private final CoseKeyParameters parameters;
  private final PublicMaterial material;
  private final Bytes encoded;

  CosePublicKey(CoseKeyParameters parameters, PublicMaterial material, Bytes encoded) {
    this.parameters = parameters;
    this.material = material;
    this.encoded = encoded;
  }

  @Override
  public CoseKeyParameters parameters() {
    return parameters;
  }

  /**
   * Returns the key for the Java cryptography architecture.
   *
   * @throws IllegalArgumentException if it is an RSA key whose modulus is found to be none
   */
  public PublicKey toPublicKey() {
    return material.toPublicKey();
  }

  /** Returns this key with {@code kid}. */
  public CosePublicKey withKeyId(Bytes keyId) {
    return CoseKeyCodec.with(this, CosePublicKey.class, CoseKeyCodec.KID, new CborBytes(keyId));
  }

  /**
   * Returns this key with {@code alg}.
   *
   * @param algorithm a number of the IANA COSE Algorithms registry
   * @throws IllegalArgumentException if the key does not fit {@code algorithm}
   */
  public CosePublicKey withAlgorithm(long algorithm) {
    return CoseKeyCodec.with(
        this, CosePublicKey.class, CoseKeyCodec.ALG, CborInteger.of(algorithm));
  }

  @Override
  public Optional<Bytes> thumbprint() {
    return Optional.of(CoseThumbprint.of(material));
  }

  @Override
  public VerificationKey toVerificationKey() throws VerificationException {
    return CoseKeyUse.verification(
        parameters, CoseKeyOperation.VERIFY, () -> VerificationKey.of(material.toPublicKey()));
  }

  @Override
  public Bytes encode() {
    return encoded;
  }

  PublicMaterial material() {
    return material;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CosePublicKey other && encoded.equals(other.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return "CosePublicKey[" + parameters + "]";
  }
}
