package org.rats4j.corim.appraisal;

import java.util.List;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Triples;

/** Members of a domain: each has to be accepted. */
final class MembershipItem extends RelationItem {
  private final Environment domain;
  private final List<Environment> members;
  private List<Slot> conditions = List.of();
  private boolean cyclic;

  MembershipItem(TagSource source, int triple, Environment domain, List<Environment> members) {
    super(source, triple);
    this.domain = domain;
    this.members = members;
  }

  void attach(List<Slot> slots) {
    conditions = List.copyOf(slots);
  }

  void setCyclic() {
    cyclic = true;
  }

  /** Returns whether the domain would be, over others, a member of itself. */
  boolean isCyclic() {
    return cyclic;
  }

  Environment domain() {
    return domain;
  }

  List<Environment> members() {
    return members;
  }

  MembershipEct toEct() {
    MembershipEct ect = MembershipEct.of(domain, source().authority(), members);
    return source().profile().map(ect::withProfile).orElse(ect);
  }

  @Override
  int triples() {
    return Triples.MEMBERSHIP;
  }

  @Override
  List<Slot> slots() {
    return conditions;
  }
}
