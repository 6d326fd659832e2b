package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.rats4j.core.Bytes;

/** Says of each triple what became of it; made when somebody asks. */
final class Explanation {
  private final CorimStore store;
  private final Instant time;
  private final Run run;
  private final KeyUnion accepted;
  private final Matching matching;
  private final List<Entry> entries;

  Explanation(CorimStore store, Instant time, Run run, KeyUnion accepted) {
    this.store = store;
    this.time = time;
    this.run = run;
    this.accepted = accepted;
    matching = new Matching(store.options());
    TreeMap<Bytes, Entry> sorted = new TreeMap<>();
    run.entries().forEach(entry -> sorted.put(entry.encoded(), entry));
    entries = List.copyOf(sorted.values());
  }

  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (RelationItem item : store.content().items()) {
      Outcome outcome = outcome(item);
      if (outcome.result() != Outcome.Result.NO_ENVIRONMENT) {
        outcomes.add(outcome);
      }
    }
    return List.copyOf(outcomes);
  }

  private Outcome outcome(RelationItem item) {
    ItemState state = run.states().get(item);
    if (state != null && !state.added().isEmpty()) {
      TreeMap<Bytes, Ect> added = new TreeMap<>();
      for (Entry entry : state.added()) {
        Ect tuple = accepted.tuple(entry);
        added.put(tuple.encode(), tuple);
      }
      return new Outcome(
          item.origin(), Outcome.Result.MATCHED, List.copyOf(added.values()), List.of());
    }
    if (!item.source().isValid(time)) {
      return without(item, Outcome.Result.SKIPPED, List.of());
    }
    if (state != null && state.hasFailedCheck()) {
      return without(item, Outcome.Result.CHECK_FAILED, List.of());
    }
    return unmatched(item);
  }

  private static Outcome without(RelationItem item, Outcome.Result result, List<Mismatch> reasons) {
    return new Outcome(item.origin(), result, List.of(), reasons);
  }

  private Outcome unmatched(RelationItem item) {
    boolean anywhere = false;
    List<Mismatch> reasons = new ArrayList<>();
    for (Slot slot : item.slots()) {
      Optional<List<Mismatch>> nearest = nearest(slot);
      anywhere |= nearest.isPresent();
      reasons.addAll(nearest.orElse(List.of(new Mismatch("", "", Comparison.ENV_MISMATCH))));
    }
    return anywhere
        ? without(item, Outcome.Result.MISMATCH, reasons.stream().distinct().toList())
        : without(item, Outcome.Result.NO_ENVIRONMENT, List.of());
  }

  /** Returns what is amiss in the entry that has the environment and the fewest faults. */
  private Optional<List<Mismatch>> nearest(Slot slot) {
    List<Mismatch> fewest = null;
    for (Entry entry : entries) {
      if (matching.isEligible(slot.item(), entry) && matching.environment(slot, entry)) {
        List<Mismatch> faults = faults(slot, entry);
        if (fewest == null || faults.size() < fewest.size()) {
          fewest = faults;
        }
      }
    }
    return Optional.ofNullable(fewest);
  }

  private List<Mismatch> faults(Slot slot, Entry entry) {
    List<Mismatch> faults = new ArrayList<>();
    if (!matching.authority(slot, entry)) {
      faults.add(new Mismatch("", "", Comparison.AUTHORITY_MISSING));
    }
    if (slot.item() instanceof KeyItem || slot.item() instanceof TrustItem) {
      if (!matching.matches(slot, entry)) {
        faults.add(new Mismatch("", "", Comparison.VALUE_DIFFERS));
      }
    } else if (entry.ect() instanceof ElementEct elements) {
      faults.addAll(matching.mismatches(slot, elements));
    }
    return faults;
  }
}
