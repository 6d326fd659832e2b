package org.rats4j.corim.appraisal;

import java.util.List;

/** An endorsement under conditions, all of which have to be met. */
final class EndorsementItem extends RelationItem {
  private final int triples;
  private final List<Addition> additions;
  private List<Slot> conditions = List.of();

  EndorsementItem(TagSource source, int triples, int triple, List<Addition> additions) {
    super(source, triple);
    this.triples = triples;
    this.additions = List.copyOf(additions);
  }

  void attach(List<Slot> slots) {
    conditions = List.copyOf(slots);
  }

  List<Addition> additions() {
    return additions;
  }

  @Override
  int triples() {
    return triples;
  }

  @Override
  List<Slot> slots() {
    return conditions;
  }
}
