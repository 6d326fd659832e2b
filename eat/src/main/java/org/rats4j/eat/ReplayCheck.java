package org.rats4j.eat;

import org.rats4j.core.VerificationException;

/**
 * Looks for tokens that were seen before. It is asked last, with what was verified.
 *
 * <p>A nonce that the verifier chose and takes once is freshness, and needs no such check. The
 * token's own name ({@code cti}, {@code jti}) is none: its issuer chooses it, profiles may make it
 * from other claims, so that one token after the other has the same, and it says nothing about when
 * the token was made. It tells copies of one token apart from other tokens, and that only among
 * those that the checker remembers. Expect a nonce or a maximum age beside it.
 */
@FunctionalInterface
public interface ReplayCheck {
  /**
   * Remembers a token.
   *
   * @throws VerificationException with POLICY_REJECTED if it was seen before, or nothing in it
   *     would tell; with LIMIT_EXCEEDED if no more can be remembered
   */
  void check(TokenIdentity token) throws VerificationException;
}
