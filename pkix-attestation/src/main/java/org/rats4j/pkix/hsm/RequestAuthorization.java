package org.rats4j.pkix.hsm;

import org.rats4j.pkix.AttestationRequest;

/** Says who may have what attested. */
@FunctionalInterface
public interface RequestAuthorization {
  /** Everybody everything; for a module with one user. */
  RequestAuthorization ANYBODY = request -> true;

  /** Returns whether the presenter of {@code request} may see all that it asks for. */
  boolean mayAnswer(AttestationRequest request);
}
