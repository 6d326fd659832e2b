package org.rats4j.corim.appraisal;

import java.util.List;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Triples;

/** Trustees of a domain: all have to be members of it. */
final class TrustItem extends RelationItem {
  private final Environment domain;
  private final List<Environment> trustees;
  private List<Slot> condition = List.of();

  TrustItem(TagSource source, int triple, Environment domain, List<Environment> trustees) {
    super(source, triple);
    this.domain = domain;
    this.trustees = trustees;
  }

  void attach(Slot slot) {
    condition = List.of(slot);
  }

  Environment domain() {
    return domain;
  }

  List<Environment> trustees() {
    return trustees;
  }

  TrustEct toEct() {
    TrustEct ect = TrustEct.of(domain, source().authority(), trustees);
    return source().profile().map(ect::withProfile).orElse(ect);
  }

  @Override
  int triples() {
    return Triples.DEPENDENCY;
  }

  @Override
  List<Slot> slots() {
    return condition;
  }
}
