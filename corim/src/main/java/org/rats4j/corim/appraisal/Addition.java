package org.rats4j.corim.appraisal;

import java.util.List;
import org.rats4j.core.Bytes;

/**
 * What an endorsement adds.
 *
 * @param environment of what
 * @param elements the measurements, encoded
 */
record Addition(CanonicalEnvironment environment, Bytes elements) {

  ElementEct toEct(TagSource source) {
    List<Element> claims = Slot.decode(elements).stream().map(Element::of).toList();
    ElementEct ect =
        ElementEct.of(
            ElementEct.ENDORSEMENTS, environment.environment(), source.authority(), claims);
    return source.profile().map(ect::withProfile).orElse(ect);
  }
}
