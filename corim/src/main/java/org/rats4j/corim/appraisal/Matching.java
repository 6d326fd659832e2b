package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.internal.Parts;

/**
 * Decides whether a tuple meets a condition. It has no state: this is what the index prunes for.
 */
final class Matching {
  private static final Label MASK = Label.of(MeasurementValues.RAW_VALUE_MASK);

  private final AppraisalOptions options;
  private final ValueRules rules;

  Matching(AppraisalOptions options) {
    this.options = options;
    rules = new ValueRules(options);
  }

  /** Returns whether conditions of {@code item} are compared with such tuples at all. */
  boolean isEligible(RelationItem item, Entry entry) {
    if (item instanceof ReferenceItem) {
      return entry.isElements(false, false, true);
    }
    if (item instanceof MembershipItem) {
      return entry.isElements(false, false, true) || entry.ect() instanceof MembershipEct;
    }
    if (item instanceof TrustItem) {
      return entry.ect() instanceof MembershipEct;
    }
    if (item instanceof KeyItem) {
      return entry.isElements(false, true, true) || entry.ect() instanceof KeyEct;
    }
    return entry.isElements(!options.has(Alternative.EVIDENCE_AND_ENDORSED), true, true);
  }

  /** Returns whether {@code entry} meets {@code slot}. */
  boolean matches(Slot slot, Entry entry) {
    return isEligible(slot.item(), entry)
        && environment(slot, entry)
        && authority(slot, entry)
        && claims(slot, entry);
  }

  boolean environment(Slot slot, Entry entry) {
    boolean equal =
        slot.item() instanceof TrustItem
            || (slot.item() instanceof MembershipItem && options.has(Alternative.MEMBER_EQUALITY));
    return equal ? entry.equalsEnvironment(slot.environment()) : entry.contains(slot.environment());
  }

  boolean authority(Slot slot, Entry entry) {
    return entry
        .ect()
        .authority()
        .covers(slot.authority(), options.has(Alternative.EXACT_AUTHORITY));
  }

  private boolean claims(Slot slot, Entry entry) {
    if (slot.item() instanceof KeyItem keys) {
      return !new KeyPresence(options).present(keys, entry.ect()).isEmpty();
    }
    if (slot.item() instanceof TrustItem trust) {
      return ((MembershipEct) entry.ect()).members().containsAll(trust.trustees());
    }
    return !slot.hasElements() || elements(slot, (ElementEct) entry.ect());
  }

  private boolean elements(Slot slot, ElementEct ect) {
    Optional<CorimProfileId> profile = slot.item().source().profile();
    for (Measurement condition : slot.elements()) {
      if (ect.elements().stream().noneMatch(element -> satisfies(condition, element, profile))) {
        return false;
      }
    }
    return true;
  }

  private boolean satisfies(
      Measurement condition, Element element, Optional<CorimProfileId> profile) {
    return element.hasId(condition.key()) && faults(condition, element, profile, true).isEmpty();
  }

  /** Returns what {@code slot} finds amiss; empty if its elements are satisfied. */
  List<Mismatch> mismatches(Slot slot, ElementEct ect) {
    Optional<CorimProfileId> profile = slot.item().source().profile();
    List<Mismatch> all = new ArrayList<>();
    for (Measurement condition : slot.elements()) {
      List<Mismatch> fewest = List.of(new Mismatch(name(condition), "", Comparison.NO_ELEMENT_ID));
      boolean named = false;
      for (Element element : ect.sorted()) {
        if (element.hasId(condition.key())) {
          List<Mismatch> faults = faults(condition, element, profile, false);
          fewest = !named || isNearer(faults, fewest) ? faults : fewest;
          named = true;
        }
      }
      all.addAll(fewest);
    }
    return all;
  }

  /** Fewer faults are nearer, and of as many those that are about values that are there. */
  private static boolean isNearer(List<Mismatch> faults, List<Mismatch> others) {
    return faults.size() != others.size()
        ? faults.size() < others.size()
        : absences(faults) < absences(others);
  }

  private static long absences(List<Mismatch> faults) {
    return faults.stream()
        .filter(fault -> fault.comparison() == Comparison.ATTRIBUTE_ABSENT)
        .count();
  }

  private List<Mismatch> faults(
      Measurement condition,
      Element element,
      Optional<CorimProfileId> profile,
      boolean stopAtFirst) {
    List<Mismatch> faults = new ArrayList<>();
    if (!condition.unknown().isEmpty()) {
      faults.add(new Mismatch(name(condition), "", Comparison.NO_RULE));
    }
    for (Label codePoint : condition.values().codePoints()) {
      Comparison found =
          codePoint.equals(MASK)
              ? Comparison.SATISFIED
              : compare(codePoint, condition.values(), element.claims(), profile);
      if (!found.isSatisfied()) {
        if (stopAtFirst) {
          return List.of(new Mismatch("", "", found)); // nobody reads it
        }
        faults.add(mismatch(condition, codePoint, found, element.claims()));
      }
    }
    return faults;
  }

  private static Mismatch mismatch(
      Measurement condition, Label codePoint, Comparison found, MeasurementValues entry) {
    return new Mismatch(
        name(condition),
        codePoint.toString(),
        found,
        Wording.cut(Wording.notation(raw(condition.values(), codePoint))),
        entry.contains(codePoint) ? Wording.cut(Wording.notation(raw(entry, codePoint))) : "");
  }

  private static String name(Measurement condition) {
    return condition.key().map(MeasurementKey::toString).orElse("");
  }

  private Comparison compare(
      Label codePoint,
      MeasurementValues condition,
      MeasurementValues entry,
      Optional<CorimProfileId> profile) {
    if (!entry.contains(codePoint)) {
      return Comparison.ATTRIBUTE_ABSENT;
    }
    Optional<ValueComparator> ofProfile =
        profile.isPresent() ? options.comparator(profile.get(), codePoint) : Optional.empty();
    return ofProfile.isPresent()
        ? ofProfile.get().compare(raw(condition, codePoint), raw(entry, codePoint))
        : rules.compare(codePoint, condition, entry);
  }

  private static Bytes raw(MeasurementValues values, Label codePoint) {
    Optional<Bytes> extension = values.extensions().get(codePoint);
    if (extension.isPresent()) {
      return extension.get();
    }
    try {
      CborItem all = CborItem.decode(Parts.encode(values), CorimOptions.STRICT);
      long key = ((Label.OfInteger) codePoint).longValue();
      return ((CborMap) all).get(key).orElseThrow().encode();
    } catch (DecodingException e) {
      throw new IllegalStateException("values that were encoded here", e);
    }
  }

  /** Returns the elements of {@code ect} that satisfy one of {@code slots}, as they name them. */
  List<Element> select(List<Slot> slots, ElementEct ect) {
    List<Element> selected = new ArrayList<>();
    for (Slot slot : slots) {
      Optional<CorimProfileId> profile = slot.item().source().profile();
      for (Measurement condition : slot.elements()) {
        for (Element element : ect.elements()) {
          if (satisfies(condition, element, profile)) {
            selected.add(Selection.of(element, condition.values().codePoints()));
          }
        }
      }
    }
    return Distinct.of(selected, Element::encode);
  }
}
