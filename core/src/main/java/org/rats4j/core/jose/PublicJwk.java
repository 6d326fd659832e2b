package org.rats4j.core.jose;

import java.security.PublicKey;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.internal.PublicMaterial;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonWriter;

/** A {@link Jwk} that verifies signatures. Two are equal if their members are. */
public final class PublicJwk implements Jwk {
  private final JwkParameters parameters;
  private final PublicMaterial material;
  private final JsonObject members;

  PublicJwk(JwkParameters parameters, PublicMaterial material, JsonObject members) {
    this.parameters = parameters;
    this.material = material;
    this.members = members;
  }

  @Override
  public JwkParameters parameters() {
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
  public PublicJwk withKeyId(String keyId) {
    return JwkCodec.with(members, PublicJwk.class, "kid", new JsonString(keyId));
  }

  /**
   * Returns this key with {@code alg}.
   *
   * @throws IllegalArgumentException if the key does not fit {@code algorithm}
   */
  public PublicJwk withAlgorithm(String algorithm) {
    return JwkCodec.with(members, PublicJwk.class, "alg", new JsonString(algorithm));
  }

  @Override
  public Optional<Bytes> thumbprint() {
    return Optional.of(JwkWriter.thumbprint(material));
  }

  @Override
  public VerificationKey toVerificationKey() throws VerificationException {
    return JwkUse.verification(parameters, () -> VerificationKey.of(material.toPublicKey()));
  }

  @Override
  public void write(JsonWriter out) {
    out.writeValue(members);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PublicJwk other && members.equals(other.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return "PublicJwk[" + parameters + "]";
  }
}
