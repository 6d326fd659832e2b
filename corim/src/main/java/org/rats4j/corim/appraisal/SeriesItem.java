package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.corim.comid.Triples;

/** Endorsements of which the first applies whose conditions are met. */
final class SeriesItem extends RelationItem {
  private List<Row> rows = List.of();
  private List<Slot> conditions = List.of();

  SeriesItem(TagSource source, int triple) {
    super(source, triple);
  }

  /**
   * A row.
   *
   * @param conditions all of which have to be met
   * @param addition what is endorsed then
   */
  record Row(List<Slot> conditions, Addition addition) {}

  void attach(List<Row> all) {
    rows = List.copyOf(all);
    List<Slot> slots = new ArrayList<>();
    all.forEach(row -> slots.addAll(row.conditions()));
    conditions = List.copyOf(slots);
  }

  List<Row> rows() {
    return rows;
  }

  /** Returns how much its environment says; who says more comes first. */
  int leaves() {
    return Integer.bitCount(rows.get(0).addition().environment().mask());
  }

  @Override
  int triples() {
    return Triples.SERIES;
  }

  @Override
  List<Slot> slots() {
    return conditions;
  }
}
