package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What an appraisal knows of an item: which entries meet its conditions, and what it added. */
final class ItemState {
  private final List<Set<Entry>> met;
  private final Set<Entry> added = new LinkedHashSet<>();
  private int unmet;
  private boolean fired;
  private boolean checkFailed;

  ItemState(int slots) {
    met = new ArrayList<>(IntStream.range(0, slots).mapToObj(i -> Set.<Entry>of()).toList());
    unmet = slots;
  }

  /** Remembers that {@code entry} meets a condition; returns whether it is the first that does. */
  boolean meet(int slot, Entry entry) {
    Set<Entry> entries = met.get(slot);
    boolean first = entries.isEmpty();
    if (first) {
      entries = new LinkedHashSet<>();
      met.set(slot, entries);
      unmet--;
    }
    entries.add(entry);
    return first;
  }

  boolean isMet(Slot slot) {
    return !met.get(slot.number()).isEmpty();
  }

  boolean allMet() {
    return unmet == 0;
  }

  /** Returns the entries that meet these conditions. */
  Set<Entry> meeting(List<Slot> slots) {
    Set<Entry> all = new LinkedHashSet<>();
    slots.forEach(slot -> all.addAll(met.get(slot.number())));
    return all;
  }

  boolean hasFired() {
    return fired;
  }

  void setFired() {
    fired = true;
  }

  boolean hasFailedCheck() {
    return checkFailed;
  }

  void setCheckFailed() {
    checkFailed = true;
  }

  void add(Entry entry) {
    added.add(entry);
  }

  Set<Entry> added() {
    return added;
  }
}
