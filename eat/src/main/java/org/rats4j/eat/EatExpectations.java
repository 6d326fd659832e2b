package org.rats4j.eat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.core.crypto.ExpectationsBuilder;
import org.rats4j.core.crypto.KeyResolver;
import org.rats4j.core.crypto.VerificationKey;

/**
 * What a verifier expects of a token: whose keys, which algorithms, for which nonce, of which
 * profile, for whom, and how fresh.
 *
 * <pre>{@code
 * EatExpectations expected =
 *     EatExpectations.builder().key(deviceKey).nonce(nonce).profile(PROFILE).build();
 * }</pre>
 *
 * <p>A token without freshness can be replayed, so one of {@code nonce}, {@code maxAge} and {@code
 * freshnessHandledElsewhere} has to be said (RFC 9711, section 9.3).
 */
public final class EatExpectations {
  /**
   * The algorithms that are allowed unless the caller names his own: ECDSA with the three NIST
   * curves, and HMAC with full length where the key is a secret one.
   */
  public static final Set<Long> DEFAULT_ALGORITHMS =
      Set.of(
          Algorithms.ES256,
          Algorithms.ES384,
          Algorithms.ES512,
          Algorithms.ESP256,
          Algorithms.ESP384,
          Algorithms.ESP512,
          Algorithms.HMAC_256,
          Algorithms.HMAC_384,
          Algorithms.HMAC_512);

  private final KeyResolver keys;
  private final KeyResolver nestedKeys;
  private final Set<Long> algorithms;
  private final @Nullable Nonce nonce;
  private final boolean exactlyOneNonce;
  private final Set<ProfileId> profiles;
  private final List<EatProfile> demandedProfiles;
  private final ProfileRegistry profileRegistry;
  private final boolean unknownProfile;
  private final boolean noProfile;
  private final boolean legacyWithoutProfile;
  private final @Nullable String audience;
  private final Clock clock;
  private final Duration skew;
  private final @Nullable Duration maxAge;
  private final boolean companionClaims;
  private final NestedPolicy nested;
  private final @Nullable SecureChannelAssertion channel;
  private final boolean requireAllDetached;
  private final boolean dropUndigested;
  private final @Nullable ReplayCheck replay;

  private EatExpectations(
      Builder builder,
      KeyResolver keys,
      KeyResolver nestedKeys,
      Set<Long> algorithms,
      Clock clock) {
    this.keys = keys;
    this.nestedKeys = nestedKeys;
    this.algorithms = algorithms;
    this.clock = clock;
    nested = builder.nested;
    channel = builder.channel;
    requireAllDetached = builder.requireAllDetached;
    dropUndigested = builder.dropUndigested;
    replay = builder.replay;
    nonce = builder.nonce;
    exactlyOneNonce = builder.exactlyOneNonce;
    profiles = builder.profiles;
    demandedProfiles = builder.demandedProfiles;
    profileRegistry = builder.profileRegistry;
    unknownProfile = builder.unknownProfile;
    noProfile = builder.noProfile;
    legacyWithoutProfile = builder.legacyWithoutProfile;
    audience = builder.audience;
    skew = builder.skew;
    maxAge = builder.maxAge;
    companionClaims = builder.companionClaims;
  }

  /** Returns a builder that expects nothing but {@link #DEFAULT_ALGORITHMS} and 60 s of skew. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns who says which keys are trusted. */
  public KeyResolver keys() {
    return keys;
  }

  /** Returns who says which keys of nested tokens are trusted. */
  public KeyResolver nestedKeys() {
    return nestedKeys;
  }

  /** Returns the numbers of the algorithms that are allowed. */
  public Set<Long> algorithms() {
    return algorithms;
  }

  /** Returns the nonce that has to be among those of the token. */
  public Optional<Nonce> nonce() {
    return Optional.ofNullable(nonce);
  }

  /** Returns whether the token must have no other nonce beside the expected one. */
  public boolean exactlyOneNonce() {
    return exactlyOneNonce;
  }

  /** Returns the profiles of which the token has to have one; empty if any is fine, also none. */
  public Set<ProfileId> profiles() {
    return profiles;
  }

  /** Returns the profiles of which the token has to keep one, beside {@link #profiles()}. */
  public List<EatProfile> demandedProfiles() {
    return demandedProfiles;
  }

  /** Returns the profiles whose rules a token has to keep if it names them. */
  public ProfileRegistry profileRegistry() {
    return profileRegistry;
  }

  /** Returns whether a token may name a profile that is not known. */
  public boolean acceptsUnknownProfile() {
    return unknownProfile;
  }

  /** Returns whether a token may name no profile. */
  public boolean acceptsNoProfile() {
    return noProfile;
  }

  /** Returns whether a token that names no profile may be taken for one by its claims. */
  public boolean legacyWithoutProfile() {
    return legacyWithoutProfile;
  }

  /** Returns the name that has to be among those of the audience. */
  public Optional<String> audience() {
    return Optional.ofNullable(audience);
  }

  /** Returns what tells the time. */
  public Clock clock() {
    return clock;
  }

  /** Returns by how much the clocks of attester and verifier may differ. */
  public Duration skew() {
    return skew;
  }

  /** Returns how old a token may be by its {@code iat}. */
  public Optional<Duration> maxAge() {
    return Optional.ofNullable(maxAge);
  }

  /** Returns whether a claim without the claim that it needs is an error. */
  public boolean companionClaims() {
    return companionClaims;
  }

  /** Returns what is done with nested tokens. */
  public NestedPolicy nested() {
    return nested;
  }

  /** Returns the channel over which claims without signature may come. */
  public Optional<SecureChannelAssertion> channel() {
    return Optional.ofNullable(channel);
  }

  /** Returns whether a digest without its detached claims-set is an error. */
  public boolean requiresAllDetached() {
    return requireAllDetached;
  }

  /** Returns whether detached claims-sets without digest are dropped; otherwise they are errors. */
  public boolean dropsUndigested() {
    return dropUndigested;
  }

  /** Returns what looks for tokens that were seen before. */
  public Optional<ReplayCheck> replay() {
    return Optional.ofNullable(replay);
  }

  /**
   * Returns what is expected of a nested token for which the policy has nothing of its own: nonce,
   * audience and profile of the token around it are not its own.
   */
  EatExpectations forNested() {
    Builder builder = new Builder();
    builder.profileRegistry = profileRegistry;
    builder.unknownProfile = unknownProfile;
    builder.legacyWithoutProfile = legacyWithoutProfile;
    builder.skew = skew;
    builder.companionClaims = companionClaims;
    builder.nested = nested;
    builder.requireAllDetached = requireAllDetached;
    builder.dropUndigested = dropUndigested;
    return new EatExpectations(builder, nestedKeys, nestedKeys, algorithms, clock);
  }

  /** Builds {@link EatExpectations}. Not safe for use by several threads. */
  public static final class Builder extends ExpectationsBuilder<Builder> {
    private final List<KeyResolver> nestedResolvers = new ArrayList<>();
    private NestedPolicy nested = NestedPolicy.VERIFY_IF_KEY;
    private @Nullable SecureChannelAssertion channel;
    private boolean requireAllDetached;
    private boolean dropUndigested;
    private @Nullable ReplayCheck replay;
    private @Nullable Nonce nonce;
    private boolean exactlyOneNonce;
    private Set<ProfileId> profiles = Set.of();
    private List<EatProfile> demandedProfiles = List.of();
    private ProfileRegistry profileRegistry = ProfileRegistry.STANDARD;
    private boolean unknownProfile = true;
    private boolean noProfile = true;
    private boolean legacyWithoutProfile;
    private @Nullable String audience;
    private Duration skew = Duration.ofSeconds(60);
    private @Nullable Duration maxAge;
    private boolean freshnessHandledElsewhere;
    private boolean companionClaims;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected boolean takesMacs() {
      return true;
    }

    /**
     * Adds who says which keys are trusted, of nested tokens too; resolvers are asked in this
     * order. What they are asked with is an {@link EatKeyHints}, which tells the path.
     */
    @Override
    public Builder keys(KeyResolver value) {
      super.keys(value);
      nestedResolvers.add(value);
      return this;
    }

    /**
     * Trusts one key for the token itself, whatever it says of its key. Nested tokens have other
     * keys: see {@link #keys} and {@link NestedPolicy#expecting}.
     */
    @Override
    public Builder key(VerificationKey value) {
      return super.key(value);
    }

    /** Demands this nonce, alone or among others. */
    public Builder nonce(Nonce value) {
      nonce = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Demands this nonce, alone or among others.
     *
     * @throws IllegalArgumentException if {@code value} has less than 8 or more than 64 bytes
     */
    public Builder nonce(Bytes value) {
      return nonce(Nonce.ofBytes(value));
    }

    /** Demands that there is no second nonce. */
    public Builder exactlyOneNonce() {
      exactlyOneNonce = true;
      return this;
    }

    /** Demands one of these profiles. */
    public Builder profile(ProfileId... values) {
      profiles = Set.of(values);
      return this;
    }

    /**
     * Demands one of these profiles, and that the token keeps its rules. A profile whose tokens do
     * not name it is known by its claims.
     */
    public Builder profile(EatProfile... values) {
      demandedProfiles = List.of(values);
      return this;
    }

    /**
     * Knows these profiles, in place of {@link ProfileRegistry#STANDARD}: a token that names one
     * has to keep its rules.
     */
    public Builder profileRegistry(ProfileRegistry value) {
      profileRegistry = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Rejects a token that names a profile which is not known. */
    public Builder rejectUnknownProfile() {
      unknownProfile = false;
      return this;
    }

    /** Demands that a token names a profile. */
    public Builder requireProfile() {
      noProfile = false;
      return this;
    }

    /** Takes a token that names no profile for one of the registry by its claims. */
    public Builder legacyWithoutProfile() {
      legacyWithoutProfile = true;
      return this;
    }

    /** Demands that the token is for {@code value}, perhaps among others. */
    public Builder audience(String value) {
      audience = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets by how much the clocks of attester and verifier may differ; 60 s by default.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder skew(Duration value) {
      skew = notNegative(value);
      return this;
    }

    /**
     * Demands that the token has {@code iat} and was made at most this long ago.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder maxAge(Duration value) {
      maxAge = notNegative(value);
      return this;
    }

    /** Says that something outside makes sure that the token is fresh, such as an epoch handle. */
    public Builder freshnessHandledElsewhere() {
      freshnessHandledElsewhere = true;
      return this;
    }

    /** Demands with each claim the claim that it needs; otherwise that is a finding. */
    public Builder companionClaims() {
      companionClaims = true;
      return this;
    }

    /** Sets what is done with nested tokens; {@link NestedPolicy#VERIFY_IF_KEY} by default. */
    public Builder nested(NestedPolicy value) {
      nested = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Accepts claims without signature, since {@code value} says that their channel protects them:
     * a UCCS, a UJCS, or a JWT with alg none. Its status is {@link TrustStatus#UNPROTECTED}.
     */
    public Builder acceptUnprotected(SecureChannelAssertion value) {
      channel = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Demands for each digest of a submodule that the bundle has the claims-set. */
    public Builder requireAllDetached() {
      requireAllDetached = true;
      return this;
    }

    /** Drops, with a finding, what a bundle has without digest; otherwise that is an error. */
    public Builder dropUndigested() {
      dropUndigested = true;
      return this;
    }

    /** Asks {@code value}, after all else was verified, whether the token was seen before. */
    public Builder replay(ReplayCheck value) {
      replay = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the expectations.
     *
     * @throws IllegalStateException if neither keys nor anchors nor a secure channel are set, or
     *     nothing makes sure that the token is fresh
     */
    public EatExpectations build() {
      if (nonce == null && maxAge == null && !freshnessHandledElsewhere) {
        throw new IllegalStateException(
            "nothing makes sure that the token is fresh: expect a nonce or a maximum age, or say"
                + " that freshness is handled elsewhere");
      }
      return new EatExpectations(
          this,
          channel != null && trustsNobody() ? withAnchors(List.of()) : resolver(),
          withAnchors(nestedResolvers),
          algorithmsOr(DEFAULT_ALGORITHMS),
          timeSource());
    }

    private static Duration notNegative(Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException("negative duration");
      }
      return value;
    }
  }
}
