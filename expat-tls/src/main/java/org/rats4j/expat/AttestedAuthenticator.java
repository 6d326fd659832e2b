package org.rats4j.expat;

import org.rats4j.cmw.Cmw;

/**
 * A valid authenticator whose attestation was accepted and is bound to this connection, this
 * request and the key of the authenticator. Only {@link ExportedAuthenticators#appraise} makes one,
 * and the connections that call it.
 */
public final class AttestedAuthenticator {
  private final Authenticator authenticator;
  private final AttestationModel model;
  private final Cmw attestation;
  private final Verdict verdict;

  AttestedAuthenticator(
      Authenticator authenticator, AttestationModel model, Cmw attestation, Verdict verdict) {
    this.authenticator = authenticator;
    this.model = model;
    this.attestation = attestation;
    this.verdict = verdict;
  }

  /** Returns the authenticator. */
  public Authenticator authenticator() {
    return authenticator;
  }

  /** Returns whether the attestation is evidence or a result. */
  public AttestationModel model() {
    return model;
  }

  /** Returns the attestation. */
  public Cmw attestation() {
    return attestation;
  }

  /** Returns what the appraiser said. */
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public String toString() {
    return "AttestedAuthenticator["
        + authenticator.leaf().getSubjectX500Principal()
        + ", "
        + model
        + "]";
  }
}
