package org.rats4j.cmw;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rats4j.core.Label;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.ExpectationsBuilder;
import org.rats4j.core.crypto.KeyResolver;

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
  private final Set<Long> algorithms;
  private final Set<Long> jwsAlgorithms;
  private final Set<Label> understoodCritical;

  private SignedCmwExpectations(
      Builder builder, KeyResolver keys, Set<Long> algorithms, Set<Long> jwsAlgorithms) {
    this.keys = keys;
    this.algorithms = algorithms;
    this.jwsAlgorithms = jwsAlgorithms;
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
    return algorithms;
  }

  Set<Long> jwsAlgorithms() {
    return jwsAlgorithms;
  }

  /** Returns the critical headers that the caller processes beyond those that this library does. */
  public Set<Label> understoodCritical() {
    return understoodCritical;
  }

  /** Builds {@link SignedCmwExpectations}. Not safe for use by several threads. */
  public static final class Builder extends ExpectationsBuilder<Builder> {
    private Set<Label> understoodCritical = Set.of();

    private Builder() {}

    @Override
    protected Builder self() {
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
      return new SignedCmwExpectations(
          this, resolver(), algorithmsOr(DEFAULT_ALGORITHMS), algorithmsOr(DEFAULT_JWS_ALGORITHMS));
    }
  }
}
