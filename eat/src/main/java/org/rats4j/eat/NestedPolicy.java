package org.rats4j.eat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a verifier does with tokens in tokens. Verifying a token binds what is nested in it, and
 * does not verify that: it has keys, and perhaps a nonce, of its own.
 *
 * <pre>{@code
 * NestedPolicy.VERIFY_IF_KEY.expecting(
 *     "submods/TEE", EatExpectations.builder().key(teeKey).nonce(teeNonce).build())
 * }</pre>
 *
 * <p>Without expectations of its own, a nested token is verified with the resolvers, trust anchors,
 * algorithms and clock of the token around it; neither nonce nor maximum age nor audience nor
 * profile are demanded, and nobody looks whether it was seen before.
 */
public final class NestedPolicy {
  /** Refuses the whole token if a nested one has no key, cannot be read, or is wrong. */
  public static final NestedPolicy REQUIRE_ALL = new NestedPolicy(Mode.REQUIRE_ALL);

  /** Verifies each nested token for which there is a key. If it is wrong, so is the whole token. */
  public static final NestedPolicy VERIFY_IF_KEY = new NestedPolicy(Mode.VERIFY_IF_KEY);

  /** Verifies no nested token but those that have expectations of their own. */
  public static final NestedPolicy SKIP = new NestedPolicy(Mode.SKIP);

  /** What is done with a nested token that has no expectations of its own. */
  enum Mode {
    REQUIRE_ALL,
    VERIFY_IF_KEY,
    SKIP
  }

  private final Mode mode;
  private final Map<String, EatExpectations> own;
  private final boolean failuresAsNodes;

  private NestedPolicy(Mode mode) {
    this(mode, Map.of(), false);
  }

  private NestedPolicy(Mode mode, Map<String, EatExpectations> own, boolean failuresAsNodes) {
    this.mode = mode;
    this.own = Map.copyOf(own);
    this.failuresAsNodes = failuresAsNodes;
  }

  /**
   * Returns this policy, with expectations for the nested token at {@code path}: if there is one,
   * it has to be as expected. That there is one is not demanded: ask {@link Eat#node}.
   *
   * @param path the path of the submodule from the outermost token on, such as {@code submods/TEE}
   */
  public NestedPolicy expecting(String path, EatExpectations expectations) {
    Map<String, EatExpectations> all = new HashMap<>(own);
    all.put(
        Objects.requireNonNull(path, "path"), Objects.requireNonNull(expectations, "expectations"));
    return new NestedPolicy(mode, all, failuresAsNodes);
  }

  /**
   * Returns this policy, by which a nested token that is wrong does not refuse the whole token: it
   * becomes a node with {@link EatNode#failure()}, and without claims.
   */
  public NestedPolicy failuresAsNodes() {
    return new NestedPolicy(mode, own, true);
  }

  Mode mode() {
    return mode;
  }

  boolean hasFailuresAsNodes() {
    return failuresAsNodes;
  }

  Optional<EatExpectations> expectationsAt(String path) {
    return Optional.ofNullable(own.get(path));
  }

  @Override
  public String toString() {
    return "NestedPolicy[" + mode + ", own expectations at " + own.keySet() + "]";
  }
}
