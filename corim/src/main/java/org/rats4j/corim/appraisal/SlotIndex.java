package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.Environment;

/**
 * Finds the conditions that a tuple may meet: first by environment, then, where many conditions
 * have one environment, by a value. It prunes and never decides.
 *
 * <p>A tuple's environment is cut down to each combination of leaves that any condition has, of
 * which there are few, and looked up: that finds all environments that it contains, at a cost that
 * does not depend on their number.
 */
final class SlotIndex {
  private final List<Map<Bytes, Object>> byMask = new ArrayList<>();
  private final List<Integer> masks = new ArrayList<>();
  private final Slot[] unknown;
  private final Function<Entry, List<Atom>> atoms;

  private SlotIndex(Builder builder, Function<Entry, List<Atom>> atoms) {
    this.atoms = atoms;
    unknown = builder.unknown.toArray(new Slot[0]);
    Map<Bytes, Bytes> names = new HashMap<>();
    builder.byMask.forEach(
        (mask, environments) -> {
          environments.replaceAll((environment, slots) -> builder.freeze(slots, names));
          masks.add(mask);
          byMask.add(environments);
        });
  }

  /** Calls {@code found} for each condition that {@code entry} may meet, for some repeatedly. */
  void candidates(Entry entry, Consumer<Slot> found) {
    for (Slot slot : unknown) {
      found.accept(slot);
    }
    for (int i = 0; i < masks.size(); i++) {
      int mask = masks.get(i);
      if ((mask & ~entry.mask()) == 0) {
        Object there = byMask.get(i).get(entry.project(mask));
        if (there instanceof Slot slot) {
          found.accept(slot);
        } else if (there instanceof Slot[] slots) {
          accept(slots, found);
        } else if (there instanceof Bucket bucket) {
          bucket.candidates(atoms.apply(entry), found);
        }
      }
    }
  }

  /**
   * Returns whether {@code wanted} holds for a condition whose environment is contained in {@code
   * environment}, whatever else it asks for. Environments with entries that no rule knows are left
   * out: nobody can say that they are contained.
   */
  boolean anyIn(Environment environment, Predicate<Slot> wanted) {
    @Nullable Bytes[] leaves = CanonicalEnvironment.leaves(environment);
    int whole = CanonicalEnvironment.mask(leaves);
    for (int i = 0; i < masks.size(); i++) {
      int mask = masks.get(i);
      if ((mask & ~whole) == 0) {
        Object there = byMask.get(i).get(CanonicalEnvironment.encode(leaves, mask));
        if (any(there, wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean any(@Nullable Object there, Predicate<Slot> wanted) {
    if (there instanceof Bucket bucket) {
      return any(bucket.residual, wanted)
          || bucket.byAtom.values().stream().anyMatch(slots -> any(slots, wanted));
    } else if (there instanceof Slot[] slots) {
      return Arrays.stream(slots).anyMatch(wanted);
    }
    return there instanceof Slot slot && wanted.test(slot);
  }

  private static void accept(Slot[] slots, Consumer<Slot> found) {
    for (Slot slot : slots) {
      found.accept(slot);
    }
  }

  /** Many conditions of one environment. */
  private static final class Bucket {
    /** Those that no value tells. */
    private final Slot[] residual;

    /** The others, a {@link Slot} or an array of them for each value. */
    private final Map<Atom, Object> byAtom;

    Bucket(Slot[] residual, Map<Atom, Object> byAtom) {
      this.residual = residual;
      this.byAtom = byAtom;
    }

    void candidates(List<Atom> atoms, Consumer<Slot> found) {
      accept(residual, found);
      for (Atom atom : atoms) {
        Object there = byAtom.get(atom);
        if (there instanceof Slot slot) {
          found.accept(slot);
        } else if (there instanceof Slot[] slots) {
          accept(slots, found);
        }
      }
    }
  }

  /** Collects conditions. */
  static final class Builder {
    private final Map<Integer, Map<Bytes, Object>> byMask = new HashMap<>();
    private final List<Slot> unknown = new ArrayList<>();
    private final Atoms atoms;
    private final int few;

    /**
     * Creates a builder.
     *
     * @param few up to how many conditions of one environment are tried one after the other
     */
    Builder(Atoms atoms, int few) {
      this.atoms = atoms;
      this.few = few;
    }

    void add(Slot slot) {
      if (!slot.environment().isKnown()) {
        unknown.add(slot);
        return;
      }
      Map<Bytes, Object> environments =
          byMask.computeIfAbsent(slot.environment().mask(), any -> new HashMap<>());
      append(environments, slot.environment().encoded(), slot);
    }

    /** Adds to a value that is a slot as long as it is one, and a list from then on. */
    @SuppressWarnings("unchecked")
    private static <K> void append(Map<K, Object> map, K key, Slot slot) {
      Object there = map.putIfAbsent(key, slot);
      if (there instanceof List<?> list) {
        ((List<Slot>) list).add(slot);
      } else if (there instanceof Slot first) {
        List<Slot> both = new ArrayList<>(4);
        both.add(first);
        both.add(slot);
        map.put(key, both);
      }
    }

    SlotIndex build(Function<Entry, List<Atom>> ofEntry) {
      return new SlotIndex(this, ofEntry);
    }

    private Object freeze(Object slots, Map<Bytes, Bytes> names) {
      if (!(slots instanceof List<?> list)) {
        return slots;
      }
      Slot[] all = list.toArray(new Slot[0]);
      return all.length <= few ? all : bucket(all, names);
    }

    private Bucket bucket(Slot[] slots, Map<Bytes, Bytes> names) {
      List<Slot> residual = new ArrayList<>();
      Map<Atom, Object> byAtom = new HashMap<>();
      for (Slot slot : slots) {
        List<Atom> pivots = atoms.of(slot);
        if (pivots.isEmpty()) {
          residual.add(slot);
        }
        for (Atom pivot : pivots) {
          Bytes name = pivot.name();
          Bytes shared = names.putIfAbsent(name, name);
          append(byAtom, shared == null ? pivot : new Atom(shared, pivot.value()), slot);
        }
      }
      byAtom.replaceAll((atom, there) -> arrayOf(there));
      return new Bucket(residual.toArray(new Slot[0]), byAtom);
    }

    private static Object arrayOf(Object slots) {
      return slots instanceof List<?> list ? list.toArray(new Slot[0]) : slots;
    }
  }
}
