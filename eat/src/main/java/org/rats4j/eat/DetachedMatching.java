package org.rats4j.eat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;

/**
 * Brings together the digests of verified claims and what came beside the token, by name alone,
 * however deep the digest stands (RFC 9711, section 5).
 */
final class DetachedMatching {
  private final DetachedSets sets;
  private final List<Digested> pending = new ArrayList<>();
  private final Map<String, SubmoduleDigest> digests = new HashMap<>();
  private boolean incomplete;

  /** A digest, and the node that gets the claims that it is of. */
  private record Digested(String name, SubmoduleDigest digest, NodeDraft node, int level) {}

  /** A value whose digest is right, and the node that shows it. */
  record Match(DetachedValue value, NodeDraft node, int level) {}

  DetachedMatching(DetachedSets sets) {
    this.sets = sets;
  }

  Encoding encoding() {
    return sets.encoding();
  }

  /** Takes a digest from verified claims. */
  void add(String name, SubmoduleDigest digest, NodeDraft node, int level) {
    pending.add(new Digested(name, digest, node, level));
  }

  /** Says that there are claims that nobody verified, and perhaps digests in them. */
  void leaveOut() {
    incomplete = true;
  }

  /** Returns what the digests taken since the last round are of. */
  List<Match> nextRound(EatExpectations expectations) throws VerificationException {
    for (Digested digested : pending) {
      SubmoduleDigest first = digests.putIfAbsent(digested.name(), digested.digest());
      if (first != null && !first.sameAs(digested.digest())) {
        String path = digested.node().path();
        throw fail(EatCodes.AMBIGUOUS_DIGEST, path, "another digest under the same name");
      }
    }
    List<Match> round = new ArrayList<>();
    for (Digested digested : pending) {
      match(digested, expectations).ifPresent(round::add);
    }
    pending.clear();
    return round;
  }

  private Optional<Match> match(Digested digested, EatExpectations expectations)
      throws VerificationException {
    String path = digested.node().path();
    DetachedValue value = sets.byName().get(digested.name());
    boolean known = digested.digest().knownAlgorithm().isPresent();
    if (value == null || !known) {
      if (expectations.requiresAllDetached()) {
        throw fail(
            EatCodes.DETACHED_MISSING,
            path,
            known ? "no claims-set for the digest" : "the hash of the digest is not known");
      }
      if (!known) {
        digested
            .node()
            .remark(
                new Finding(
                    EatCodes.DIGEST_NOT_COMPUTED,
                    Finding.Severity.WARNING,
                    "",
                    "the hash of the digest is not known, or too weak"));
      }
      return Optional.empty();
    }
    if (!digested.digest().matches(value.content())) {
      throw fail(EatCodes.DIGEST_MISMATCH, path, "the claims-set has another digest");
    }
    return Optional.of(new Match(value, digested.node(), digested.level()));
  }

  /** Checks, once nothing is left to match, that every digest and every value had its turn. */
  void finish(NodeDraft main, EatExpectations expectations)
      throws VerificationException, DecodingException {
    if (digests.isEmpty() && !incomplete) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          EatCodes.NO_DETACHED_DIGEST,
          main.path(),
          "the main token has no digest of a detached claims-set");
    }
    for (String name : sets.byName().keySet()) {
      if (digests.containsKey(name)) {
        continue;
      }
      String path = ClaimPaths.submodule("", name);
      if (!incomplete && !expectations.dropsUndigested()) {
        throw fail(
            EatCodes.DETACHED_WITHOUT_DIGEST,
            ClaimPaths.join(main.path(), path),
            "no verified claims have a digest of it");
      }
      main.remark(
          new Finding(
              EatCodes.DETACHED_WITHOUT_DIGEST,
              Finding.Severity.WARNING,
              path,
              "dropped: no verified claims have a digest of it"));
    }
  }

  private static VerificationException fail(String code, String path, String detail) {
    return VerificationException.of(
        VerificationException.Reason.DIGEST_MISMATCH, code, path, detail);
  }
}
