package org.rats4j.eat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;

/**
 * A claims-set of a verified token, and why it may be believed: the token itself, or one of its
 * submodules at any depth.
 *
 * <pre>{@code
 * for (EatNode part : eat.root().submodules().values()) {
 *   if (part.effectiveTrust() == TrustStatus.SIGNED_VERIFIED) {
 *     use(part.claims().orElseThrow());
 *   }
 * }
 * }</pre>
 */
public final class EatNode {
  private final String path;
  private final TrustStatus status;
  private final TrustStatus effectiveTrust;
  private final Optional<EatClaims> claims;
  private final Optional<Submodule> submodule;
  private final Optional<UnverifiedEat> unverified;
  private final List<EatSignature> signatures;
  private final Optional<EatProfile> profile;
  private final Optional<RatsException> failure;
  private final List<Finding> findings;
  private final Map<String, EatNode> submodules;

  EatNode(NodeDraft draft) {
    path = draft.path();
    status = draft.status();
    effectiveTrust = draft.effectiveTrust();
    claims = draft.claims();
    submodule = draft.submodule();
    unverified = draft.unverified();
    signatures = List.copyOf(draft.signatures());
    profile = draft.profile();
    failure = draft.failure();
    findings = List.copyOf(draft.findings());
    Map<String, EatNode> parts = new LinkedHashMap<>();
    draft.parts().forEach((name, part) -> parts.put(name, new EatNode(part)));
    submodules = Collections.unmodifiableMap(parts);
  }

  /** Returns where the claims stand, such as {@code submods/TEE}; empty for the token itself. */
  public String path() {
    return path;
  }

  /** Returns why these claims may be believed, for themselves. */
  public TrustStatus status() {
    return status;
  }

  /**
   * Returns the weakest status from the token down to this node. A node that its parent covers is
   * worth no more than that.
   */
  public TrustStatus effectiveTrust() {
    return effectiveTrust;
  }

  /**
   * Returns the claims; empty if nothing protects them that was verified: with SIGNED_UNVERIFIED,
   * DIGEST_MISSING, or a failure.
   */
  public Optional<EatClaims> claims() {
    return claims;
  }

  /** Returns the submodule as it stands in the claims around it; empty for the token itself. */
  public Optional<Submodule> submodule() {
    return submodule;
  }

  /**
   * Returns the nested token that was not verified since there is no key for it. Nobody vouches for
   * it; its {@link UnverifiedEat#verify} may be asked with other expectations.
   */
  public Optional<UnverifiedEat> unverified() {
    return unverified;
  }

  /**
   * Returns the envelopes of this node that were verified, the outermost first; none if it has no
   * envelope of its own.
   */
  public List<EatSignature> signatures() {
    return signatures;
  }

  /**
   * Returns the profile whose rules the claims keep. Empty for claims-sets without envelope,
   * detached ones included: a profile that such a set names itself is not checked.
   */
  public Optional<EatProfile> profile() {
    return profile;
  }

  /**
   * Returns why the nested token is wrong: a {@link DecodingException} or {@link
   * VerificationException}. Empty unless {@link NestedPolicy#failuresAsNodes()} was asked for.
   */
  public Optional<RatsException> failure() {
    return failure;
  }

  /** Returns what was remarked of this node and of the claims-sets in it, with their paths. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the submodules of these claims by their names. */
  public Map<String, EatNode> submodules() {
    return submodules;
  }

  /** Returns the path, the status and the nodes inside, without claims. */
  @Override
  public String toString() {
    return "EatNode[" + path + " " + status + ", " + submodules.values() + "]";
  }
}
