package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;

/**
 * Verifies a token with all that is nested in it. Faults leave it with paths from the outermost
 * token on.
 */
final class EatTree {
  private final EatDecoder decoder;
  private final Budget budget;
  private final DetachedMatching detached;

  /** How many more nodes there may be in the whole tree. */
  private static final class Budget {
    private int left;

    Budget(int left) {
      this.left = left;
    }
  }

  private EatTree(EatDecoder decoder, Budget budget, DetachedMatching detached) {
    this.decoder = decoder;
    this.budget = budget;
    this.detached = detached;
  }

  /** Verifies a token that came alone. */
  static NodeDraft verify(UnverifiedEat token, EatExpectations expectations)
      throws VerificationException, DecodingException {
    EatTree tree = of(token.decoder(), DetachedSets.NONE);
    NodeDraft root = NodeDraft.root();
    tree.verify(root, token, expectations);
    return root;
  }

  /** Verifies the main token of a bundle, and then what came beside it. */
  static NodeDraft verify(DetachedSets sets, UnverifiedEat token, EatExpectations expectations)
      throws VerificationException, DecodingException {
    EatTree tree = of(token.decoder(), sets);
    NodeDraft root = NodeDraft.root();
    tree.verify(root, token, expectations);
    tree.matchDetached(root, expectations);
    return root;
  }

  private static EatTree of(EatDecoder decoder, DetachedSets sets) {
    Budget budget = new Budget(decoder.options().nestedMessages());
    return new EatTree(decoder, budget, new DetachedMatching(sets));
  }

  private void verify(NodeDraft node, UnverifiedEat token, EatExpectations expectations)
      throws VerificationException, DecodingException {
    VerifiedToken verified;
    try {
      verified = token.verifyAlone(expectations, node.path());
    } catch (VerificationException e) {
      throw ClaimPaths.inside(node.path(), e);
    }
    node.trust(
        token.envelope().isProtected() ? TrustStatus.SIGNED_VERIFIED : TrustStatus.UNPROTECTED,
        token.unverifiedClaims(),
        verified);
    walk(node, token.unverifiedClaims(), expectations, token.level());
  }

  /** Adds the submodules of {@code claims} to {@code node}. */
  private void walk(NodeDraft node, EatClaims claims, EatExpectations expectations, int level)
      throws VerificationException, DecodingException {
    Optional<Submodules> submodules = claims.known(Claims.SUBMODULES);
    if (submodules.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Submodule> entry : submodules.get().byName().entrySet()) {
      Submodule submodule = entry.getValue();
      NodeDraft part = node.add(entry.getKey(), submodule);
      count(part);
      if (submodule instanceof Submodule.ClaimsSet set) {
        cover(part, node.inheritedStatus(), set.claims(), expectations);
        walk(part, set.claims(), expectations, level + 1);
      } else if (submodule instanceof SubmoduleDigest digest) {
        part.leave(TrustStatus.DIGEST_MISSING);
        detached.add(entry.getKey(), digest, part, level + 1);
      } else {
        tolerate(part, expectations, () -> verifyNested(part, node, expectations, level + 2));
      }
    }
  }

  /** Shows a claims-set that is part of the token around it. */
  private static void cover(
      NodeDraft part, TrustStatus status, EatClaims claims, EatExpectations expectations)
      throws VerificationException {
    OwnProfile own;
    try {
      own = OwnProfile.of(claims, expectations);
    } catch (VerificationException e) {
      throw ClaimPaths.inside(part.path(), e);
    }
    part.trust(status, claims, own.profile());
    part.remark(claims.findings());
    part.remarkAsToken(own.findings());
  }

  private void count(NodeDraft part) throws VerificationException {
    budget.left--;
    if (budget.left < 0) {
      throw VerificationException.of(
          VerificationException.Reason.LIMIT_EXCEEDED,
          EatCodes.LIMIT_EXCEEDED,
          part.path(),
          "too many submodules in all tokens together");
    }
  }

  /** What may go wrong with a nested token alone. */
  private interface Step {
    void run() throws VerificationException, DecodingException;
  }

  private static void tolerate(NodeDraft part, EatExpectations expectations, Step step)
      throws VerificationException, DecodingException {
    try {
      step.run();
    } catch (VerificationException e) {
      if (!expectations.nested().hasFailuresAsNodes()) {
        throw e;
      }
      part.fail(e);
    } catch (DecodingException e) {
      if (!expectations.nested().hasFailuresAsNodes()) {
        throw e;
      }
      part.fail(e);
    }
  }

  /**
   * Verifies a submodule that has, or may have, an envelope of its own.
   *
   * @param around what was expected of the token around it
   */
  private void verifyNested(NodeDraft part, NodeDraft parent, EatExpectations around, int level)
      throws VerificationException, DecodingException {
    NestedPolicy policy = around.nested();
    Optional<EatExpectations> own = policy.expectationsAt(part.path());
    NestedPolicy.Mode mode = own.isPresent() ? NestedPolicy.Mode.REQUIRE_ALL : policy.mode();
    EatExpectations expectations = own.orElseGet(around::forNested);
    if (!(part.submodule().orElseThrow() instanceof NestedToken nested)) {
      leave(part, mode, EatCodes.UNKNOWN_SUBMODULE, "a kind of submodule that is not known");
    } else if (nested.isCovered()) {
      verifyCovered(part, parent, decode(part, nested, level), expectations);
    } else if (mode == NestedPolicy.Mode.SKIP) {
      part.leave(TrustStatus.SIGNED_UNVERIFIED);
      detached.leaveOut();
    } else if (nested.isEncrypted()) {
      leave(part, mode, EatCodes.ENCRYPTED, "encrypted, and not decrypted here");
    } else if (nested.isBundle()) {
      verifyBundle(part, nested, expectations, mode, level);
    } else {
      verifySigned(part, decode(part, nested, level), expectations, mode);
    }
  }

  private UnverifiedEat decode(NodeDraft part, NestedToken nested, int level)
      throws DecodingException {
    try {
      return decoder.decode(nested.encoded(), Optional.empty(), level);
    } catch (DecodingException e) {
      throw ClaimPaths.inside(part.path(), e);
    }
  }

  private void verifySigned(
      NodeDraft part, UnverifiedEat token, EatExpectations expectations, NestedPolicy.Mode mode)
      throws VerificationException, DecodingException {
    if (mode == NestedPolicy.Mode.VERIFY_IF_KEY && !hasKey(part, token, expectations)) {
      part.leave(token);
      detached.leaveOut();
      return;
    }
    verify(part, token, expectations);
  }

  private static boolean hasKey(NodeDraft part, UnverifiedEat token, EatExpectations expectations)
      throws VerificationException {
    try {
      return token.hasKey(expectations, part.path());
    } catch (VerificationException e) {
      throw ClaimPaths.inside(part.path(), e);
    }
  }

  /** Verifies claims that the token around them protects. */
  private void verifyCovered(
      NodeDraft part, NodeDraft parent, UnverifiedEat token, EatExpectations expectations)
      throws VerificationException, DecodingException {
    VerifiedToken verified;
    try {
      verified = token.verifyCovered(expectations);
    } catch (VerificationException e) {
      throw ClaimPaths.inside(part.path(), e);
    }
    part.trust(parent.inheritedStatus(), token.unverifiedClaims(), verified);
    walk(part, token.unverifiedClaims(), expectations, token.level());
  }

  /** Verifies a bundle, whose digests are about what is in it and nothing else. */
  private void verifyBundle(
      NodeDraft part,
      NestedToken nested,
      EatExpectations expectations,
      NestedPolicy.Mode mode,
      int level)
      throws VerificationException, DecodingException {
    UnverifiedDetachedEatBundle bundle;
    try {
      bundle =
          new BundleDecoder(decoder, DetachedValueDecoder.CLAIMS_SETS)
              .decode(nested.encoded(), nested.form().encoding(), level);
    } catch (DecodingException e) {
      throw ClaimPaths.inside(part.path(), e);
    }
    EatTree inner = new EatTree(decoder, budget, new DetachedMatching(bundle.sets()));
    inner.verifySigned(part, bundle.token(), expectations, mode);
    if (part.status() == TrustStatus.SIGNED_VERIFIED) {
      inner.matchDetached(part, expectations);
    }
    part.remark(bundle.ownFindings());
  }

  private static void leave(NodeDraft part, NestedPolicy.Mode mode, String code, String detail)
      throws VerificationException {
    if (mode == NestedPolicy.Mode.REQUIRE_ALL) {
      throw VerificationException.of(
          VerificationException.Reason.UNKNOWN_KEY, code, part.path(), detail);
    }
    part.leave(TrustStatus.SIGNED_UNVERIFIED);
    part.remark(new Finding(code, Finding.Severity.INFO, "", detail));
  }

  /**
   * Exposes what came beside the token, in rounds: the digests of a round are all compared before
   * anything that they are of is parsed.
   */
  private void matchDetached(NodeDraft root, EatExpectations expectations)
      throws VerificationException, DecodingException {
    for (List<DetachedMatching.Match> round = detached.nextRound(expectations);
        !round.isEmpty();
        round = detached.nextRound(expectations)) {
      for (DetachedMatching.Match match : round) {
        expose(match, root, expectations);
      }
    }
    detached.finish(root, expectations);
  }

  private void expose(DetachedMatching.Match match, NodeDraft root, EatExpectations expectations)
      throws VerificationException, DecodingException {
    NodeDraft part = match.node();
    if (match.value().token().isPresent()) {
      NestedToken token = match.value().token().get();
      tolerate(
          part,
          expectations,
          () -> exposeToken(part, root, token, expectations, match.level() + 1));
      return;
    }
    EatClaims claims;
    try {
      claims = decoder.claims(match.value().content(), detached.encoding(), match.level());
    } catch (DecodingException e) {
      throw ClaimPaths.inside(part.path(), e);
    }
    matched(part, root, claims, claims.findings(), expectations);
    walk(part, claims, expectations, match.level());
  }

  /** Shows claims whose digest is right, unless they break what is expected of any claims. */
  private void matched(
      NodeDraft part,
      NodeDraft root,
      EatClaims claims,
      List<Finding> remarks,
      EatExpectations expectations)
      throws VerificationException {
    List<Finding> findings = new ArrayList<>(remarks);
    OwnProfile own;
    try {
      own = OwnProfile.of(claims, expectations);
      new TokenChecks(expectations, decoder.options(), findings)
          .checkDetached(claims, root.claims(), root.profile());
    } catch (VerificationException e) {
      throw ClaimPaths.inside(part.path(), e);
    }
    part.trust(TrustStatus.DIGEST_MATCHED, claims, own.profile());
    part.remark(findings);
    part.remark(own.findings());
  }

  /** Exposes a token in place of a claims-set: its digest covers it, its own key may verify it. */
  private void exposeToken(
      NodeDraft part, NodeDraft root, NestedToken nested, EatExpectations around, int level)
      throws VerificationException, DecodingException {
    EatExpectations own = around.nested().expectationsAt(part.path()).orElseGet(around::forNested);
    UnverifiedEat token = decode(part, nested, level);
    boolean verify =
        around.nested().expectationsAt(part.path()).isPresent()
            || around.nested().mode() == NestedPolicy.Mode.REQUIRE_ALL
            || around.nested().mode() == NestedPolicy.Mode.VERIFY_IF_KEY
                && hasKey(part, token, own);
    if (verify) {
      verify(part, token, own);
    } else {
      matched(part, root, token.unverifiedClaims(), token.findings(), own);
      walk(part, token.unverifiedClaims(), own, token.level());
    }
  }
}
