package org.rats4j.eat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;

/** A node while its token is verified. */
final class NodeDraft {
  private final String path;
  private final Optional<NodeDraft> parent;
  private final Optional<Submodule> submodule;
  private final Map<String, NodeDraft> parts = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private TrustStatus status = TrustStatus.SIGNED_UNVERIFIED;
  private Optional<EatClaims> claims = Optional.empty();
  private Optional<UnverifiedEat> unverified = Optional.empty();
  private List<EatSignature> signatures = List.of();
  private Optional<EatProfile> profile = Optional.empty();
  private Optional<RatsException> failure = Optional.empty();

  private NodeDraft(String path, Optional<NodeDraft> parent, Optional<Submodule> submodule) {
    this.path = path;
    this.parent = parent;
    this.submodule = submodule;
  }

  static NodeDraft root() {
    return new NodeDraft("", Optional.empty(), Optional.empty());
  }

  NodeDraft add(String name, Submodule part) {
    NodeDraft node =
        new NodeDraft(ClaimPaths.submodule(path, name), Optional.of(this), Optional.of(part));
    parts.put(name, node);
    return node;
  }

  void trust(TrustStatus value, EatClaims shown, Optional<EatProfile> kept) {
    status = value;
    claims = Optional.of(shown);
    profile = kept;
  }

  void trust(TrustStatus value, EatClaims shown, VerifiedToken token) {
    trust(value, shown, token.profile());
    signatures = token.signatures();
    findings.addAll(token.findings());
  }

  void leave(TrustStatus value) {
    status = value;
  }

  void leave(UnverifiedEat token) {
    status = TrustStatus.SIGNED_UNVERIFIED;
    unverified = Optional.of(token);
  }

  /** Shows nothing of this node but why it is wrong. */
  void fail(RatsException reason) {
    status = TrustStatus.SIGNED_UNVERIFIED;
    claims = Optional.empty();
    unverified = Optional.empty();
    signatures = List.of();
    profile = Optional.empty();
    findings.clear();
    parts.clear();
    failure = Optional.of(reason);
  }

  void remark(Finding finding) {
    findings.add(finding);
  }

  void remark(List<Finding> some) {
    findings.addAll(some);
  }

  /** Adds findings here and to the token that these claims are part of, whose report has all. */
  void remarkAsToken(List<Finding> some) {
    findings.addAll(some);
    NodeDraft token = this;
    while (token.submodule.orElse(null) instanceof Submodule.ClaimsSet) {
      token = token.parent.orElseThrow();
    }
    String inside = token.path.isEmpty() ? path : path.substring(token.path.length() + 1);
    token.findings.addAll(ClaimPaths.inside(inside, some));
  }

  String path() {
    return path;
  }

  TrustStatus status() {
    return status;
  }

  /** Returns the status of what is in this node and has no protection of its own. */
  TrustStatus inheritedStatus() {
    return status == TrustStatus.UNPROTECTED
        ? TrustStatus.UNPROTECTED
        : TrustStatus.COVERED_BY_PARENT;
  }

  TrustStatus effectiveTrust() {
    TrustStatus weakest = status;
    for (Optional<NodeDraft> at = parent; at.isPresent(); at = at.get().parent) {
      if (at.get().status.compareTo(weakest) > 0) {
        weakest = at.get().status;
      }
    }
    return weakest;
  }

  Optional<EatClaims> claims() {
    return claims;
  }

  Optional<Submodule> submodule() {
    return submodule;
  }

  Optional<UnverifiedEat> unverified() {
    return unverified;
  }

  List<EatSignature> signatures() {
    return signatures;
  }

  Optional<EatProfile> profile() {
    return profile;
  }

  Optional<RatsException> failure() {
    return failure;
  }

  List<Finding> findings() {
    return findings;
  }

  Map<String, NodeDraft> parts() {
    return parts;
  }
}
