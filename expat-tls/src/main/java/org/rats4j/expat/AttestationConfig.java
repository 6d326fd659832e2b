package org.rats4j.expat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;

/**
 * What one side of an attested connection does: attests, requires attestation of its peer, or both.
 * There is no configuration that attests nothing. Immutable.
 */
public final class AttestationConfig {
  /** How long an exchange may take if nobody says. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

  private final ExpatOptions options;
  private final List<Identity> identities;
  private final @Nullable AttestationProvider provider;
  private final @Nullable ChainValidator chainValidator;
  private final @Nullable AttestationAppraiser appraiser;
  private final AttestationModel model;
  private final @Nullable Supplier<Bytes> nonces;
  private final MutualOrder mutualOrder;
  private final boolean verdicts;
  private final boolean framed;
  private final boolean requiresPeerAuthenticated;
  private final Duration deadline;
  private final ExchangeListener listener;

  private AttestationConfig(Builder builder) {
    options = builder.options;
    identities = builder.identities;
    provider = builder.provider;
    chainValidator = builder.chainValidator;
    appraiser = builder.appraiser;
    model = builder.model;
    nonces = builder.nonces;
    mutualOrder = builder.mutualOrder;
    verdicts = builder.verdicts;
    framed = builder.framed;
    requiresPeerAuthenticated = builder.requiresPeerAuthenticated;
    deadline = builder.deadline;
    listener = builder.listener;
  }

  /** Returns a builder for one side; both sides need the same profile. */
  public static Builder builder(ExpatProfile profile) {
    return builder(ExpatOptions.of(profile));
  }

  /** Returns a builder for one side; both sides need options with the same profile. */
  public static Builder builder(ExpatOptions options) {
    return new Builder(options);
  }

  /** Returns whether this side attests. */
  public boolean attests() {
    return provider != null;
  }

  /** Returns whether this side requires attestation of its peer. */
  public boolean requiresAttestation() {
    return appraiser != null;
  }

  /** Returns profile and limits. */
  public ExpatOptions options() {
    return options;
  }

  /** Returns who shows evidence first where both do. */
  public MutualOrder mutualOrder() {
    return mutualOrder;
  }

  /** Returns whether the sides tell each other their verdicts. */
  public boolean verdicts() {
    return verdicts;
  }

  /** Returns whether data of the application travels in frames. */
  public boolean framed() {
    return framed;
  }

  /** Returns whether the peer must have shown a certificate in the handshake. */
  public boolean requiresPeerAuthenticated() {
    return requiresPeerAuthenticated;
  }

  /** Returns how long an exchange may take. */
  public Duration deadline() {
    return deadline;
  }

  List<Identity> identities() {
    return identities;
  }

  Optional<AttestationProvider> provider() {
    return Optional.ofNullable(provider);
  }

  Optional<ChainValidator> chainValidator() {
    return Optional.ofNullable(chainValidator);
  }

  Optional<AttestationAppraiser> appraiser() {
    return Optional.ofNullable(appraiser);
  }

  AttestationModel model() {
    return model;
  }

  Optional<Supplier<Bytes>> nonces() {
    return Optional.ofNullable(nonces);
  }

  ExchangeListener listener() {
    return listener;
  }

  /** Builds {@link AttestationConfig}. Not safe for use by several threads. */
  public static final class Builder {
    private final ExpatOptions options;
    private List<Identity> identities = List.of();
    private @Nullable AttestationProvider provider;
    private @Nullable ChainValidator chainValidator;
    private @Nullable AttestationAppraiser appraiser;
    private AttestationModel model = AttestationModel.BACKGROUND_CHECK;
    private @Nullable Supplier<Bytes> nonces;
    private MutualOrder mutualOrder = MutualOrder.SERVER_FIRST;
    private boolean verdicts = true;
    private boolean framed;
    private boolean requiresPeerAuthenticated;
    private Duration deadline = DEFAULT_DEADLINE;
    private ExchangeListener listener = new ExchangeListener() {};

    private Builder(ExpatOptions options) {
      this.options = Objects.requireNonNull(options, "options");
    }

    /** Attests: answers as {@code identity}, with what {@code provider} gives. */
    public Builder attest(Identity identity, AttestationProvider provider) {
      return attest(List.of(identity), provider);
    }

    /** Attests: answers as the first of {@code identities} that fits the request of the peer. */
    public Builder attest(List<Identity> identities, AttestationProvider provider) {
      this.identities = List.copyOf(identities);
      this.provider = Objects.requireNonNull(provider, "provider");
      return this;
    }

    /**
     * Requires attestation of the peer.
     *
     * @param chainValidator says whether the certificates of the peer's answer are the right ones
     * @param appraiser says whether its attestation is to be trusted
     */
    public Builder requireAttestation(
        ChainValidator chainValidator, AttestationAppraiser appraiser) {
      this.chainValidator = Objects.requireNonNull(chainValidator, "chainValidator");
      this.appraiser = Objects.requireNonNull(appraiser, "appraiser");
      return this;
    }

    /**
     * Sets what the peer shows: evidence, or attestation results bound as the profile says. {@link
     * AttestationModel#BACKGROUND_CHECK} by default.
     */
    public Builder model(AttestationModel value) {
      model = Objects.requireNonNull(value, "model");
      return this;
    }

    /**
     * Takes the context of each request from {@code value}, such as a verifier that gives nonces;
     * by default it is random. Called once for each request, each time for another.
     */
    public Builder nonces(Supplier<Bytes> value) {
      nonces = Objects.requireNonNull(value, "nonces");
      return this;
    }

    /** Sets who shows evidence first; both sides need the same. */
    public Builder mutualOrder(MutualOrder value) {
      mutualOrder = Objects.requireNonNull(value, "mutualOrder");
      return this;
    }

    /**
     * Speaks with a peer that knows no verdicts. Weaker: this side begins to send data when it has
     * sent its authenticator, and learns from the closed connection alone that it was refused.
     */
    public Builder peerSendsNoVerdict() {
      verdicts = false;
      return this;
    }

    /**
     * Puts all data of the application into frames, so that either side may ask again while the
     * connection is open. Both sides need the same.
     */
    public Builder framed() {
      framed = true;
      return this;
    }

    /** Requires that the peer has shown a certificate in the handshake, before anything is sent. */
    public Builder requirePeerAuthenticated() {
      requiresPeerAuthenticated = true;
      return this;
    }

    /**
     * Sets how long handshake and exchange may take together, provider and appraiser included;
     * {@link #DEFAULT_DEADLINE} by default.
     */
    public Builder deadline(Duration value) {
      deadline = Objects.requireNonNull(value, "deadline");
      return this;
    }

    /** Sets who is told of each step. */
    public Builder listener(ExchangeListener value) {
      listener = Objects.requireNonNull(value, "listener");
      return this;
    }

    /**
     * Returns the configuration.
     *
     * @throws IllegalArgumentException if it neither attests nor requires attestation, or the
     *     deadline is not positive
     */
    public AttestationConfig build() {
      if (provider == null && appraiser == null) {
        throw new IllegalArgumentException("neither attests nor requires attestation");
      }
      if (deadline.isNegative() || deadline.isZero()) {
        throw new IllegalArgumentException("deadline is not positive");
      }
      return new AttestationConfig(this);
    }
  }
}
