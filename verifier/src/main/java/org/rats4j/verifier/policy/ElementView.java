package org.rats4j.verifier.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.rats4j.core.Label;
import org.rats4j.corim.appraisal.Origin;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;

/**
 * One measurement of the evidence, and which of its values reference values vouch for.
 *
 * @param measurement the measurement
 * @param vouchers the triples that vouch for it, in the order of the store, each with the code
 *     points whose values are as it says
 */
public record ElementView(Measurement measurement, Map<Origin, Set<Label>> vouchers) {
  /** What identifies software or data: not vouched for, the rest says little. */
  private static final List<Label> MEASURING =
      List.of(
          Label.of(MeasurementValues.DIGESTS),
          Label.of(MeasurementValues.RAW_VALUE),
          Label.of(MeasurementValues.INTEGRITY_REGISTERS));

  /** Creates a view. */
  public ElementView {
    Objects.requireNonNull(measurement, "measurement");
    Map<Origin, Set<Label>> copy = new LinkedHashMap<>();
    vouchers.forEach((origin, codePoints) -> copy.put(origin, Set.copyOf(codePoints)));
    vouchers = Collections.unmodifiableMap(copy);
  }

  /** Returns the mkey as text; empty if there is none. */
  public String key() {
    return measurement.key().map(Object::toString).orElse("");
  }

  /** Returns the code points whose values are as reference values say. */
  public Set<Label> corroborated() {
    Set<Label> all = new LinkedHashSet<>();
    vouchers.values().forEach(all::addAll);
    return Collections.unmodifiableSet(all);
  }

  /** Returns the triples that vouch for any of it. */
  public List<Origin> by() {
    return List.copyOf(vouchers.keySet());
  }

  /** Returns this view, in which only the triples that are {@code wanted} vouch for anything. */
  public ElementView vouchedBy(Predicate<? super Origin> wanted) {
    Map<Origin, Set<Label>> some = new LinkedHashMap<>(vouchers);
    some.keySet().removeIf(wanted.negate());
    return new ElementView(measurement, some);
  }

  /**
   * Returns whether reference values vouch for the element: for each of digests, raw-value and
   * integrity-registers that it has; if it has none of these, for any value.
   */
  public boolean isCorroborated() {
    Set<Label> found = corroborated();
    return !found.isEmpty()
        && MEASURING.stream().filter(measurement.values()::contains).allMatch(found::contains);
  }

  /** Returns whether reference values vouch for all of these code points. */
  public boolean isCorroborated(Collection<Label> codePoints) {
    return corroborated().containsAll(codePoints);
  }
}
