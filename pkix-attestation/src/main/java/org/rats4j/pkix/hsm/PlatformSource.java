package org.rats4j.pkix.hsm;

import java.security.GeneralSecurityException;

/** Observes the module. */
@FunctionalInterface
public interface PlatformSource {
  /** Observes nothing. */
  PlatformSource NONE = () -> ClaimValues.NONE;

  /**
   * Returns what is known of the module, by claims of the platform element.
   *
   * @throws GeneralSecurityException if the module does not answer
   */
  ClaimValues read() throws GeneralSecurityException;
}
