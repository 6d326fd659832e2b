package org.rats4j.verifier.policy;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rats4j.core.Label;
import org.rats4j.corim.appraisal.Origin;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;

/**
 * One measurement of the evidence, and which of its values reference values vouch for.
 *
 * @param measurement the measurement
 * @param corroborated the code points whose values are as a reference value says
 * @param by the triples that say so
 */
public record ElementView(Measurement measurement, Set<Label> corroborated, List<Origin> by) {
  /** What identifies software or data: not vouched for, the rest says little. */
  private static final List<Label> MEASURING =
      List.of(
          Label.of(MeasurementValues.DIGESTS),
          Label.of(MeasurementValues.RAW_VALUE),
          Label.of(MeasurementValues.INTEGRITY_REGISTERS));

  /** Creates a view. */
  public ElementView {
    Objects.requireNonNull(measurement, "measurement");
    corroborated = Set.copyOf(corroborated);
    by = List.copyOf(by);
  }

  /** Returns the mkey as text; empty if there is none. */
  public String key() {
    return measurement.key().map(Object::toString).orElse("");
  }

  /**
   * Returns whether reference values vouch for the element: for each of digests, raw-value and
   * integrity-registers that it has; if it has none of these, for any value.
   */
  public boolean isCorroborated() {
    if (corroborated.isEmpty()) {
      return false;
    }
    return MEASURING.stream().filter(measurement.values()::has).allMatch(corroborated::contains);
  }

  /** Returns whether reference values vouch for all of these code points. */
  public boolean isCorroborated(Collection<Label> codePoints) {
    return corroborated.containsAll(codePoints);
  }
}
