package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;
import org.rats4j.corim.comid.CryptoKey;

/**
 * One appraisal (phases 3 and 4): entries are matched against the conditions of the store until
 * nothing more follows. Whatever the order, the same follows, save for series: those wait until all
 * else is done, and then one at a time, by what their environments say and by their order in the
 * store.
 */
final class Run {
  private static final Comparator<SeriesItem> SERIES =
      Comparator.comparingInt((SeriesItem item) -> -item.leaves())
          .thenComparingInt(RelationItem::order);

  private final StoreContent store;
  private final AppraisalOptions options;
  private final Matching matching;
  private final KeyVerifier keyVerifier;
  private final Authority verifier;
  private final Instant now;

  private final Map<Bytes, Entry> entries = new LinkedHashMap<>();
  private final Map<RelationItem, ItemState> states = new HashMap<>();
  private final Map<Entry, Map<RelationItem, Set<Entry>>> derivations = new HashMap<>();
  private final Deque<Entry> queue = new ArrayDeque<>();
  private final TreeSet<SeriesItem> readySeries = new TreeSet<>(SERIES);
  private long comparisons;
  private boolean overLimit;

  Run(CorimStore store, KeyVerifier keyVerifier, Authority verifier, Instant now) {
    this.store = store.content();
    this.options = store.options();
    this.keyVerifier = keyVerifier;
    this.verifier = verifier;
    this.now = now;
    matching = new Matching(options);
  }

  /** Adds {@code evidence} and all that follows from it. */
  void start(List<ElementEct> evidence) throws VerificationException {
    for (ElementEct ect : evidence) {
      append(ect);
    }
    settle();
    while (!readySeries.isEmpty()) {
      fire(readySeries.pollFirst());
      settle();
    }
  }

  private void settle() throws VerificationException {
    while (!queue.isEmpty()) {
      Entry entry = queue.remove();
      store.candidates(entry, slot -> compare(slot, entry));
      checkLimits();
    }
  }

  private void checkLimits() throws VerificationException {
    if (overLimit || entries.size() > options.maxEntries()) {
      throw VerificationException.of(
          Reason.LIMIT_EXCEEDED,
          AppraisalCodes.APPRAISAL_LIMIT,
          "acs",
          "appraisal needs more entries or comparisons than the options allow");
    }
  }

  private void compare(Slot slot, Entry entry) {
    if (overLimit || ++comparisons > options.maxComparisons()) {
      overLimit = true;
      return;
    }
    if (slot.item().source().isValid(now) && matching.matches(slot, entry)) {
      met(slot, entry);
    }
  }

  private void met(Slot slot, Entry entry) {
    RelationItem item = slot.item();
    if (item instanceof ReferenceItem reference) {
      corroborate(reference, entry);
    } else if (item instanceof EndorsementItem endorsement) {
      ItemState state = state(item);
      if (state.meet(slot.number(), entry) && state.allMet()) {
        endorsement.additions().forEach(each -> append(item, each.toEct(item.source())));
      }
    } else if (item instanceof SeriesItem series) {
      ItemState state = state(item);
      if (!state.hasFired() && state.meet(slot.number(), entry)) {
        noteReady(series, state);
      }
    } else if (item instanceof KeyItem keys) {
      verify(keys, entry);
    } else if (item instanceof MembershipItem membership) {
      ItemState state = state(item);
      if (state.meet(slot.number(), entry) && state.allMet()) {
        append(membership, state);
      }
    } else if (item instanceof TrustItem trust) {
      append(trust, entry);
    }
  }

  private void corroborate(ReferenceItem item, Entry entry) {
    List<Slot> parts = item.slots();
    for (int i = 1; i < parts.size(); i++) {
      if (!matching.matches(parts.get(i), entry)) {
        return;
      }
    }
    ItemState state = state(item);
    if (state.hasFired() && options.has(Alternative.FIRST_ONLY)) {
      return;
    }
    state.setFired();
    ElementEct evidence = (ElementEct) entry.ect();
    List<Element> elements =
        options.has(Alternative.WHOLE_ECT) ? evidence.elements() : matching.select(parts, evidence);
    ElementEct ect =
        ElementEct.of(
            ElementEct.REFERENCE_VALUES,
            options.has(Alternative.EVIDENCE_ENVIRONMENT)
                ? evidence.environment()
                : parts.get(0).environment().environment(),
            item.source().authority(),
            elements);
    derive(append(item.source().profile().map(ect::withProfile).orElse(ect)), item, Set.of(entry));
  }

  private void noteReady(SeriesItem item, ItemState state) {
    if (item.rows().stream().anyMatch(row -> row.conditions().stream().allMatch(state::isMet))) {
      readySeries.add(item);
    }
  }

  private void fire(SeriesItem item) {
    ItemState state = state(item);
    state.setFired();
    for (SeriesItem.Row row : item.rows()) {
      if (row.conditions().stream().allMatch(state::isMet)) {
        Entry added = append(row.addition().toEct(item.source()));
        derive(added, item, state.meeting(row.conditions()));
        return;
      }
    }
  }

  private void verify(KeyItem item, Entry entry) {
    ItemState state = state(item);
    for (CryptoKey key : new KeyPresence(options).present(item, entry.ect())) {
      if (keyVerifier.verify(key, item.keyType(), entry.ect().environment(), now)
          == KeyVerifier.Verdict.VERIFIED) {
        KeyEct ect =
            KeyEct.of(
                item.keyType(),
                item.slots().get(0).environment().environment(),
                verifier,
                List.of(key));
        ect = item.keyId().map(ect::withKeyId).orElse(ect);
        ect = item.source().profile().map(ect::withProfile).orElse(ect);
        Entry added = append(ect);
        if (added != entry) { // keys that are known do not vouch for themselves
          derive(added, item, Set.of(entry));
        }
      } else {
        state.setCheckFailed();
      }
    }
  }

  private void append(MembershipItem item, ItemState state) {
    if (item.isCyclic()) {
      state.setCheckFailed();
    } else {
      append(item, item.toEct());
    }
  }

  private void append(TrustItem item, Entry entry) {
    derive(append(item.toEct()), item, Set.of(entry));
  }

  private void append(RelationItem item, Ect ect) {
    ItemState state = state(item);
    state.setFired();
    // Which entries meet the conditions is only known at the end.
    derive(append(ect), item, Set.of());
  }

  private Entry append(Ect ect) {
    Bytes encoded = ect.encode();
    Entry known = entries.get(encoded);
    if (known != null) {
      return known;
    }
    Entry entry = new Entry(ect, encoded);
    entries.put(encoded, entry);
    queue.add(entry);
    return entry;
  }

  private void derive(Entry added, RelationItem item, Collection<Entry> from) {
    state(item).add(added);
    derivations
        .computeIfAbsent(added, any -> new HashMap<>())
        .computeIfAbsent(item, any -> new LinkedHashSet<>())
        .addAll(from);
  }

  private ItemState state(RelationItem item) {
    return states.computeIfAbsent(item, any -> new ItemState(item.slots().size()));
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  Map<RelationItem, ItemState> states() {
    return states;
  }

  /** Returns the triples that added an entry, each with the entries that met its conditions. */
  Map<RelationItem, Set<Entry>> derivations(Entry entry) {
    return derivations.getOrDefault(entry, Map.of());
  }
}
