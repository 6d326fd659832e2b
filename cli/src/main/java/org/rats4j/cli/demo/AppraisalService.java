package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;

/** A verifier, as those see it who send it evidence. */
@FunctionalInterface
interface AppraisalService {
  /**
   * Returns what the verifier thinks: an EAR as JWT.
   *
   * @param evidence a conceptual message wrapper
   * @param nonce what the evidence must have, and the result will
   * @throws IOException if the verifier cannot be reached
   * @throws GeneralSecurityException if it cannot sign
   * @throws RatsException if the evidence is not what it should be, so that nothing can be said
   */
  Bytes appraise(Bytes evidence, Bytes nonce)
      throws IOException, GeneralSecurityException, RatsException;
}
