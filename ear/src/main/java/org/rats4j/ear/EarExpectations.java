package org.rats4j.ear;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.ExpectationsBuilder;
import org.rats4j.core.crypto.KeyResolver;

/**
 * What a relying party expects of an EAR: whose keys, which algorithms, for which nonce, from which
 * verifier, of which profile, for whom, and how fresh.
 *
 * <pre>{@code
 * EarExpectations expected =
 *     EarExpectations.builder()
 *         .key(verifierKey)
 *         .nonce(nonce)
 *         .verifierDevelopers("https://verifier.example")
 *         .maxAge(Duration.ofMinutes(5))
 *         .build();
 * }</pre>
 *
 * <p>What the result has to say about the attester is not here: that is the matter of {@link
 * RelyingPartyPolicy}. Without {@code nonce} or {@code maxAge} a result can be replayed until it
 * expires.
 */
public final class EarExpectations {
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
  private final @Nullable Bytes nonce;
  private final boolean legacyTextNonce;
  private final Map<String, Bytes> evidenceNonces;
  private final Set<String> verifierDevelopers;
  private final Set<String> profiles;
  private final @Nullable String audience;
  private final Clock clock;
  private final Duration skew;
  private final @Nullable Duration maxAge;
  private final boolean requireConsistentStatus;
  private final boolean rejectFutureIat;
  private final @Nullable String typ;

  private EarExpectations(Builder builder, KeyResolver keys, Set<Long> algorithms, Clock clock) {
    this.keys = keys;
    this.algorithms = algorithms;
    this.clock = clock;
    nonce = builder.nonce;
    legacyTextNonce = builder.legacyTextNonce;
    evidenceNonces = Collections.unmodifiableMap(new LinkedHashMap<>(builder.evidenceNonces));
    verifierDevelopers = builder.verifierDevelopers;
    profiles = builder.profiles;
    audience = builder.audience;
    skew = builder.skew;
    maxAge = builder.maxAge;
    requireConsistentStatus = builder.requireConsistentStatus;
    rejectFutureIat = builder.rejectFutureIat;
    typ = builder.typ;
  }

  /** Returns a builder that expects nothing but {@link #DEFAULT_ALGORITHMS}; there is no skew. */
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

  /** Returns the nonce that has to be in the result. */
  public Optional<Bytes> nonce() {
    return Optional.ofNullable(nonce);
  }

  /** Returns whether the text of a JSON nonce may be the nonce itself, not its base64url. */
  public boolean legacyTextNonce() {
    return legacyTextNonce;
  }

  /** Returns the nonces that have to be in the evidence, by the labels of the appraisals. */
  public Map<String, Bytes> evidenceNonces() {
    return evidenceNonces;
  }

  /** Returns the developers of verifiers that are trusted; empty if any is. */
  public Set<String> verifierDevelopers() {
    return verifierDevelopers;
  }

  /** Returns the profiles of which the token has to have one; empty if any that was decoded. */
  public Set<String> profiles() {
    return profiles;
  }

  /** Returns the name that has to be among those of the audience. */
  public Optional<String> audience() {
    return Optional.ofNullable(audience);
  }

  /** Returns what tells the time. */
  public Clock clock() {
    return clock;
  }

  /** Returns by how much the clocks of verifier and relying party may differ. */
  public Duration skew() {
    return skew;
  }

  /** Returns how old a result may be by its {@code iat}. */
  public Optional<Duration> maxAge() {
    return Optional.ofNullable(maxAge);
  }

  /** Returns whether a status that is better than what it sums up is an error. */
  public boolean requiresConsistentStatus() {
    return requireConsistentStatus;
  }

  /** Returns whether a result that was issued in the future is an error. */
  public boolean rejectsFutureIat() {
    return rejectFutureIat;
  }

  /** Returns the {@code typ} that a JWT has to have. */
  public Optional<String> typ() {
    return Optional.ofNullable(typ);
  }

  /** Builds {@link EarExpectations}. Not safe for use by several threads. */
  public static final class Builder extends ExpectationsBuilder<Builder> {
    private @Nullable Bytes nonce;
    private boolean legacyTextNonce;
    private final Map<String, Bytes> evidenceNonces = new LinkedHashMap<>();
    private Set<String> verifierDevelopers = Set.of();
    private Set<String> profiles = Set.of();
    private @Nullable String audience;
    private Duration skew = Duration.ZERO;
    private @Nullable Duration maxAge;
    private boolean requireConsistentStatus;
    private boolean rejectFutureIat;
    private @Nullable String typ;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** Demands that the result is for this nonce, which the relying party chose. */
    public Builder nonce(Bytes value) {
      nonce = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Takes the text of a JSON nonce for the nonce itself, too. Some verifiers take the nonce as
     * text and hand it on.
     */
    public Builder legacyTextNonce() {
      legacyTextNonce = true;
      return this;
    }

    /** Demands that the evidence that was appraised under {@code label} is for this nonce. */
    public Builder evidenceNonce(String label, Bytes value) {
      evidenceNonces.put(
          Objects.requireNonNull(label, "label"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Demands that the developer of the verifier is one of these. */
    public Builder verifierDevelopers(String... values) {
      verifierDevelopers = Set.of(values);
      return this;
    }

    /** Demands that the profile is one of these. */
    public Builder profile(String... values) {
      profiles = Set.of(values);
      return this;
    }

    /** Demands that {@code value} is among the audience. */
    public Builder audience(String value) {
      audience = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets by how much the clocks of verifier and relying party may differ; not at all by default.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder skew(Duration value) {
      skew = checked("skew", value);
      return this;
    }

    /**
     * Demands that the result is not older than {@code value}, skew included.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder maxAge(Duration value) {
      maxAge = checked("maxAge", value);
      return this;
    }

    /** Refuses a status that is better than what it sums up; otherwise it is a finding. */
    public Builder requireConsistentStatus() {
      requireConsistentStatus = true;
      return this;
    }

    /** Refuses a result that was issued in the future; otherwise it is a finding. */
    public Builder rejectFutureIat() {
      rejectFutureIat = true;
      return this;
    }

    /** Demands this {@code typ} of a JWT, such as {@code eat+jwt}; otherwise any is taken. */
    public Builder typ(String value) {
      typ = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the expectations.
     *
     * @throws IllegalStateException if neither keys nor anchors are set
     */
    public EarExpectations build() {
      return new EarExpectations(this, resolver(), algorithmsOr(DEFAULT_ALGORITHMS), timeSource());
    }

    private static Duration checked(String name, Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(name + " is negative");
      }
      return value;
    }
  }
}
