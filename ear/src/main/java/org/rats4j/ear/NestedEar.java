package org.rats4j.ear;

import java.util.Objects;

/**
 * The result of another verifier, as part of the EAR that it stands in. The signature of that one
 * covers it; the other verifier has not signed it.
 *
 * @param claims the nested result
 */
public record NestedEar(EarClaims claims) implements Submod {
  /** Creates a nested result. */
  public NestedEar {
    Objects.requireNonNull(claims, "claims");
  }

  @Override
  public TrustTier status() {
    return claims.effectiveStatus();
  }
}
