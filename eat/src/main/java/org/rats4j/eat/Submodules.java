package org.rats4j.eat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The submodules of a token by their names, at least one (RFC 9711, section 4.2.18).
 *
 * <pre>{@code
 * submods = { + text => Submodule }
 * }</pre>
 *
 * @param byName the submodules in the order in which they were received or added
 */
public record Submodules(Map<String, Submodule> byName) {
  /** What a decoder has read and will not touch again, so that it need not be copied. */
  static final class Received extends LinkedHashMap<String, Submodule> {
    private static final long serialVersionUID = 1;
  }

  /**
   * Creates submodules.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Submodules {
    byName =
        Collections.unmodifiableMap(
            byName instanceof Received ? byName : new LinkedHashMap<>(byName));
    if (byName.isEmpty()) {
      throw new IllegalArgumentException("submods has no entry");
    }
  }

  /** Returns one submodule alone; {@link #and} adds more. */
  public static Submodules of(String name, Submodule submodule) {
    return new Submodules(
        Map.of(
            Objects.requireNonNull(name, "name"), Objects.requireNonNull(submodule, "submodule")));
  }

  /** Returns one submodule alone that is a claims-set; {@link #and} adds more. */
  public static Submodules of(String name, EatClaims claims) {
    return of(name, new Submodule.ClaimsSet(claims));
  }

  /**
   * Returns these submodules and one more.
   *
   * @throws IllegalArgumentException if there is one of that name
   */
  public Submodules and(String name, Submodule submodule) {
    Map<String, Submodule> all = new LinkedHashMap<>(byName);
    if (all.put(
            Objects.requireNonNull(name, "name"), Objects.requireNonNull(submodule, "submodule"))
        != null) {
      throw new IllegalArgumentException("two submodules of one name");
    }
    return new Submodules(all);
  }

  /** Returns the submodule {@code name}. */
  public Optional<Submodule> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
