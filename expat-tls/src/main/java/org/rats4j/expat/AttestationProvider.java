package org.rats4j.expat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.RatsException;

/** Gives evidence, or an attestation result, for one binder: the attester. */
@FunctionalInterface
public interface AttestationProvider {
  /**
   * Returns the attestation for one request. Called after the request was accepted, without a lock
   * of ours; may take as long as the deadline of the exchange.
   *
   * @param request has the binder, which goes into the evidence as its nonce, and the AIK hash,
   *     which the evidence must hold on its own
   * @throws IOException if the attester or a verifier cannot be reached
   * @throws GeneralSecurityException if a key refuses
   * @throws RatsException if a message of an attester or verifier is not right
   */
  Cmw attest(BinderRequest request) throws IOException, GeneralSecurityException, RatsException;
}
