package org.rats4j.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.RatsException;

/**
 * Appraises the attestation of a peer: the relying party, or the way to its verifier.
 *
 * <p>Whatever is not an explicit yes is a no. A binder that stands beside the evidence, outside of
 * what its signature covers, is worthless and must not be handed over.
 */
@FunctionalInterface
public interface AttestationAppraiser {
  /**
   * Returns the verdict. Called after the authenticator was validated in full, without a lock of
   * ours; may take as long as the deadline of the exchange.
   *
   * @param attestation what the peer sent
   * @param expected the values that the attestation must be bound to
   * @throws IOException if a verifier cannot be reached; the attestation is refused then
   * @throws GeneralSecurityException if a key cannot be used; the attestation is refused then
   * @throws RatsException if the attestation is not right; it is refused then
   */
  Verdict appraise(Cmw attestation, BinderRequest expected)
      throws IOException, GeneralSecurityException, RatsException;
}
