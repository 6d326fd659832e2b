package org.rats4j.cmw;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Label;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.core.crypto.VerificationKey;

/**
 * What a verifier expects of a signed wrapper: whose keys, and which algorithms.
 *
 * <pre>{@code
 * SignedCmwExpectations expected = SignedCmwExpectations.builder().key(attesterKey).build();
 * }</pre>
 *
 * <p>A wrapper has no nonce and no lifetime of its own: what it wraps has, and is verified by its
 * own module.
 */
public final class SignedCmwExpectations {
  /**
   * The algorithms that are allowed unless the caller names his own: ECDSA, EdDSA and RSA-PSS. In a
   * JWS Ed448 under its own name is not among them.
   */
  public static final Set<Long> DEFAULT_ALGORITHMS =
      Set.of(
          Algorithms.ES256,
          Algorithms.ES384,
          Algorithms.ES512,
          Algorithms.ESP256,
          Algorithms.ESP384,
          Algorithms.ESP512,
          Algorithms.EDDSA,
          Algorithms.ED25519,
          Algorithms.ED448,
          Algorithms.PS256,
          Algorithms.PS384,
          Algorithms.PS512);

  private static final Set<Long> DEFAULT_JWS_ALGORITHMS =
      DEFAULT_ALGORITHMS.stream()
          .filter(algorithm -> algorithm != Algorithms.ED448)
          .collect(Collectors.toUnmodifiableSet());

  private final KeyResolver keys;
  private final @Nullable Set<Long> algorithms;
  private final Set<Label> understoodCritical;

  private SignedCmwExpectations(Builder builder, KeyResolver keys) {
    this.keys = keys;
    algorithms = builder.algorithms;
    understoodCritical = builder.understoodCritical;
  }

  /** Returns a builder that allows {@link #DEFAULT_ALGORITHMS}, and no keys yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns who says which keys are trusted. */
  public KeyResolver keys() {
    return keys;
  }

  /** Returns the numbers of the algorithms that are allowed. */
  public Set<Long> algorithms() {
    return algorithms == null ? DEFAULT_ALGORITHMS : algorithms;
  }

  Set<Long> jwsAlgorithms() {
    return algorithms == null ? DEFAULT_JWS_ALGORITHMS : algorithms;
  }

  /** Returns the critical headers that the caller processes beyond those that this library does. */
  public Set<Label> understoodCritical() {
    return understoodCritical;
  }

  /** Builds {@link SignedCmwExpectations}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<KeyResolver> resolvers = new ArrayList<>();
    private @Nullable TrustAnchors trustAnchors;
    private Clock clock = Clock.systemUTC();
    private @Nullable Set<Long> algorithms;
    private Set<Label> understoodCritical = Set.of();

    private Builder() {}

    /** Adds who says which keys are trusted; asked in the order of the calls. */
    public Builder keys(KeyResolver value) {
      resolvers.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Adds a key that is trusted, whatever the message says of its key. */
    public Builder key(VerificationKey value) {
      return keys(KeyResolver.of(value));
    }

    /** Trusts, behind all other keys, the key of a certificate chain that leads to an anchor. */
    public Builder trustAnchors(TrustAnchors value) {
      trustAnchors = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets what tells the time at which a chain has to be valid; the clock of the system. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the algorithms that are allowed, as numbers of {@link Algorithms}.
     *
     * @throws IllegalArgumentException if there is none, or a MAC among them
     */
    public Builder algorithms(Set<Long> value) {
      if (value.isEmpty() || value.stream().anyMatch(Algorithms::isMac)) {
        throw new IllegalArgumentException("no algorithm is allowed, or a MAC is");
      }
      algorithms = Set.copyOf(value);
      return this;
    }

    /**
     * Sets the headers that the caller processes beyond those that this library does, so that crit
     * may name them; those of a JWS are texts.
     */
    public Builder understoodCritical(Label... values) {
      understoodCritical = Set.copyOf(new HashSet<>(List.of(values)));
      return this;
    }

    /**
     * Returns the expectations.
     *
     * @throws IllegalStateException if neither keys nor anchors are set
     */
    public SignedCmwExpectations build() {
      List<KeyResolver> all = new ArrayList<>(resolvers);
      if (trustAnchors != null) {
        all.add(KeyResolver.x5chain(trustAnchors, clock));
      }
      if (all.isEmpty()) {
        throw new IllegalStateException("neither keys nor trust anchors are set");
      }
      return new SignedCmwExpectations(this, KeyResolver.firstOf(all.toArray(KeyResolver[]::new)));
    }
  }
}
