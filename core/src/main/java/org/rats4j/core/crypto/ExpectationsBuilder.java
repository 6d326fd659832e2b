package org.rats4j.core.crypto;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of expectations of signed messages have in common: whose keys, which
 * algorithms, and at what time. Not safe for use by several threads.
 *
 * @param <B> the type of the builder
 */
public abstract class ExpectationsBuilder<B extends ExpectationsBuilder<B>> {
  private final List<KeyResolver> resolvers = new ArrayList<>();
  private final List<VerificationKey> keys = new ArrayList<>();
  private int placeOfKeys;
  private @Nullable TrustAnchors trustAnchors;
  private Clock clock = Clock.systemUTC();
  private @Nullable Set<Long> algorithms;

  /** Creates a builder that trusts nobody. */
  protected ExpectationsBuilder() {}

  /** Returns this builder. */
  protected abstract B self();

  /** Returns whether a MAC may be allowed, which whoever can check it can make; false here. */
  protected boolean takesMacs() {
    return false;
  }

  /**
   * Adds who says which keys are trusted; asked in the order of the calls, until one knows a key.
   */
  public B keys(KeyResolver value) {
    resolvers.add(Objects.requireNonNull(value, "value"));
    return self();
  }

  /**
   * Adds a key that is trusted, whatever the message says of its key. Of all keys that are added
   * each is tried; who comes behind the first of them is not asked.
   */
  public B key(VerificationKey value) {
    Objects.requireNonNull(value, "value");
    if (keys.isEmpty()) {
      placeOfKeys = resolvers.size();
      resolvers.add(hints -> List.of());
    }
    keys.add(value);
    List<VerificationKey> all = List.copyOf(keys);
    resolvers.set(placeOfKeys, hints -> all);
    return self();
  }

  /** Trusts the key of a certificate chain that leads to an anchor, if nobody else knows a key. */
  public B trustAnchors(TrustAnchors value) {
    trustAnchors = Objects.requireNonNull(value, "value");
    return self();
  }

  /** Sets what tells the time; the clock of the system by default. */
  public B clock(Clock value) {
    clock = Objects.requireNonNull(value, "value");
    return self();
  }

  /**
   * Sets the algorithms that are allowed, as numbers of {@link Algorithms}.
   *
   * @throws IllegalArgumentException if there is none, or a MAC among them where the message has to
   *     have a signature
   */
  public B algorithms(Set<Long> value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("no algorithm is allowed");
    }
    if (!takesMacs() && value.stream().anyMatch(Algorithms::isMac)) {
      throw new IllegalArgumentException("a MAC is no signature: who can check it can make it");
    }
    algorithms = Set.copyOf(value);
    return self();
  }

  /** Returns what tells the time. */
  protected final Clock timeSource() {
    return clock;
  }

  /** Returns the algorithms that were set; {@code unset} if none were. */
  protected final Set<Long> algorithmsOr(Set<Long> unset) {
    return algorithms == null ? unset : algorithms;
  }

  /** Returns whether neither keys nor anchors are set. */
  protected final boolean trustsNobody() {
    return resolvers.isEmpty() && trustAnchors == null;
  }

  /**
   * Returns who says which keys are trusted: what was added, then the anchors.
   *
   * @throws IllegalStateException if neither keys nor anchors are set
   */
  protected final KeyResolver resolver() {
    if (trustsNobody()) {
      throw new IllegalStateException("neither keys nor trust anchors are set");
    }
    return withAnchors(resolvers);
  }

  /** Returns a resolver that asks {@code first}, then the anchors if there are any. */
  protected final KeyResolver withAnchors(List<KeyResolver> first) {
    List<KeyResolver> all = new ArrayList<>(first);
    if (trustAnchors != null) {
      all.add(KeyResolver.x5chain(trustAnchors, clock));
    }
    return all.size() == 1 ? all.get(0) : KeyResolver.firstOf(all.toArray(KeyResolver[]::new));
  }
}
