package org.rats4j.corim.comid;

import java.util.List;
import java.util.Objects;

/**
 * States what belongs to a domain, or on what its trust depends.
 *
 * <pre>{@code
 * domain-dependency-triple-record = [domain: environment-map, trustees: [ + environment-map ]]
 * domain-membership-triple-record = [domain: environment-map, members: [ + environment-map ]]
 * }</pre>
 *
 * @param domain the domain
 * @param environments its members or trustees, at least one
 */
public record DomainTriple(Environment domain, List<Environment> environments) {
  /**
   * Creates a record.
   *
   * @throws IllegalArgumentException if {@code environments} is empty
   */
  public DomainTriple {
    Objects.requireNonNull(domain, "domain");
    environments = List.copyOf(environments);
    if (environments.isEmpty()) {
      throw new IllegalArgumentException("list of environments is empty");
    }
  }
}
