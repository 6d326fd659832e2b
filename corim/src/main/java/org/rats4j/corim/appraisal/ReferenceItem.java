package org.rats4j.corim.appraisal;

import java.util.List;
import org.rats4j.corim.comid.Triples;

/** A reference value: all conditions have to be met by one tuple of evidence. */
final class ReferenceItem extends RelationItem {
  private List<Slot> parts = List.of();

  ReferenceItem(TagSource source, int triple) {
    super(source, triple);
  }

  void attach(List<Slot> slots) {
    parts = List.copyOf(slots);
  }

  @Override
  int triples() {
    return Triples.REFERENCE;
  }

  @Override
  List<Slot> slots() {
    return parts;
  }
}
