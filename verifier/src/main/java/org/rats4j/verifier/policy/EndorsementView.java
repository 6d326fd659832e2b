package org.rats4j.verifier.policy;

import java.util.List;
import java.util.Objects;
import org.rats4j.corim.appraisal.Origin;
import org.rats4j.corim.comid.Measurement;

/**
 * What endorsers say of the environment of a component.
 *
 * @param measurement what they say
 * @param by the triples that say so, at least one
 */
public record EndorsementView(Measurement measurement, List<Origin> by) {
  /** Creates a view. */
  public EndorsementView {
    Objects.requireNonNull(measurement, "measurement");
    by = List.copyOf(by);
  }

  /** Returns the mkey as text; empty if there is none. */
  public String key() {
    return measurement.key().map(Object::toString).orElse("");
  }
}
