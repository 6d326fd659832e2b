package org.rats4j.corim.appraisal;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.internal.Parts;

/**
 * One condition of a relation item. There are as many as there are reference values, hence the
 * elements are kept encoded.
 */
final class Slot {
  private final RelationItem item;
  private final int number;
  private final CanonicalEnvironment environment;
  private final Bytes elements;
  private final Authority authority;

  Slot(
      RelationItem item,
      int number,
      CanonicalEnvironment environment,
      Bytes elements,
      Authority authority) {
    this.item = item;
    this.number = number;
    this.environment = environment;
    this.elements = elements;
    this.authority = authority;
  }

  RelationItem item() {
    return item;
  }

  /** Returns which condition of the item this is. */
  int number() {
    return number;
  }

  CanonicalEnvironment environment() {
    return environment;
  }

  /** Returns who has to say so; {@link Authority#ANY} if nobody is named. */
  Authority authority() {
    return authority;
  }

  boolean hasElements() {
    return !elements.isEmpty();
  }

  /** Returns what has to be satisfied; empty if the environment is enough. */
  List<Measurement> elements() {
    return decode(elements);
  }

  static List<Measurement> decode(Bytes elements) {
    try {
      return elements.isEmpty() ? List.of() : Parts.measurements(elements);
    } catch (DecodingException e) {
      throw new IllegalStateException("measurements that were encoded here", e);
    }
  }
}
