package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.comid.Environment;

/**
 * Domains and trust must not lead in circles. That is decided over the whole store, and not over
 * what is accepted so far, so that the order of matches has no effect.
 */
final class DomainGates {
  private final List<Finding> diagnostics;
  private final List<RelationItem> below;

  /** Creates gates of a store that is put on top of {@code below}, which stays as it is. */
  DomainGates(List<Finding> diagnostics, @Nullable StoreContent below) {
    this.diagnostics = diagnostics;
    this.below = below == null ? List.of() : below.graph();
  }

  /** Returns the items without trust dependencies if these have a cycle; marks memberships. */
  List<RelationItem> staged(List<RelationItem> items) {
    markMemberships(items);
    if (!trustHasCycle(items)) {
      return items;
    }
    diagnostics.add(
        new Finding(
            AppraisalCodes.TRUST_CYCLE,
            Severity.WARNING,
            "triples/4",
            "trust dependencies lead in a circle, none is used"));
    return items.stream().filter(item -> !(item instanceof TrustItem)).toList();
  }

  private void markMemberships(List<RelationItem> items) {
    Cycles<Bytes> cycles = new Cycles<>();
    Stream.concat(below.stream(), items.stream())
        .filter(MembershipItem.class::isInstance)
        .map(MembershipItem.class::cast)
        .filter(membership -> !membership.isCyclic())
        .forEach(
            membership ->
                membership
                    .members()
                    .forEach(member -> cycles.add(name(membership.domain()), name(member))));
    cycles.find();
    for (RelationItem item : items) {
      if (item instanceof MembershipItem membership
          && membership.members().stream()
              .anyMatch(member -> cycles.isOnCycle(name(membership.domain()), name(member)))) {
        membership.setCyclic();
        diagnostics.add(
            new Finding(
                AppraisalCodes.MEMBERSHIP_CYCLE,
                Severity.WARNING,
                item.origin().toString(),
                "domain is a member of itself"));
      }
    }
  }

  private boolean trustHasCycle(List<RelationItem> items) {
    Cycles<Bytes> cycles = new Cycles<>();
    Stream.concat(below.stream(), items.stream())
        .forEach(item -> trustees(item).forEach(edge -> cycles.add(edge.from(), edge.to())));
    cycles.find();
    return items.stream()
        .flatMap(DomainGates::trustees)
        .anyMatch(edge -> cycles.isOnCycle(edge.from(), edge.to()));
  }

  /** From who trusts to who is trusted. */
  private record Edge(Bytes from, Bytes to) {}

  /**
   * Returns whom a trust dependency is on; nobody is his own member, so trust in oneself never
   * holds.
   */
  private static Stream<Edge> trustees(RelationItem item) {
    return item instanceof TrustItem trust
        ? trust.trustees().stream()
            .map(trustee -> new Edge(name(trust.domain()), name(trustee)))
            .filter(edge -> !edge.from().equals(edge.to()))
        : Stream.empty();
  }

  private static Bytes name(Environment environment) {
    return EctCodec.encode(environment);
  }
}
