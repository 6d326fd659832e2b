package org.rats4j.pkix;

import org.rats4j.core.Bytes;

/** Remembers which nonces were used. */
@FunctionalInterface
public interface ReplayGuard {
  /**
   * Returns whether {@code nonce} was not used before, and remembers it. It is asked only for
   * evidence that is right in all else.
   */
  boolean firstUse(Bytes nonce);
}
