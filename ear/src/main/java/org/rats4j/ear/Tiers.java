package org.rats4j.ear;

import java.util.Collection;

/** The algebra of tiers: the worst one wins, and none is always allowed as a status. */
final class Tiers {
  private Tiers() {}

  static boolean isConsistent(TrustTier status, TrustTier summedUp) {
    return status == TrustTier.NONE || status.severity() >= summedUp.severity();
  }

  static TrustTier worst(Collection<? extends Submod> submods) {
    TrustTier worst = TrustTier.NONE;
    for (Submod submod : submods) {
      worst = worst.worse(submod.status());
    }
    return worst;
  }
}
