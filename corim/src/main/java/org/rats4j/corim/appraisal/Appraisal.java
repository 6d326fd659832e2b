package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;

/**
 * The result of an appraisal: what is accepted, where each tuple comes from, and what became of
 * each triple of the store.
 */
public final class Appraisal {
  private final CorimStore store;
  private final Instant time;
  private final Run run;
  private final Acs acs;
  private final Map<Bytes, List<Entry>> parts;

  private Appraisal(
      CorimStore store, Instant time, Run run, Acs acs, Map<Bytes, List<Entry>> parts) {
    this.store = store;
    this.time = time;
    this.run = run;
    this.acs = acs;
    this.parts = parts;
  }

  static Appraisal of(CorimStore store, Instant time, Run run, List<Phase> phases) {
    Map<Bytes, List<Entry>> parts = new LinkedHashMap<>();
    List<Ect> ects = new ArrayList<>(KeyUnion.of(run.entries(), parts));
    Acs acs = Acs.of(ects);
    for (Phase phase : phases) {
      if (phase != Phase.NONE) {
        ects.addAll(phase.add(acs));
        acs = Acs.of(ects);
      }
    }
    return new Appraisal(store, time, run, acs, parts);
  }

  /** Returns what is accepted. */
  public Acs acs() {
    return acs;
  }

  /** Returns the time of the appraisal. */
  public Instant time() {
    return time;
  }

  /** Returns the options that it was made under. */
  public AppraisalOptions options() {
    return store.options();
  }

  /** Returns what was left out of the store. */
  public List<Finding> diagnostics() {
    return store.diagnostics();
  }

  /**
   * Returns why {@code ect} is accepted, in the order of the store: which triples added it, and by
   * what. Empty for evidence, for what a later phase added, and for what is not accepted.
   */
  public List<Derivation> derivations(Ect ect) {
    Map<RelationItem, TreeMap<Bytes, Ect>> all =
        new TreeMap<>((one, other) -> Integer.compare(one.order(), other.order()));
    for (Entry part : parts.getOrDefault(ect.encode(), List.of())) {
      run.derivations(part)
          .forEach(
              (item, from) -> {
                TreeMap<Bytes, Ect> sorted = all.computeIfAbsent(item, any -> new TreeMap<>());
                sources(item, from).forEach(each -> sorted.put(each.encoded(), each.ect()));
              });
    }
    List<Derivation> derivations = new ArrayList<>();
    all.forEach(
        (item, from) -> derivations.add(new Derivation(item.origin(), List.copyOf(from.values()))));
    return List.copyOf(derivations);
  }

  private Collection<Entry> sources(RelationItem item, Set<Entry> known) {
    ItemState state = run.states().get(item);
    return known.isEmpty() && state != null ? state.meeting(item.slots()) : known;
  }

  /**
   * Returns what became of the triples of the store whose environment is that of something
   * accepted, in the order of the store. All others are {@link Outcome.Result#NO_ENVIRONMENT}.
   */
  public List<Outcome> outcomes() {
    return new Explanation(store, time, run).outcomes();
  }

  @Override
  public String toString() {
    return "appraisal at " + time + ": " + acs;
  }
}
