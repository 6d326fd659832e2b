package org.rats4j.cli.demo;

import org.rats4j.expat.AttestationModel;

/**
 * Who plays in a scenario, by name.
 *
 * @param here the end of the connection in this process: a relying party
 * @param there the attester in its own process; where both attest, a relying party, too
 */
record Cast(Scenario scenario, String here, String there) {
  static final String VERIFIER = "verifier";
  static final String ENDORSER = "endorser";
  static final String ATTACKER = "attacker";

  static Cast of(Scenario scenario) {
    return scenario.attester() == Scenario.Side.BOTH
        ? new Cast(scenario, "client", "server")
        : new Cast(scenario, "relying party", "attester");
  }

  boolean isMutual() {
    return scenario.attester() == Scenario.Side.BOTH;
  }

  boolean isPassport() {
    return scenario.model() == AttestationModel.PASSPORT;
  }

  /** Returns whom {@code here} talks to, whether it knows that or not. */
  String peerOfHere() {
    return scenario.attack() == Scenario.Attack.RELAY ? ATTACKER : there;
  }

  /** Returns whose evidence it is that {@code sender} sends to the verifier. */
  String attesterOf(String sender) {
    if (isPassport()) {
      return sender;
    }
    return sender.equals(here) ? there : here;
  }

  /** Returns the name of a file with a message about {@code attester}. */
  String file(String attester, String name) {
    return isMutual() ? attester + "-" + name : name;
  }
}
