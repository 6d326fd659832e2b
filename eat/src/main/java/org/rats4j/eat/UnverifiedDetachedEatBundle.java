package org.rats4j.eat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;

/**
 * A detached EAT bundle whose syntax is right and for which nobody vouches yet. What is beside the
 * main token is not even looked into: {@link #verify} is the only way to it.
 */
public final class UnverifiedDetachedEatBundle {
  private final Bytes encoded;
  private final UnverifiedEat token;
  private final DetachedSets sets;
  private final List<Finding> findings;

  UnverifiedDetachedEatBundle(
      Bytes encoded, UnverifiedEat token, DetachedSets sets, List<Finding> findings) {
    this.encoded = encoded;
    this.token = token;
    this.sets = sets;
    this.findings = List.copyOf(findings);
  }

  /**
   * Verifies the main token, then the digests in its claims, and only then reads what came beside
   * it; digests found there come next, until none is left.
   *
   * @throws VerificationException if the main token is not as expected, a digest is wrong, two
   *     digests contradict each other, or a claims-set has none
   * @throws DecodingException if something that was signed or hashed is no token or claims-set, or
   *     no claims have a digest
   */
  public DetachedEatBundle verify(EatExpectations expectations)
      throws VerificationException, DecodingException {
    EatNode root = new EatNode(EatTree.verify(sets, token, expectations));
    Eat eat = token.verified(root);
    ReplaySearch.check(root, expectations);
    return new DetachedEatBundle(encoded, sets.encoding(), eat, findings);
  }

  /** Returns the main token, for which nobody vouches. */
  public UnverifiedEat token() {
    return token;
  }

  /** Returns the encoding of the bundle, which its main token need not have. */
  public Encoding encoding() {
    return sets.encoding();
  }

  /** Returns the names of what came beside the main token; nobody vouches for them. */
  public Set<String> detachedNames() {
    return sets.byName().keySet();
  }

  /**
   * Returns what came beside the main token, by its name and for inspection only: no digest was
   * compared, and nobody vouches for it.
   */
  public Map<String, DetachedValue> unverifiedDetached() {
    return Collections.unmodifiableMap(sets.byName());
  }

  /** Returns what was remarked while decoding the bundle and its main token. */
  public List<Finding> findings() {
    return Stream.concat(findings.stream(), token.findings().stream()).toList();
  }

  /** Returns the bundle as it was received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns what was remarked while decoding the bundle without its main token. */
  List<Finding> ownFindings() {
    return findings;
  }

  DetachedSets sets() {
    return sets;
  }

  /** Returns the main token and how many values there are, without claims that identify. */
  @Override
  public String toString() {
    return "UnverifiedDetachedEatBundle[" + token + ", " + sets.byName().size() + " detached]";
  }
}
