package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.corim.TagId;
import org.rats4j.corim.comid.Environment;

/** Compares an environment with all that reference values are about; for explanations only. */
final class EnvironmentSearch {
  private static final String[] MEMBERS = {
    "class.class-id",
    "class.vendor",
    "class.model",
    "class.layer",
    "class.index",
    "instance",
    "group",
  };
  private static final String OTHERS = "members that no rule knows";

  /** The same class comes first, then the fewest differences, and of as many the least weighty. */
  private static final Comparator<Candidate> NEAREST =
      Comparator.comparingInt((Candidate candidate) -> candidate.differing & 1)
          .thenComparingInt(candidate -> Integer.bitCount(candidate.differing))
          .thenComparingInt(Candidate::weight)
          .thenComparingInt(candidate -> -Integer.bitCount(candidate.mask))
          .thenComparingInt(candidate -> candidate.item.order());

  private final StoreContent store;
  private final Instant time;

  EnvironmentSearch(StoreContent store, Instant time) {
    this.store = store;
    this.time = time;
  }

  /**
   * An environment of a condition.
   *
   * @param differing which of its leaves the evidence has not; the bit behind the last one stands
   *     for what no rule knows
   */
  private record Candidate(RelationItem item, int mask, int differing) {
    /** A difference in the class weighs more than one in the instance. */
    int weight() {
      return Integer.reverse(differing) >>> 1;
    }
  }

  NearEnvironments near(Environment environment) {
    @Nullable Bytes[] leaves = CanonicalEnvironment.leaves(environment);
    PriorityQueue<Candidate> nearest = new PriorityQueue<>(NEAREST.reversed());
    Set<Bytes> compared = new HashSet<>();
    Set<TagId> corims = new HashSet<>();
    for (RelationItem item : store.items()) {
      if (item instanceof ReferenceItem && item.source().isValid(time)) {
        CanonicalEnvironment wanted = environment(item);
        corims.add(item.source().corim());
        if (compared.add(name(wanted))) {
          int differing = differing(wanted, leaves, environment);
          if (differing != 0) {
            nearest.add(new Candidate(item, wanted.mask(), differing));
            if (nearest.size() > NearEnvironments.LISTED) {
              nearest.remove();
            }
          }
        }
      }
    }
    return new NearEnvironments(
        environment,
        compared.size(),
        corims.size(),
        nearest.stream().sorted(NEAREST).map(candidate -> near(candidate, leaves)).toList());
  }

  private static CanonicalEnvironment environment(RelationItem item) {
    return item.slots().get(0).environment();
  }

  private static Bytes name(CanonicalEnvironment environment) {
    return environment.isKnown()
        ? environment.encoded()
        : EctCodec.encode(environment.environment());
  }

  private static int differing(
      CanonicalEnvironment wanted, @Nullable Bytes[] leaves, Environment environment) {
    @Nullable Bytes[] values = CanonicalEnvironment.leaves(wanted.decode());
    int differing = wanted.unknownIsIn(environment) ? 0 : 1 << CanonicalEnvironment.LEAVES;
    for (int leaf = 0; leaf < CanonicalEnvironment.LEAVES; leaf++) {
      Bytes wantedValue = values[leaf];
      Bytes value = leaves[leaf];
      if (wantedValue != null && (value == null || !wantedValue.equals(value))) {
        differing |= 1 << leaf;
      }
    }
    return differing;
  }

  private static NearEnvironments.Near near(Candidate candidate, @Nullable Bytes[] leaves) {
    Environment environment = environment(candidate.item).decode();
    @Nullable Bytes[] values = CanonicalEnvironment.leaves(environment);
    List<NearEnvironments.Difference> differences = new ArrayList<>();
    for (int leaf = 0; leaf < CanonicalEnvironment.LEAVES; leaf++) {
      if ((candidate.differing >> leaf & 1) != 0) {
        differences.add(
            new NearEnvironments.Difference(
                MEMBERS[leaf], notation(values[leaf]), notation(leaves[leaf])));
      }
    }
    if (candidate.differing >> CanonicalEnvironment.LEAVES != 0) {
      differences.add(new NearEnvironments.Difference(OTHERS, "some", ""));
    }
    return new NearEnvironments.Near(environment, candidate.item.origin(), differences);
  }

  private static String notation(@Nullable Bytes value) {
    return value == null ? "" : Wording.cut(Wording.notation(value));
  }
}
