package org.rats4j.ear;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;

/** What a {@link RelyingPartyPolicy} demands; an empty set or map demands nothing. */
record PolicyDemands(
    Set<TrustTier> overall,
    Set<TrustTier> allSubmods,
    Map<String, Set<TrustTier>> submods,
    Map<String, Integer> minSubmods,
    Map<String, Map<Category, CategoryRule>> categories,
    Map<String, Set<String>> policyIds,
    Set<String> verifierDevelopers,
    Set<String> verifierBuilds,
    Set<String> issuers,
    Optional<String> audience,
    Optional<Duration> maxAge,
    boolean requireExpiry,
    Optional<Bytes> nonce,
    boolean requireVector,
    boolean requireConsistentStatus,
    Optional<Set<String>> allowedFindings) {

  PolicyDemands {
    overall = Set.copyOf(overall);
    allSubmods = Set.copyOf(allSubmods);
    submods = inOrder(submods);
    minSubmods = inOrder(minSubmods);
    categories = inOrder(categories);
    policyIds = inOrder(policyIds);
  }

  /** Reasons come in the order of the policy. */
  private static <V> Map<String, V> inOrder(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Returns whether nothing is said of trust, identity or freshness. */
  boolean isNothing() {
    boolean trust =
        overall.isEmpty()
            && allSubmods.isEmpty()
            && submods.isEmpty()
            && minSubmods.isEmpty()
            && categories.isEmpty();
    boolean identity =
        policyIds.isEmpty()
            && verifierDevelopers.isEmpty()
            && verifierBuilds.isEmpty()
            && issuers.isEmpty()
            && audience.isEmpty();
    boolean freshness = maxAge.isEmpty() && nonce.isEmpty() && !requireExpiry;
    return trust && identity && freshness;
  }
}
