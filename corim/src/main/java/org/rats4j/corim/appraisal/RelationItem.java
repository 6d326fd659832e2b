package org.rats4j.corim.appraisal;

import java.util.List;

/** A triple as conditions and additions. */
abstract sealed class RelationItem
    permits ReferenceItem, EndorsementItem, SeriesItem, KeyItem, MembershipItem, TrustItem {
  private final TagSource source;
  private final int triple;
  private int order;

  RelationItem(TagSource source, int triple) {
    this.source = source;
    this.triple = triple;
  }

  TagSource source() {
    return source;
  }

  /** Returns the position in the store, which does not depend on how the store was filled. */
  int order() {
    return order;
  }

  void setOrder(int value) {
    order = value;
  }

  /** Returns the key of the triples in the triples-map. */
  abstract int triples();

  /** Returns all conditions, numbered from 0. */
  abstract List<Slot> slots();

  Origin origin() {
    return new Origin(
        source.corim(), source.tag(), triples(), triple, source.authority(), source.signer());
  }
}
