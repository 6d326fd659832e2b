package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rats4j.corim.comid.CryptoKey;

/**
 * The appraisal as it is told: each item against each tuple, again and again, until nothing
 * changes. What the engine with an index has to agree with.
 */
final class NaiveEngine {
  private final CorimStore store;
  private final AppraisalOptions options;
  private final Matching matching;
  private final KeyVerifier keyVerifier;
  private final Set<Ect> acs = new LinkedHashSet<>();
  private final Set<RelationItem> firedReferences = new HashSet<>();

  NaiveEngine(CorimStore store, KeyVerifier keyVerifier) {
    this.store = store;
    this.keyVerifier = keyVerifier;
    options = store.options();
    matching = new Matching(options);
  }

  Set<Ect> appraise(List<ElementEct> evidence) {
    acs.addAll(EvidenceMerge.of(evidence, options));
    Set<RelationItem> firedSeries = new HashSet<>();
    do {
      fixpoint();
    } while (fireOneSeries(firedSeries));
    return acs;
  }

  private void fixpoint() {
    int before;
    do {
      before = acs.size();
      for (RelationItem item : store.content().items()) {
        for (Ect ect : additions(item)) {
          acs.add(ect);
        }
      }
    } while (acs.size() > before);
  }

  private List<Ect> additions(RelationItem item) {
    if (item instanceof ReferenceItem reference) {
      return corroborated(reference);
    }
    if (item instanceof EndorsementItem endorsement) {
      return allMet(item.slots())
          ? List.copyOf(
              endorsement.additions().stream().map(each -> each.toEct(item.source())).toList())
          : List.of();
    }
    if (item instanceof KeyItem keys) {
      return verified(keys);
    }
    if (item instanceof MembershipItem membership) {
      return !membership.isCyclic() && allMet(item.slots())
          ? List.of(membership.toEct())
          : List.of();
    }
    if (item instanceof TrustItem trust) {
      return allMet(item.slots()) ? List.of(trust.toEct()) : List.of();
    }
    return List.of();
  }

  private boolean met(Slot slot, Ect ect) {
    return matching.matches(slot, new Entry(ect, ect.encode()));
  }

  private boolean allMet(List<Slot> slots) {
    return slots.stream().allMatch(slot -> acs.stream().anyMatch(ect -> met(slot, ect)));
  }

  private List<Ect> corroborated(ReferenceItem item) {
    List<Ect> added = new ArrayList<>();
    for (Ect ect : acs) {
      if (item.slots().stream().allMatch(slot -> met(slot, ect))
          && (firedReferences.add(item) || !options.has(Alternative.FIRST_ONLY))) {
        ElementEct evidence = (ElementEct) ect;
        ElementEct addition =
            ElementEct.of(
                ElementEct.REFERENCE_VALUES,
                options.has(Alternative.EVIDENCE_ENVIRONMENT)
                    ? ect.environment()
                    : item.slots().get(0).environment().environment(),
                item.source().authority(),
                options.has(Alternative.WHOLE_ECT)
                    ? evidence.elements()
                    : matching.select(item.slots(), evidence));
        added.add(item.source().profile().map(addition::withProfile).orElse(addition));
      }
    }
    return added;
  }

  private List<Ect> verified(KeyItem item) {
    List<Ect> added = new ArrayList<>();
    for (Ect ect : acs) {
      if (met(item.slots().get(0), ect)) {
        for (CryptoKey key : new KeyPresence(options).present(item, ect)) {
          if (keyVerifier.verify(key, item.keyType(), ect.environment(), Corpus.CLOCK.instant())
              == KeyVerifier.Verdict.VERIFIED) {
            KeyEct addition =
                KeyEct.of(
                    item.keyType(),
                    item.slots().get(0).environment().environment(),
                    Authority.VERIFIER,
                    List.of(key));
            addition = item.keyId().map(addition::withKeyId).orElse(addition);
            added.add(item.source().profile().map(addition::withProfile).orElse(addition));
          }
        }
      }
    }
    return added;
  }

  private boolean fireOneSeries(Set<RelationItem> fired) {
    List<SeriesItem> series =
        store.content().items().stream()
            .filter(SeriesItem.class::isInstance)
            .map(SeriesItem.class::cast)
            .sorted(
                Comparator.comparingInt((SeriesItem item) -> -item.leaves())
                    .thenComparingInt(RelationItem::order))
            .toList();
    for (SeriesItem item : series) {
      for (SeriesItem.Row row : item.rows()) {
        if (!fired.contains(item) && allMet(row.conditions())) {
          fired.add(item);
          acs.add(row.addition().toEct(item.source()));
          return true;
        }
      }
    }
    return false;
  }
}
