package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.rats4j.core.Bytes;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;

/**
 * Makes one tuple of those that one authority says of one environment. Elements stay apart, also
 * those of one name: which claims belong together is for who made the evidence to say.
 */
final class EvidenceMerge {
  private static final Element ANY =
      Element.of(Measurement.of(MeasurementValues.builder().name("").build()));

  private EvidenceMerge() {}

  /** Returns the tuples, and the elements in them, in the order of their encodings. */
  static List<ElementEct> of(List<ElementEct> evidence, AppraisalOptions options) {
    if (evidence.size() == 1) {
      return List.of(evidence.get(0).withElements(evidence.get(0).sorted()));
    }
    TreeMap<Bytes, List<ElementEct>> groups = new TreeMap<>();
    for (ElementEct ect : evidence) {
      Bytes name =
          options.has(Alternative.NO_MERGE)
              ? ect.encode()
              : ect.withElements(List.of(ANY)).encode();
      groups.computeIfAbsent(name, any -> new ArrayList<>()).add(ect);
    }
    List<ElementEct> merged = new ArrayList<>();
    for (List<ElementEct> group : groups.values()) {
      List<Element> elements = new ArrayList<>();
      group.forEach(ect -> elements.addAll(ect.elements()));
      merged.add(group.get(0).withElements(group.get(0).withElements(elements).sorted()));
    }
    return merged;
  }
}
