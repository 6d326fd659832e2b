package org.rats4j.ear;

import java.util.List;
import java.util.Objects;
import org.rats4j.core.Finding;

/**
 * Claims in another dialect or encoding, and what changed on the way. Signatures do not survive a
 * conversion.
 *
 * @param claims the claims
 * @param changes what is not as it was: a finding of severity INFO where the meaning is kept, of
 *     severity WARNING where something is lost; paths as the source has them
 */
public record ConvertedEar(EarClaims claims, List<Finding> changes) {
  /** Creates the result of a conversion. */
  public ConvertedEar {
    Objects.requireNonNull(claims, "claims");
    changes = List.copyOf(changes);
  }

  /** Returns the changes by which something is lost. */
  public List<Finding> losses() {
    return changes.stream().filter(change -> change.severity() != Finding.Severity.INFO).toList();
  }
}
