package org.rats4j.corim.appraisal;

import java.util.List;
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

  DomainGates(List<Finding> diagnostics) {
    this.diagnostics = diagnostics;
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
    for (RelationItem item : items) {
      if (item instanceof MembershipItem membership) {
        membership.members().forEach(member -> cycles.add(name(membership.domain()), name(member)));
      }
    }
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

  private static boolean trustHasCycle(List<RelationItem> items) {
    Cycles<Bytes> cycles = new Cycles<>();
    for (RelationItem item : items) {
      if (item instanceof TrustItem trust) {
        trust.trustees().stream()
            .filter(trustee -> !trustee.equals(trust.domain()))
            .forEach(trustee -> cycles.add(name(trust.domain()), name(trustee)));
      }
    }
    cycles.find();
    return items.stream()
        .filter(TrustItem.class::isInstance)
        .map(TrustItem.class::cast)
        .anyMatch(
            trust ->
                trust.trustees().stream()
                    .filter(trustee -> !trustee.equals(trust.domain()))
                    .anyMatch(trustee -> cycles.isOnCycle(name(trust.domain()), name(trustee))));
  }

  private static Bytes name(Environment environment) {
    return EctCodec.encode(environment);
  }
}
