package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.corim.comid.Environment;

/**
 * The result of an appraisal: what is accepted, where each tuple comes from, and what became of
 * each triple of the store.
 */
public final class Appraisal {
  private final CorimStore store;
  private final Instant time;
  private final Run run;
  private final KeyUnion accepted;
  private final Acs acs;

  private Appraisal(CorimStore store, Instant time, Run run, KeyUnion accepted, Acs acs) {
    this.store = store;
    this.time = time;
    this.run = run;
    this.accepted = accepted;
    this.acs = acs;
  }

  static Appraisal of(CorimStore store, Instant time, Run run, List<Phase> phases) {
    KeyUnion accepted = new KeyUnion(run.entries());
    Acs acs = Acs.of(accepted.tuples());
    for (Phase phase : phases) {
      List<? extends Ect> added = phase.add(acs);
      if (!added.isEmpty()) {
        List<Ect> ects = new ArrayList<>(acs.entries());
        ects.addAll(added);
        acs = Acs.of(ects);
      }
    }
    return new Appraisal(store, time, run, accepted, acs);
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

  /** Returns how many triples the store has. */
  public int triples() {
    return store.size();
  }

  /**
   * Returns why {@code ect} is accepted, in the order of the store: which triples added it, and by
   * what. Empty for evidence, for what a later phase added, and for what is not accepted.
   */
  public List<Derivation> derivations(Ect ect) {
    TreeMap<RelationItem, TreeMap<Bytes, Ect>> all =
        new TreeMap<>(Comparator.comparingInt(RelationItem::order));
    for (Entry part : accepted.parts(ect.encode())) {
      for (Map.Entry<RelationItem, Set<Entry>> each : run.derivations(part).entrySet()) {
        TreeMap<Bytes, Ect> from = all.computeIfAbsent(each.getKey(), any -> new TreeMap<>());
        for (Entry source : sources(each.getKey(), each.getValue())) {
          Ect tuple = accepted.tuple(source);
          from.put(tuple.encode(), tuple);
        }
      }
    }
    List<Derivation> derivations = new ArrayList<>();
    all.forEach(
        (item, from) -> derivations.add(new Derivation(item.origin(), List.copyOf(from.values()))));
    return List.copyOf(derivations);
  }

  /** Returns what meets the conditions of {@code item}, other than what it added itself. */
  private Collection<Entry> sources(RelationItem item, Set<Entry> known) {
    ItemState state = run.states().get(item);
    if (!known.isEmpty() || state == null) {
      return known;
    }
    Set<Entry> meeting = state.meeting(item.slots());
    Set<Entry> others = new LinkedHashSet<>(meeting);
    others.removeAll(state.added());
    return others.isEmpty() ? meeting : others;
  }

  /**
   * Returns what became of the triples of the store whose environment is that of something
   * accepted, in the order of the store. All others are {@link Outcome.Result#NO_ENVIRONMENT}. They
   * are found when this is called, which takes time in proportion to the store.
   */
  public List<Outcome> outcomes() {
    return new Explanation(store, time, run, accepted).outcomes();
  }

  /**
   * Returns the environments of evidence of which there are no reference values, each with those
   * that come nearest. They are found when this is called, which takes time in proportion to the
   * store.
   */
  public List<NearEnvironments> unknownEnvironments() {
    TreeMap<Bytes, Environment> unknown = new TreeMap<>();
    for (ElementEct evidence : acs.elements(ElementEct.EVIDENCE)) {
      if (!store.hasReferenceValues(evidence.environment(), time)) {
        unknown.put(EctCodec.encode(evidence.environment()), evidence.environment());
      }
    }
    return unknown.values().stream().map(this::nearest).toList();
  }

  private NearEnvironments nearest(Environment environment) {
    return new EnvironmentSearch(store.content(), time).near(environment);
  }

  /**
   * Returns options, what is accepted with its derivations, the outcomes and the diagnostics as
   * JSON. CBOR stands in it as diagnostic notation. Equal appraisals give equal bytes. Of outcomes
   * that are no match, the first thousand are listed.
   */
  public Bytes toJson() {
    return AppraisalJson.of(this);
  }

  /** Returns what {@link #toJson} has, in lines for people. */
  public String describe() {
    return AppraisalText.of(this);
  }

  @Override
  public String toString() {
    return "appraisal at " + time + ": " + acs;
  }
}
