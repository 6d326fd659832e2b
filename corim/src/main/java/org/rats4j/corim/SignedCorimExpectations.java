package org.rats4j.corim;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.ExpectationsBuilder;
import org.rats4j.core.crypto.KeyResolver;

/**
 * What a verifier expects of a signed CoRIM: whose keys, which algorithms, at what time, and the
 * payload if the message does not carry it.
 */
public final class SignedCorimExpectations {
  /** The algorithms that are allowed unless the caller names his own: ECDSA, EdDSA and RSA-PSS. */
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
          Algorithms.PS256,
          Algorithms.PS384,
          Algorithms.PS512);

  private final KeyResolver keys;
  private final Set<Long> algorithms;
  private final Set<Label> understoodCritical;
  private final Clock clock;
  private final Duration skew;
  private final boolean checksValidity;
  private final @Nullable Bytes detachedPayload;
  private final @Nullable Bytes preimage;

  private SignedCorimExpectations(
      Builder builder, KeyResolver keys, Set<Long> algorithms, Clock clock) {
    this.keys = keys;
    this.algorithms = algorithms;
    this.clock = clock;
    understoodCritical = builder.understoodCritical;
    skew = builder.skew;
    checksValidity = builder.checksValidity;
    detachedPayload = builder.detachedPayload;
    preimage = builder.preimage;
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

  /** Returns the critical headers that the caller processes beyond those that this library does. */
  public Set<Label> understoodCritical() {
    return understoodCritical;
  }

  /** Returns what tells the time. */
  public Clock clock() {
    return clock;
  }

  /** Returns how far the clocks of signer and verifier may differ; nothing by default. */
  public Duration skew() {
    return skew;
  }

  /** Returns whether a signature has to count at the time of the clock. */
  public boolean checksValidity() {
    return checksValidity;
  }

  /** Returns the payload of a message that does not carry its own. */
  public Optional<Bytes> detachedPayload() {
    return Optional.ofNullable(detachedPayload);
  }

  /** Returns the CoRIM whose hash is signed. */
  public Optional<Bytes> preimage() {
    return Optional.ofNullable(preimage);
  }

  /** Builds {@link SignedCorimExpectations}. Not safe for use by several threads. */
  public static final class Builder extends ExpectationsBuilder<Builder> {
    private Duration skew = Duration.ZERO;
    private boolean checksValidity = true;
    private Set<Label> understoodCritical = Set.of();
    private @Nullable Bytes detachedPayload;
    private @Nullable Bytes preimage;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets how far the clocks of signer and verifier may differ.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder skew(Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException("skew is negative");
      }
      skew = value;
      return this;
    }

    /** Accepts signatures at any time, for what does not count any more and is read for history. */
    public Builder atAnyTime() {
      checksValidity = false;
      return this;
    }

    /** Sets the headers that the caller processes beyond those that this library does. */
    public Builder understoodCritical(Label... values) {
      understoodCritical = Set.copyOf(new HashSet<>(List.of(values)));
      return this;
    }

    /** Sets the payload of a message that does not carry its own: a CoRIM, or a hash. */
    public Builder detachedPayload(Bytes value) {
      detachedPayload = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets the CoRIM whose hash is signed. */
    public Builder preimage(Bytes value) {
      preimage = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the expectations.
     *
     * @throws IllegalStateException if neither keys nor anchors are set
     */
    public SignedCorimExpectations build() {
      return new SignedCorimExpectations(
          this, resolver(), algorithmsOr(DEFAULT_ALGORITHMS), timeSource());
    }
  }
}
