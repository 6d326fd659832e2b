package org.rats4j.eat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The semi-permanent identifiers of a device, each under a label ({@code sueids}; RFC 9711, section
 * 4.2.2). Labels stand also where there is only one.
 *
 * <pre>{@code sueids = { + tstr => ueid }}</pre>
 *
 * @param byLabel the identifiers in order, at least one
 */
public record Sueids(Map<String, Ueid> byLabel) {
  /**
   * Creates the claim.
   *
   * @throws IllegalArgumentException if there is no identifier
   */
  public Sueids {
    byLabel = Collections.unmodifiableMap(new LinkedHashMap<>(byLabel));
    if (byLabel.isEmpty()) {
      throw new IllegalArgumentException("no identifier");
    }
  }

  /** Returns one identifier. */
  public static Sueids of(String label, Ueid ueid) {
    return new Sueids(Map.of(label, ueid));
  }

  /** Returns the identifier under {@code label}. */
  public Optional<Ueid> get(String label) {
    return Optional.ofNullable(byLabel.get(label));
  }
}
