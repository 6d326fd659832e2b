package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Objects;

/**
 * Why a tuple is accepted.
 *
 * @param origin the triple that added it
 * @param from the tuples that met the conditions of the triple, in the order of their encodings
 */
public record Derivation(Origin origin, List<Ect> from) {
  /** Creates a derivation. */
  public Derivation {
    Objects.requireNonNull(origin, "origin");
    from = List.copyOf(from);
  }
}
