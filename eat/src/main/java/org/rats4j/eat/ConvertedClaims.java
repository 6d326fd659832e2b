package org.rats4j.eat;

import java.util.List;
import java.util.Objects;
import org.rats4j.core.Finding;

/**
 * Claims for the other encoding, and what had to stay behind.
 *
 * @param claims the claims that have a form in both encodings
 * @param losses one finding for each claim that has none
 */
public record ConvertedClaims(EatClaims claims, List<Finding> losses) {
  /** Creates the result of a conversion. */
  public ConvertedClaims {
    Objects.requireNonNull(claims, "claims");
    losses = List.copyOf(losses);
  }
}
