package org.rats4j.ear;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;

/**
 * What a relying party demands of a result before it trusts the attester. Each item that is set has
 * to hold; the {@link Decision} lists all that do not.
 *
 * <pre>{@code
 * RelyingPartyPolicy policy =
 *     RelyingPartyPolicy.builder()
 *         .allSubmods(TrustTier.AFFIRMING)
 *         .submods("gpu*", TrustTier.AFFIRMING, TrustTier.WARNING)
 *         .minSubmods("gpu*", 2)
 *         .values("host", Category.EXECUTABLES, 2, 3)
 *         .maxAge(Duration.ofMinutes(5))
 *         .build();
 * Decision decision = policy.evaluate(ear, clock);
 * }</pre>
 *
 * <p>Lists of tiers name what is allowed and nothing else: {@link TrustTier#NONE}, and with it a
 * claim that is absent, is allowed only where it is named. Where submodules are selected, {@code *}
 * stands for any number of characters; a submodule that no item selects is not looked at, so set
 * {@code allSubmods} unless the verifier may say whatever it likes of the others.
 */
public final class RelyingPartyPolicy {
  private final PolicyDemands demands;

  private RelyingPartyPolicy(PolicyDemands demands) {
    this.demands = demands;
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the policy that every submodule is affirming. */
  public static RelyingPartyPolicy allAffirming() {
    return builder().allSubmods(TrustTier.AFFIRMING).build();
  }

  /** Returns the policy that every submodule is affirming or has warnings; none is not enough. */
  public static RelyingPartyPolicy notContraindicated() {
    return builder().allSubmods(TrustTier.AFFIRMING, TrustTier.WARNING).build();
  }

  /**
   * Reads a policy from JSON:
   *
   * <pre>{@code
   * { "overall": ["affirming"], "allSubmods": ["affirming", "warning"],
   *   "submods": {"gpu*": ["affirming"]}, "minSubmods": {"gpu*": 2},
   *   "categories": {"host": {"executables": {"values": [2, 3], "tiers": ["affirming"]}}},
   *   "policyIds": {"host": ["urn:example:policy:a"]},
   *   "verifierDevelopers": ["https://verifier.example"], "verifierBuilds": ["1.0"],
   *   "issuers": ["https://verifier.example"], "audience": "https://rp.example",
   *   "maxAgeSeconds": 300, "requireExpiry": true, "nonce": "<base64url>",
   *   "requireVector": true, "requireConsistentStatus": true, "allowedFindings": ["UNKNOWN_CLAIM"] }
   * }</pre>
   *
   * @throws DecodingException if {@code json} is anything else; a member that is not in this list
   *     is refused, since it would be a demand that nobody checks
   */
  public static RelyingPartyPolicy decode(byte[] json) throws DecodingException {
    return PolicyReader.decode(json);
  }

  /** Returns whether {@code ear} is good enough at the time of {@code clock}, and why not. */
  public Decision evaluate(Ear ear, Clock clock) {
    return new PolicyEvaluation(demands, ear.claims(), ear.findings(), clock.instant()).evaluate();
  }

  PolicyDemands demands() {
    return demands;
  }

  /** Builds {@link RelyingPartyPolicy}. Not safe for use by several threads. */
  public static final class Builder {
    private final Set<TrustTier> overall = EnumSet.noneOf(TrustTier.class);
    private final Set<TrustTier> allSubmods = EnumSet.noneOf(TrustTier.class);
    private final Map<String, Set<TrustTier>> submods = new LinkedHashMap<>();
    private final Map<String, Integer> minSubmods = new LinkedHashMap<>();
    private final Map<String, Map<Category, CategoryRule>> categories = new LinkedHashMap<>();
    private final Map<String, Set<String>> policyIds = new LinkedHashMap<>();
    private Set<String> verifierDevelopers = Set.of();
    private Set<String> verifierBuilds = Set.of();
    private Set<String> issuers = Set.of();
    private @Nullable String audience;
    private @Nullable Duration maxAge;
    private boolean requireExpiry;
    private @Nullable Bytes nonce;
    private boolean requireVector;
    private boolean requireConsistentStatus;
    private @Nullable Set<String> allowedFindings;

    private Builder() {}

    /**
     * Demands that the overall status or, where there is none, the worst one of the submodules is
     * one of these. A status of none hides what the submodules say, so name them, too.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder overall(TrustTier... tiers) {
      overall.addAll(some(List.of(tiers)));
      return this;
    }

    /**
     * Demands that the status of every submodule is one of these.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder allSubmods(TrustTier... tiers) {
      allSubmods.addAll(some(List.of(tiers)));
      return this;
    }

    /**
     * Demands that there is a submodule with this label, and that the status of every such is one
     * of these.
     *
     * @param pattern a label, in which {@code *} stands for any number of characters
     * @throws IllegalArgumentException if there is no tier
     */
    public Builder submods(String pattern, TrustTier... tiers) {
      submods.put(Objects.requireNonNull(pattern, "pattern"), Set.copyOf(some(List.of(tiers))));
      return this;
    }

    /**
     * Demands that at least {@code count} submodules have this label.
     *
     * @param pattern a label, in which {@code *} stands for any number of characters
     * @throws IllegalArgumentException if {@code count} is below 1
     */
    public Builder minSubmods(String pattern, int count) {
      if (count < 1) {
        throw new IllegalArgumentException("count is below 1: " + count);
      }
      minSubmods.put(Objects.requireNonNull(pattern, "pattern"), count);
      return this;
    }

    /**
     * Demands that the claim of every submodule with this label is one of these, or of one of the
     * tiers that are allowed for the category.
     *
     * @throws IllegalArgumentException if there is no value, or one beyond -128..127
     */
    public Builder values(String pattern, Category category, int... values) {
      List<Integer> list = new ArrayList<>();
      for (int value : values) {
        TrustVector.checkClaim(value);
        list.add(value);
      }
      return category(pattern, category, Set.copyOf(some(list)), Set.of());
    }

    /**
     * Demands that the claim of every submodule with this label is of one of these tiers, or one of
     * the values that are allowed for the category.
     *
     * @throws IllegalArgumentException if there is no tier
     */
    public Builder tiers(String pattern, Category category, TrustTier... tiers) {
      return category(pattern, category, Set.of(), Set.copyOf(some(List.of(tiers))));
    }

    private Builder category(
        String pattern, Category category, Set<Integer> values, Set<TrustTier> tiers) {
      Map<Category, CategoryRule> rules =
          new LinkedHashMap<>(categories.getOrDefault(pattern, Map.of()));
      CategoryRule more = new CategoryRule(values, tiers);
      rules.merge(Objects.requireNonNull(category, "category"), more, CategoryRule::or);
      categories.put(Objects.requireNonNull(pattern, "pattern"), rules);
      return this;
    }

    /**
     * Demands that every submodule with this label was appraised with all these policies, perhaps
     * among others.
     *
     * @throws IllegalArgumentException if there is no policy
     */
    public Builder policyIds(String pattern, String... ids) {
      policyIds.put(Objects.requireNonNull(pattern, "pattern"), Set.copyOf(some(List.of(ids))));
      return this;
    }

    /** Demands that the developer of the verifier is one of these. */
    public Builder verifierDevelopers(String... values) {
      verifierDevelopers = Set.copyOf(some(List.of(values)));
      return this;
    }

    /** Demands that the build of the verifier is one of these. */
    public Builder verifierBuilds(String... values) {
      verifierBuilds = Set.copyOf(some(List.of(values)));
      return this;
    }

    /** Demands that {@code iss} is one of these. */
    public Builder issuers(String... values) {
      issuers = Set.copyOf(some(List.of(values)));
      return this;
    }

    /** Demands that {@code aud} has {@code value}. */
    public Builder audience(String value) {
      audience = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Demands that the result is not older.
     *
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Builder maxAge(Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException("maxAge is negative");
      }
      maxAge = value;
      return this;
    }

    /** Demands that the result says when it ends. */
    public Builder requireExpiry() {
      requireExpiry = true;
      return this;
    }

    /** Demands this nonce. */
    public Builder nonce(Bytes value) {
      nonce = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Demands that every appraisal has a vector. */
    public Builder requireVector() {
      requireVector = true;
      return this;
    }

    /** Demands that no status is better than what it sums up. */
    public Builder requireConsistentStatus() {
      requireConsistentStatus = true;
      return this;
    }

    /**
     * Demands that there are no findings but those of these codes; none at all if there is none.
     */
    public Builder allowedFindings(String... codes) {
      allowedFindings = Set.of(codes);
      return this;
    }

    /**
     * Returns the policy.
     *
     * @throws IllegalStateException if it demands nothing
     */
    public RelyingPartyPolicy build() {
      PolicyDemands demands =
          new PolicyDemands(
              overall,
              allSubmods,
              submods,
              minSubmods,
              categories,
              policyIds,
              verifierDevelopers,
              verifierBuilds,
              issuers,
              Optional.ofNullable(audience),
              Optional.ofNullable(maxAge),
              requireExpiry,
              Optional.ofNullable(nonce),
              requireVector,
              requireConsistentStatus,
              Optional.ofNullable(allowedFindings));
      if (demands.isNothing()) {
        throw new IllegalStateException("the policy demands nothing");
      }
      return new RelyingPartyPolicy(demands);
    }

    private static <T, C extends Collection<T>> C some(C values) {
      if (values.isEmpty()) {
        throw new IllegalArgumentException("nothing is allowed");
      }
      return values;
    }
  }
}
