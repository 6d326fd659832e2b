package org.rats4j.corim.comid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * States the keys of an environment: those that identify it, or those that it attests with.
 *
 * <pre>{@code
 * identity-triple-record = [environment-map, [ + $crypto-key-type-choice ], ? key-conditions]
 * attest-key-triple-record = [environment-map, [ + $crypto-key-type-choice ], ? key-conditions]
 * }</pre>
 */
public final class KeyTriple {
  private final Environment environment;
  private final List<CryptoKey> keys;
  private final @Nullable KeyConditions conditions;

  private KeyTriple(
      Environment environment, List<CryptoKey> keys, @Nullable KeyConditions conditions) {
    this.environment = Objects.requireNonNull(environment, "environment");
    this.keys = List.copyOf(keys);
    this.conditions = conditions;
    if (this.keys.isEmpty()) {
      throw new IllegalArgumentException("list of keys is empty");
    }
  }

  /**
   * Returns a record without conditions.
   *
   * @throws IllegalArgumentException if there is no key
   */
  public static KeyTriple of(Environment environment, List<? extends CryptoKey> keys) {
    return new KeyTriple(environment, List.copyOf(keys), null);
  }

  /** Returns this record under {@code conditions}. */
  public KeyTriple withConditions(KeyConditions conditions) {
    return new KeyTriple(environment, keys, Objects.requireNonNull(conditions, "conditions"));
  }

  /** Returns what has the keys. */
  public Environment environment() {
    return environment;
  }

  /** Returns the keys, at least one. */
  public List<CryptoKey> keys() {
    return keys;
  }

  /** Returns under which conditions the record holds. */
  public Optional<KeyConditions> conditions() {
    return Optional.ofNullable(conditions);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof KeyTriple other
        && environment.equals(other.environment)
        && keys.equals(other.keys)
        && Objects.equals(conditions, other.conditions);
  }

  @Override
  public int hashCode() {
    return 31 * environment.hashCode() + keys.hashCode();
  }

  @Override
  public String toString() {
    return environment + " " + keys;
  }
}
