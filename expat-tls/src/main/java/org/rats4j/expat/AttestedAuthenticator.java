package org.rats4j.expat;

import java.util.Objects;
import org.rats4j.cmw.Cmw;

/**
 * A valid authenticator whose attestation was accepted and is bound to this connection, this
 * request and the key of the authenticator.
 *
 * @param authenticator the authenticator
 * @param model whether the attestation is evidence or a result
 * @param attestation the attestation
 * @param verdict what the appraiser said
 */
public record AttestedAuthenticator(
    Authenticator authenticator, AttestationModel model, Cmw attestation, Verdict verdict) {
  /** Creates the outcome; only {@link ExportedAuthenticators#appraise} vouches for one. */
  public AttestedAuthenticator {
    Objects.requireNonNull(authenticator, "authenticator");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(attestation, "attestation");
    Objects.requireNonNull(verdict, "verdict");
  }
}
