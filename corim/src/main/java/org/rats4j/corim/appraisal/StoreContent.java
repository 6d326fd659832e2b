package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Finding;
import org.rats4j.corim.comid.Environment;

/** The relation items of a store in their order, and the indexes over their conditions. */
final class StoreContent {
  private final List<RelationItem> items;
  private final List<Finding> diagnostics;
  private final @Nullable Instant nextChange;
  private final SlotIndex references;
  private final SlotIndex endorsements;
  private final SlotIndex keys;
  private final SlotIndex domains;
  private final SlotIndex trusts;
  private final List<RelationItem> graph;
  private final @Nullable StoreContent below;

  StoreContent(
      AppraisalOptions options,
      int few,
      List<RelationItem> items,
      List<Finding> diagnostics,
      @Nullable Instant nextChange) {
    this.items = List.copyOf(items);
    this.diagnostics = List.copyOf(diagnostics);
    this.nextChange = nextChange;
    Atoms atoms = new Atoms(options);
    SlotIndex.Builder ofReferences = new SlotIndex.Builder(atoms, few);
    SlotIndex.Builder ofEndorsements = new SlotIndex.Builder(atoms, few);
    SlotIndex.Builder ofKeys = new SlotIndex.Builder(atoms, few);
    SlotIndex.Builder ofDomains = new SlotIndex.Builder(atoms, few);
    SlotIndex.Builder ofTrusts = new SlotIndex.Builder(atoms, few);
    for (int i = 0; i < items.size(); i++) {
      RelationItem item = items.get(i);
      item.setOrder(i);
      if (item instanceof ReferenceItem) {
        // One tuple has to meet all parts: it is found by the first.
        ofReferences.add(item.slots().get(0));
      } else if (item instanceof KeyItem) {
        item.slots().forEach(ofKeys::add);
      } else if (item instanceof MembershipItem) {
        item.slots().forEach(ofDomains::add);
      } else if (item instanceof TrustItem) {
        item.slots().forEach(ofTrusts::add);
      } else {
        item.slots().forEach(ofEndorsements::add);
      }
    }
    references = ofReferences.build(Entry::atoms);
    endorsements = ofEndorsements.build(Entry::atoms);
    keys = ofKeys.build(Entry::keyAtoms);
    domains = ofDomains.build(Entry::atoms);
    trusts = ofTrusts.build(Entry::atoms);
    graph = items.stream().filter(StoreContent::isEdge).toList();
    below = null;
  }

  private StoreContent(StoreContent above, StoreContent below) {
    items = new Joined<>(below.items, above.items);
    diagnostics = new Joined<>(below.diagnostics, above.diagnostics);
    nextChange = earlier(above.nextChange, below.nextChange);
    references = above.references;
    endorsements = above.endorsements;
    keys = above.keys;
    domains = above.domains;
    trusts = above.trusts;
    graph = new Joined<>(below.graph, above.graph);
    this.below = below;
  }

  /** Returns this content, which nobody uses yet, and what is in {@code other}. */
  StoreContent above(StoreContent other) {
    for (int i = 0; i < items.size(); i++) {
      items.get(i).setOrder(other.items.size() + i);
    }
    return new StoreContent(this, other);
  }

  private static boolean isEdge(RelationItem item) {
    return item instanceof MembershipItem || item instanceof TrustItem;
  }

  /** Returns the memberships and trust dependencies. */
  List<RelationItem> graph() {
    return graph;
  }

  private static boolean isAttestKey(RelationItem item) {
    return item instanceof KeyItem key && key.keyType() == KeyEct.ATTEST_KEY;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** Two lists behind each other, of which the first may be too long to copy. */
  private static final class Joined<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> first;
    private final List<T> second;

    Joined(List<T> first, List<T> second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public T get(int index) {
      return index < first.size() ? first.get(index) : second.get(index - first.size());
    }

    @Override
    public int size() {
      return first.size() + second.size();
    }
  }

  /** Calls {@code found} for each item with keys to sign evidence of {@code environment}. */
  void attestKeys(Environment environment, Instant now, Consumer<KeyItem> found) {
    keys.anyIn(
        environment,
        slot -> {
          if (isAttestKey(slot.item()) && slot.item().source().isValid(now)) {
            found.accept((KeyItem) slot.item());
          }
          return false; // so that all are seen
        });
    if (below != null) {
      below.attestKeys(environment, now, found);
    }
  }

  /** Returns whether there are reference values of {@code environment}. */
  boolean hasReferenceValues(Environment environment, Instant now, Predicate<Authority> signers) {
    return references.anyIn(
            environment,
            slot ->
                slot.item().source().isValid(now) && signers.test(slot.item().source().authority()))
        || (below != null && below.hasReferenceValues(environment, now, signers));
  }

  List<RelationItem> items() {
    return items;
  }

  List<Finding> diagnostics() {
    return diagnostics;
  }

  Optional<Instant> nextChange() {
    return Optional.ofNullable(nextChange);
  }

  /** Calls {@code found} for each condition that {@code entry} may meet, for some repeatedly. */
  void candidates(Entry entry, Consumer<Slot> found) {
    if (entry.isElements(false, false, true)) {
      references.candidates(entry, found);
    }
    if (entry.ect() instanceof ElementEct) {
      endorsements.candidates(entry, found);
      keys.candidates(entry, found);
      domains.candidates(entry, found);
    } else if (entry.ect() instanceof KeyEct) {
      keys.candidates(entry, found);
    } else if (entry.ect() instanceof MembershipEct) {
      domains.candidates(entry, found);
      trusts.candidates(entry, found);
    }
    if (below != null) {
      below.candidates(entry, found);
    }
  }
}
