package org.rats4j.core.jose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.json.JsonValue;

/** What every JWK may say of itself (RFC 7517, section 4). */
public final class JwkParameters {
  private final String keyType;
  private final @Nullable String use;
  private final List<String> operations;
  private final @Nullable String algorithm;
  private final @Nullable String keyId;
  private final Map<String, JsonValue> others;

  JwkParameters(
      String keyType,
      @Nullable String use,
      List<String> operations,
      @Nullable String algorithm,
      @Nullable String keyId,
      Map<String, JsonValue> others) {
    this.keyType = keyType;
    this.use = use;
    this.operations = List.copyOf(operations);
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** Returns {@code kty}, such as {@code EC}. */
  public String keyType() {
    return keyType;
  }

  /** Returns {@code use}, such as {@code sig}. */
  public Optional<String> use() {
    return Optional.ofNullable(use);
  }

  /** Returns {@code key_ops}, such as {@code verify}; empty if nothing is ruled out. */
  public List<String> operations() {
    return operations;
  }

  /** Returns {@code alg}, the only algorithm that the key may be used with. */
  public Optional<String> algorithm() {
    return Optional.ofNullable(algorithm);
  }

  /** Returns {@code kid}. */
  public Optional<String> keyId() {
    return Optional.ofNullable(keyId);
  }

  /**
   * Returns the members that are neither of the above nor those of the key type. Certificates
   * ({@code x5c}) are among them: they are kept and prove nothing.
   */
  public Map<String, JsonValue> others() {
    return others;
  }

  /** Returns whether {@code use} and {@code key_ops} are absent or let the key do this. */
  public boolean permits(String operation) {
    return (use == null || use.equals("sig"))
        && (operations.isEmpty() || operations.contains(operation));
  }

  @Override
  public String toString() {
    return "kty " + keyType + (keyId == null ? "" : ", kid " + keyId);
  }
}
