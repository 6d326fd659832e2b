package org.rats4j.core.jose;

import java.security.PrivateKey;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.PrivateMaterial;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonWriter;

/**
 * A {@link Jwk} that makes signatures, with its public half. It holds a secret: {@link
 * #publicKey()} is the part to hand out.
 */
public final class PrivateJwk implements Jwk {
  private final JwkParameters parameters;
  private final PrivateMaterial material;
  private final JsonObject members;

  PrivateJwk(JwkParameters parameters, PrivateMaterial material, JsonObject members) {
    this.parameters = parameters;
    this.material = material;
    this.members = members;
  }

  @Override
  public JwkParameters parameters() {
    return parameters;
  }

  /**
   * Returns the public half, without any private member. Where {@code key_ops} has sign, that of
   * the half has verify.
   */
  public PublicJwk publicKey() {
    return JwkCodec.publicHalf(members, material);
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
  public PrivateJwk withKeyId(String keyId) {
    return JwkCodec.with(members, PrivateJwk.class, "kid", new JsonString(keyId));
  }

  /**
   * Returns this key with {@code alg}.
   *
   * @throws IllegalArgumentException if the key does not fit {@code algorithm}
   */
  public PrivateJwk withAlgorithm(String algorithm) {
    return JwkCodec.with(members, PrivateJwk.class, "alg", new JsonString(algorithm));
  }

  /**
   * Returns a signer with this key and its {@code alg}; without that, with the algorithm of {@link
   * org.rats4j.core.crypto.Algorithms#ofKey}.
   *
   * @throws IllegalArgumentException if {@code alg} is not one to sign with here
   * @throws IllegalStateException if {@code use} or {@code key_ops} does not let the key sign
   */
  public Signer toSigner() {
    PrivateKey key = material.toPrivateKey();
    return Signers.of(key, JwkUse.signing(parameters, key));
  }

  @Override
  public Optional<Bytes> thumbprint() {
    return Optional.of(JwkWriter.thumbprint(material.publicMaterial()));
  }

  @Override
  public VerificationKey toVerificationKey() throws VerificationException {
    return publicKey().toVerificationKey();
  }

  @Override
  public void write(JsonWriter out) {
    out.writeValue(members);
  }

  /** Returns a description without the secret. */
  @Override
  public String toString() {
    return "PrivateJwk[" + parameters + "]";
  }
}
