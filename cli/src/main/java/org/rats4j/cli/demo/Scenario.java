package org.rats4j.cli.demo;

import java.util.Locale;
import java.util.Objects;
import org.rats4j.expat.AttestationModel;

/**
 * Which run it is to be.
 *
 * @param model who asks the verifier
 * @param attester who attests
 * @param attack what goes wrong
 */
public record Scenario(AttestationModel model, Side attester, Attack attack) {
  /** Who of the two ends of the connection attests. */
  public enum Side {
    /** The server attests, the client is the relying party. */
    SERVER,
    /** The client attests, the server is the relying party. */
    CLIENT,
    /** Both attest, and each is a relying party of the other. */
    BOTH;

    /** Returns the name as people write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What somebody does to deceive the relying party. */
  public enum Attack {
    /** Nothing. */
    NONE,
    /** A file of the attester is changed before it starts. */
    TAMPER,
    /** Somebody in the middle shows evidence that the attester made on another connection. */
    RELAY
  }

  /** Creates a scenario. */
  public Scenario {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(attester, "attester");
    Objects.requireNonNull(attack, "attack");
  }
}
