package org.rats4j.verifier.evidence;

import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.comid.Environment;
import org.rats4j.eat.EatClaims;

/**
 * Says in the words of CoRIM what the claims of one profile of tokens mean. Write your own for a
 * profile of your own, and give it to {@link EatHandler#with}.
 */
public interface ClaimsMapping {
  /** Returns whether these are claims of the profile. Nobody may have verified them yet. */
  boolean fits(EatClaims claims);

  /**
   * Returns the environment that the claims are about, by which keys are found, too; empty if they
   * do not identify it.
   *
   * @throws DecodingException if a claim has no value of its type
   */
  Optional<Environment> environment(EatClaims claims) throws DecodingException;

  /**
   * Adds the measurements, the profile and the claims that policies may ask for.
   *
   * @param claims verified claims
   * @param into has label, authority and environment already
   * @throws DecodingException if a claim has no value of its type
   */
  void describe(EatClaims claims, EvidenceComponent.Builder into) throws DecodingException;

  /** Returns the label of a component that the attester gives no name. */
  String label();
}
