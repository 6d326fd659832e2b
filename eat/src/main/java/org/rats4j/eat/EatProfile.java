package org.rats4j.eat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Encoding;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;
import org.rats4j.core.Label;

/**
 * A profile as data: what it demands of claims, encoding, envelope, algorithms and freshness (RFC
 * 9711, section 6).
 *
 * <pre>{@code
 * static final EatProfile GATEWAY =
 *     EatProfile.builder("tag:example.com,2026:gateway")
 *         .envelopes(EatEnvelope.COSE_SIGN1)
 *         .algorithms(Algorithms.ES256)
 *         .encodingRule(EncodingRule.DETERMINISTIC)
 *         .claims(
 *             ProfileClaim.required(Claims.NONCE, ValueRule.oneNonce(32)),
 *             ProfileClaim.required(Claims.UEID))
 *         .build();
 * }</pre>
 *
 * <p>A verifier demands it by {@link EatExpectations.Builder#profile(EatProfile...)}, or knows it
 * among others by a {@link ProfileRegistry}. An attester builds by {@link
 * EatClaims.Builder#forProfile} and {@link CwtBuilder#forProfile}. What is not said is as in RFC
 * 9711: anything is fine.
 */
public final class EatProfile {
  private final ProfileMark mark;
  private final String name;
  private final ClaimKey<Nonces> nonceClaim;
  private final Map<ClaimKey<?>, ProfileClaim<?>> claims;
  private final boolean noOtherClaims;
  private final boolean companionClaims;
  private final List<ClaimsCheck> checks;
  private final TokenRules tokenRules;
  private final boolean readOnly;

  private EatProfile(Builder builder) {
    mark = builder.mark;
    name = builder.name;
    nonceClaim = builder.nonceClaim;
    claims = new LinkedHashMap<>(builder.claims);
    noOtherClaims = builder.noOtherClaims;
    companionClaims = builder.companionClaims;
    checks = List.copyOf(builder.checks);
    tokenRules = builder.tokenRules;
    readOnly = builder.readOnly;
  }

  /** Returns a builder of the profile {@code id}, which demands nothing else yet. */
  public static Builder builder(ProfileId id) {
    return new Builder(Objects.requireNonNull(id, "id"), id.toString());
  }

  /**
   * Returns a builder of the profile {@code id}, which demands nothing else yet.
   *
   * @param id a URI, or an object identifier in dotted form
   * @throws IllegalArgumentException if {@code id} is neither
   */
  public static Builder builder(String id) {
    return builder(ProfileId.of(id));
  }

  /**
   * Returns a builder of a profile that no claim names. Say by {@link Builder#impliedBy} how its
   * tokens are known.
   *
   * @param name what people call it
   */
  public static Builder unnamed(String name) {
    return new Builder(null, Objects.requireNonNull(name, "name"));
  }

  /**
   * Returns a builder that holds all rules of this profile, for one that is derived from it, such
   * as one with other algorithms.
   */
  public Builder derive(ProfileId derivedId) {
    return new Builder(this, derivedId);
  }

  /** Returns the identifier; empty if no claim names the profile. */
  public Optional<ProfileId> id() {
    return Optional.ofNullable(mark.id());
  }

  /** Returns the identifier, or what people call the profile. */
  public String name() {
    return name;
  }

  /** Returns what is said of claims; each claim once. */
  public List<ProfileClaim<?>> claims() {
    return List.copyOf(claims.values());
  }

  /** Returns what is demanded of the token around the claims. */
  public TokenRules tokenRules() {
    return tokenRules;
  }

  /** Returns the claim that has the nonce; usually {@link Claims#NONCE}. */
  public ClaimKey<Nonces> nonceClaim() {
    return nonceClaim;
  }

  /** Returns whether tokens of this profile are read, and no longer made. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** Returns the claims of RFC 9711 and those of this profile, to decode both at once. */
  public ClaimRegistry claimRegistry() {
    List<ClaimKey<?>> own = new ArrayList<>(claims.keySet());
    own.removeAll(ClaimRegistry.EAT.keys());
    return ClaimRegistry.EAT.with(own.toArray(ClaimKey<?>[]::new));
  }

  /**
   * Returns what in {@code set} is not as this profile demands. It follows the profile if no
   * finding is an {@link Finding.Severity#ERROR}. Which profile the claims name does not count.
   */
  public List<Finding> check(EatClaims set) {
    return new ProfileCheck(this).ofClaims(set);
  }

  /** Returns whether a claim of {@code set} names this profile. */
  public boolean isNamedBy(EatClaims set) {
    return mark.isNamedBy(set);
  }

  /**
   * Returns whether {@code set} has no claim that names a profile, and looks like one of this
   * profile nevertheless. Only a caller who expects it should believe that.
   */
  public boolean isImpliedBy(EatClaims set) {
    return mark.isImpliedBy(set);
  }

  /** Returns a finding of {@code claim} for a {@link ClaimsCheck}, with severity ERROR. */
  public static Finding violation(ClaimKey<?> claim, String message) {
    return new Finding(EatCodes.PROFILE_CLAIM_VALUE, Finding.Severity.ERROR, claim.name(), message);
  }

  /** Returns a finding of the whole set for a {@link ClaimsCheck}, with severity ERROR. */
  public static Finding violation(String message) {
    return new Finding(EatCodes.PROFILE_CLAIM_VALUE, Finding.Severity.ERROR, "", message);
  }

  /** Returns the findings that say that a token does not follow its profile. */
  static List<Finding> faults(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .toList();
  }

  boolean refusesOtherClaims() {
    return noOtherClaims;
  }

  boolean demandsCompanionClaims() {
    return companionClaims;
  }

  List<ClaimsCheck> checks() {
    return checks;
  }

  /** Returns whether {@code key} is one of the claims that this profile speaks of. */
  boolean mentions(ClaimKey<?> key) {
    return claims.keySet().stream().anyMatch(key::names) || mark.uses(key);
  }

  /** Returns whether this profile speaks of the claim with {@code label} in {@code encoding}. */
  boolean mentions(Encoding encoding, Label label) {
    return mark.uses(encoding, label)
        || claims.keySet().stream()
            .anyMatch(key -> key.labelIn(encoding).filter(label::equals).isPresent());
  }

  /** Writes the claim that names this profile, if there is one. */
  void name(EatClaims.Builder set) {
    mark.put(set);
  }

  /**
   * Returns this profile.
   *
   * @throws IllegalArgumentException if no tokens of it are made
   */
  EatProfile requireWritable() {
    if (readOnly) {
      throw new IllegalArgumentException("tokens of profile " + name + " are read only");
    }
    return this;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }

  /** Builds an {@link EatProfile}. Not safe for use by several threads. */
  public static final class Builder {
    private final String name;
    private final Map<ClaimKey<?>, ProfileClaim<?>> claims = new LinkedHashMap<>();
    private final List<ClaimsCheck> checks = new ArrayList<>();
    private ProfileMark mark;
    private ClaimKey<Nonces> nonceClaim = Claims.NONCE;
    private TokenRules tokenRules = TokenRules.ANY;
    private boolean noOtherClaims;
    private boolean companionClaims;
    private boolean readOnly;

    private Builder(@Nullable ProfileId id, String name) {
      mark = ProfileMark.of(id);
      this.name = name;
    }

    private Builder(EatProfile base, ProfileId id) {
      this(Objects.requireNonNull(id, "id"), id.toString());
      claims.putAll(base.claims);
      checks.addAll(base.checks);
      nonceClaim = base.nonceClaim;
      tokenRules = base.tokenRules;
      noOtherClaims = base.noOtherClaims;
      companionClaims = base.companionClaims;
    }

    /** Says something of claims, in place of what was said of the same claims before. */
    public Builder claims(ProfileClaim<?>... values) {
      for (ProfileClaim<?> value : values) {
        claims.put(value.key(), value);
      }
      return this;
    }

    /** Refuses every claim that {@link #claims} does not name; {@code eat_profile} is fine. */
    public Builder noOtherClaims() {
      noOtherClaims = true;
      return this;
    }

    /** Demands with each claim the claim that it needs (RFC 9711, section 4.2). */
    public Builder companionClaims() {
      companionClaims = true;
      return this;
    }

    /** Adds a rule that no {@link ProfileClaim} can say. */
    public Builder check(ClaimsCheck value) {
      checks.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Refuses digests of detached claims, and so detached bundles. */
    public Builder noDetachedClaims() {
      return check(SubmoduleChecks::noDigests);
    }

    /** Allows nested tokens of these encodings only. */
    public Builder nestedTokens(Encoding... values) {
      return check(SubmoduleChecks.nestedIn(Set.of(values)));
    }

    /** Takes the nonce from another claim than {@code eat_nonce}. */
    public Builder nonceClaim(ClaimKey<Nonces> value) {
      nonceClaim = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Knows tokens by a claim of their own in place of {@code eat_profile}. */
    public <T> Builder namedBy(ClaimKey<T> key, T value) {
      mark = mark.withClaim(new ProfileMark.Claim<>(key, Objects.requireNonNull(value, "value")));
      return this;
    }

    /** Knows tokens without a claim that names the profile by this claim, where allowed. */
    public Builder impliedBy(ClaimKey<?> key) {
      mark = mark.withImpliedBy(Objects.requireNonNull(key, "key"));
      return this;
    }

    /** Allows tokens of these encodings only. */
    public Builder encodings(Encoding... values) {
      tokenRules = tokenRules.withEncodings(Set.of(values));
      return this;
    }

    /** Allows these envelopes only. */
    public Builder envelopes(EatEnvelope... values) {
      tokenRules = tokenRules.withEnvelopes(Set.of(values));
      return this;
    }

    /** Says whether tag 61 stands in front. */
    public Builder cwtTag(CwtTagRule value) {
      tokenRules = tokenRules.withCwtTag(value);
      return this;
    }

    /** Allows these algorithms only, as numbers of {@link org.rats4j.core.crypto.Algorithms}. */
    public Builder algorithms(Long... values) {
      tokenRules = tokenRules.withAlgorithms(Set.of(values));
      return this;
    }

    /** Demands an encoding of CBOR: of message, protected headers and claims. */
    public Builder encodingRule(EncodingRule value) {
      tokenRules = tokenRules.withEncodingRule(value);
      return this;
    }

    /** Demands that a token names its key by one of these means. */
    public Builder keyIdentifiedBy(KeyMeans... values) {
      tokenRules = tokenRules.withKeyMeans(Set.of(values));
      return this;
    }

    /** Demands that a CWT says in a protected header that it is one. */
    public Builder contentType() {
      tokenRules = tokenRules.withContentType();
      return this;
    }

    /**
     * Allows tokens up to this size.
     *
     * @throws IllegalArgumentException if {@code value} is not positive
     */
    public Builder maxBytes(int value) {
      if (value <= 0) {
        throw new IllegalArgumentException("no token is that small");
      }
      tokenRules = tokenRules.withMaxBytes(value);
      return this;
    }

    /** Says that tokens are read, and no longer made. */
    public Builder readOnly() {
      readOnly = true;
      return this;
    }

    /**
     * Returns the profile.
     *
     * @throws IllegalStateException if there is no way to know its tokens
     */
    public EatProfile build() {
      if (mark.isBlank()) {
        throw new IllegalStateException("nothing says how tokens of this profile are known");
      }
      return new EatProfile(this);
    }
  }
}
