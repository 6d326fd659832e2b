package org.rats4j.core.jose;

import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.crypto.Signers;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonWriter;

/** A {@link Jwk} that makes and verifies MACs. It is a secret. */
public final class SymmetricJwk implements Jwk {
  private final JwkParameters parameters;
  private final Bytes k;
  private final JsonObject members;

  SymmetricJwk(JwkParameters parameters, Bytes k, JsonObject members) {
    this.parameters = parameters;
    this.k = k;
    this.members = members;
  }

  /**
   * Returns a key with the octets {@code k}.
   *
   * @throws IllegalArgumentException if {@code k} is empty
   */
  public static SymmetricJwk of(Bytes k) {
    return JwkCodec.ofSymmetric(k);
  }

  @Override
  public JwkParameters parameters() {
    return parameters;
  }

  /** Returns the key for the Java cryptography architecture. */
  public SecretKey toSecretKey() {
    return new SecretKeySpec(k.toByteArray(), "HMAC");
  }

  /** Returns this key with {@code kid}. */
  public SymmetricJwk withKeyId(String keyId) {
    return JwkCodec.with(members, SymmetricJwk.class, "kid", new JsonString(keyId));
  }

  /**
   * Returns this key with {@code alg}.
   *
   * @throws IllegalArgumentException if the key does not fit {@code algorithm}
   */
  public SymmetricJwk withAlgorithm(String algorithm) {
    return JwkCodec.with(members, SymmetricJwk.class, "alg", new JsonString(algorithm));
  }

  /**
   * Returns a creator of MACs with this key and its {@code alg}.
   *
   * @throws IllegalArgumentException if {@code alg} is no MAC of this library
   * @throws IllegalStateException if the key has no {@code alg}, or {@code use} or {@code key_ops}
   *     does not let it create MACs
   */
  public Signer toSigner() {
    return Signers.ofMac(toSecretKey(), JwkUse.signing(parameters, toSecretKey()));
  }

  @Override
  public Optional<Bytes> thumbprint() {
    return Optional.of(JwkWriter.thumbprintOfSymmetric(k));
  }

  @Override
  public VerificationKey toVerificationKey() throws VerificationException {
    return JwkUse.verification(parameters, () -> VerificationKey.ofMac(toSecretKey()));
  }

  @Override
  public void write(JsonWriter out) {
    out.writeValue(members);
  }

  /** Returns a description without the secret. */
  @Override
  public String toString() {
    return "SymmetricJwk[" + parameters + "]";
  }
}
