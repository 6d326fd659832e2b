package org.rats4j.eat;

import java.util.Optional;
import org.rats4j.core.VerificationException;

/**
 * Asks of the tokens of a tree whether they were seen before: those that expect to be seen once.
 */
final class ReplaySearch {
  private ReplaySearch() {}

  /**
   * Looks for the tokens of a tree, the innermost first.
   *
   * @throws VerificationException if one was seen before
   */
  static void check(EatNode token, EatExpectations expected) throws VerificationException {
    checkInside(token, expected.nested());
    Optional<ReplayCheck> replay = expected.replay();
    if (replay.isPresent()) {
      try {
        replay.get().check(TokenIdentity.of(token));
      } catch (VerificationException e) {
        throw ClaimPaths.inside(token.path(), e);
      }
    }
  }

  private static void checkInside(EatNode node, NestedPolicy nested) throws VerificationException {
    for (EatNode part : node.submodules().values()) {
      Optional<EatExpectations> own = nested.expectationsAt(part.path());
      if (own.isPresent() && isToken(part)) {
        check(part, own.get());
      } else {
        checkInside(part, nested);
      }
    }
  }

  private static boolean isToken(EatNode part) {
    return part.claims().isPresent()
        && (part.submodule().orElse(null) instanceof NestedToken || !part.signatures().isEmpty());
  }
}
