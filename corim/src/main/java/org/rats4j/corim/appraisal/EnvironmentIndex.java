package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.Environment;

/** Finds the items whose environment is contained in another one, whatever else they ask for. */
final class EnvironmentIndex {
  private final Map<Integer, Map<Bytes, List<RelationItem>>> byLeaves = new HashMap<>();

  private EnvironmentIndex() {}

  static EnvironmentIndex of(List<RelationItem> items, Predicate<RelationItem> wanted) {
    EnvironmentIndex index = new EnvironmentIndex();
    for (RelationItem item : items) {
      if (wanted.test(item)) {
        index.add(item, item.slots().get(0).environment());
      }
    }
    return index;
  }

  private void add(RelationItem item, CanonicalEnvironment environment) {
    if (!environment.isKnown()) {
      return; // entries that no rule knows never say that two environments are the same
    }
    byLeaves
        .computeIfAbsent(environment.mask(), any -> new HashMap<>())
        .computeIfAbsent(environment.encoded(), any -> new ArrayList<>(1))
        .add(item);
  }

  /** Calls {@code found} for each item that counts at {@code now}. */
  void contained(Environment in, Instant now, Consumer<RelationItem> found) {
    @Nullable Bytes[] leaves = CanonicalEnvironment.leaves(in);
    int mask = CanonicalEnvironment.mask(leaves);
    byLeaves.forEach(
        (part, environments) -> {
          if ((part & ~mask) == 0) {
            Bytes projected = CanonicalEnvironment.encode(leaves, part);
            environments.getOrDefault(projected, List.of()).stream()
                .filter(item -> item.source().isValid(now))
                .forEach(found);
          }
        });
  }
}
