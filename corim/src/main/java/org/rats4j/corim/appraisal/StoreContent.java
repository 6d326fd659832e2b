package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Finding;

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
  }
}
