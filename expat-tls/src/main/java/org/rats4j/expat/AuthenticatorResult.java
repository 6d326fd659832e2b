package org.rats4j.expat;

import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;

/** What a valid answer to a request is: an authenticator, or a refusal to give one. */
public sealed interface AuthenticatorResult permits Authenticator, AuthenticatorResult.Refusal {

  /** Returns the context of the request; of an authenticator without request its own. */
  Bytes context();

  /**
   * Returns the authenticator.
   *
   * @throws VerificationException with the code {@link ExpatCodes#REFUSED} if the peer refused
   */
  Authenticator authenticator() throws VerificationException;

  /**
   * An empty authenticator: the peer has no fitting identity, or no wish to answer. That it was the
   * peer of this connection who said so is certain; nothing else is.
   */
  final class Refusal implements AuthenticatorResult {
    private final Bytes context;

    Refusal(Bytes context) {
      this.context = context;
    }

    @Override
    public Bytes context() {
      return context;
    }

    @Override
    public Authenticator authenticator() throws VerificationException {
      throw Fault.REFUSED.verification("peer refused to authenticate");
    }

    @Override
    public String toString() {
      return "Refusal";
    }
  }
}
