package org.rats4j.verifier.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.SecureChannelAssertion;

/** What is expected of evidence: everything that a handler needs to verify a message. */
public final class EvidenceContext {
  private final EvidenceKeys keys;
  private final Clock clock;
  private final Set<Long> algorithms;
  private final boolean lenient;
  private final @Nullable Bytes nonce;
  private final @Nullable Duration maxAge;
  private final @Nullable SecureChannelAssertion channel;
  private final @Nullable Consumer<FailedComponent> failures;

  private EvidenceContext(Builder builder) {
    keys = builder.keys;
    clock = builder.clock;
    algorithms = builder.algorithms;
    lenient = builder.lenient;
    nonce = builder.nonce;
    maxAge = builder.maxAge;
    channel = builder.channel;
    failures = builder.failures;
  }

  /** Returns a builder that expects keys of nobody. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns where keys are found. */
  public EvidenceKeys keys() {
    return keys;
  }

  /** Returns what tells the time. */
  public Clock clock() {
    return clock;
  }

  /** Returns the numbers of the algorithms that are allowed, as in {@link Algorithms}. */
  public Set<Long> algorithms() {
    return algorithms;
  }

  /** Returns whether the documented deviations of a format are read; signatures never deviate. */
  public boolean isLenient() {
    return lenient;
  }

  /** Returns the nonce that the evidence has to have. */
  public Optional<Bytes> nonce() {
    return Optional.ofNullable(nonce);
  }

  /** Returns how old the evidence may be by its own word. */
  public Optional<Duration> maxAge() {
    return Optional.ofNullable(maxAge);
  }

  /** Returns the channel over which claims without signature may come. */
  public Optional<SecureChannelAssertion> channel() {
    return Optional.ofNullable(channel);
  }

  /**
   * Returns whom to tell of a part of a message that cannot be verified, instead of refusing the
   * message, as far as the rest stands without it; empty if the whole message is to be refused.
   */
  public Optional<Consumer<FailedComponent>> failures() {
    return Optional.ofNullable(failures);
  }

  /** Returns this context, in which {@code value} is told of parts that cannot be verified. */
  public EvidenceContext withFailures(Consumer<FailedComponent> value) {
    Builder builder = new Builder().keys(keys).clock(clock).algorithms(algorithms).lenient(lenient);
    builder.nonce = nonce;
    builder.maxAge = maxAge;
    builder.channel = channel;
    return builder.failures(value).build();
  }

  /** Builds {@link EvidenceContext}. Not safe for use by several threads. */
  public static final class Builder {
    private EvidenceKeys keys = EvidenceKeys.none();
    private Clock clock = Clock.systemUTC();
    private Set<Long> algorithms = EatExpectations.DEFAULT_ALGORITHMS;
    private boolean lenient;
    private @Nullable Bytes nonce;
    private @Nullable Duration maxAge;
    private @Nullable SecureChannelAssertion channel;
    private @Nullable Consumer<FailedComponent> failures;

    private Builder() {}

    /** Sets where keys are found. */
    public Builder keys(EvidenceKeys value) {
      keys = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets what tells the time; by default the clock of the system. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the algorithms that are allowed; those of {@link EatExpectations#DEFAULT_ALGORITHMS} by
     * default.
     */
    public Builder algorithms(Set<Long> value) {
      algorithms = Set.copyOf(value);
      return this;
    }

    /** Reads the documented deviations of formats, too. */
    public Builder lenient(boolean value) {
      lenient = value;
      return this;
    }

    /** Demands this nonce. */
    public Builder nonce(Bytes value) {
      nonce = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Demands that the evidence says when it was made, and that this is not longer ago. */
    public Builder maxAge(Duration value) {
      maxAge = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Accepts claims without signature, for which {@code value} vouches. */
    public Builder channel(SecureChannelAssertion value) {
      channel = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Tells {@code value} of parts of a message that cannot be verified, and goes on without them.
     */
    public Builder failures(Consumer<FailedComponent> value) {
      failures = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Returns the context. */
    public EvidenceContext build() {
      return new EvidenceContext(this);
    }
  }
}
