package org.rats4j.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which claims a policy allows in one category: one of some values, or of some tiers. */
record CategoryRule(Set<Integer> values, Set<TrustTier> tiers) {
  boolean allows(int claim) {
    return values.contains(claim) || tiers.contains(TrustTier.ofClaim(claim));
  }

  /** Returns the rule that allows what either one does. */
  CategoryRule or(CategoryRule other) {
    return new CategoryRule(union(values, other.values), union(tiers, other.tiers));
  }

  private static <T> Set<T> union(Set<T> a, Set<T> b) {
    List<T> all = new ArrayList<>(a);
    b.stream().filter(value -> !a.contains(value)).forEach(all::add);
    return Set.copyOf(all);
  }
}
