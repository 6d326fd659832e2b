package org.rats4j.corim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.comid.CoswidTriple;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.internal.DomainGraph;
import org.rats4j.corim.internal.Parts;

/** The rules of a CoRIM that no single value can break. */
final class CorimRules {
  private final Corim corim;
  private final List<Finding> findings = new ArrayList<>();

  private CorimRules(Corim corim) {
    this.corim = corim;
  }

  static boolean isSigner(Entity entity) {
    return entity.roles().contains(CorimRole.MANIFEST_SIGNER);
  }

  static List<Finding> check(Corim corim) {
    CorimRules rules = new CorimRules(corim);
    rules.checkNames();
    rules.checkTags();
    rules.checkDomains();
    rules.checkSigner();
    return List.copyOf(rules.findings);
  }

  private void checkNames() {
    Set<TagId> names = new HashSet<>();
    for (int i = 0; i < corim.tags().size(); i++) {
      TagId name = name(corim.tags().get(i));
      if (name != null && !names.add(name)) {
        warn(CorimCodes.DUPLICATE_TAG_ID, i, "two tags have this name");
      }
    }
  }

  private void checkSigner() {
    if (corim.entities().stream().noneMatch(CorimRules::isSigner)) {
      findings.add(
          new Finding(
              CorimCodes.SIGNER_ENTITY_MISSING,
              Severity.WARNING,
              "corim",
              "no entity is manifest-signer, which says where an unsigned CoRIM is from"));
    }
  }

  /** What no CoMID can say alone: its domains may go on in another one. */
  private void checkDomains() {
    List<DomainTriple> memberships = new ArrayList<>();
    List<DomainTriple> dependencies = new ArrayList<>();
    boolean inOne = false;
    for (ConciseTag tag : corim.tags()) {
      if (tag instanceof ConciseTag.OfComid comid) {
        List<DomainTriple> members = comid.comid().triples().membership();
        List<DomainTriple> trustees = comid.comid().triples().dependency();
        inOne |= DomainGraph.hasCycle(members) || DomainGraph.hasCycle(trustees);
        memberships.addAll(members);
        dependencies.addAll(trustees);
      }
    }
    if (!inOne && (DomainGraph.hasCycle(memberships) || DomainGraph.hasCycle(dependencies))) {
      findings.add(
          new Finding(
              CorimCodes.DOMAIN_CYCLE, Severity.WARNING, "corim/1", "domains contain each other"));
    }
    checkMembers(memberships, dependencies);
  }

  private void checkMembers(List<DomainTriple> memberships, List<DomainTriple> dependencies) {
    Set<Bytes> members = new HashSet<>();
    for (DomainTriple membership : memberships) {
      membership.environments().forEach(member -> members.add(Parts.encode(member)));
    }
    boolean all =
        dependencies.stream()
            .flatMap(it -> Stream.concat(Stream.of(it.domain()), it.environments().stream()))
            .allMatch(it -> members.contains(Parts.encode(it)));
    if (!all) {
      findings.add(
          new Finding(
              CorimCodes.NO_MEMBER,
              Severity.WARNING,
              "corim/1",
              "a domain that depends, or what it depends on, is a member of no domain"));
    }
  }

  private static @Nullable TagId name(ConciseTag tag) {
    if (tag instanceof ConciseTag.OfComid comid) {
      return comid.comid().identity().id();
    }
    if (tag instanceof ConciseTag.OfCoswid coswid) {
      return coswid.coswid().tagId();
    }
    return tag instanceof ConciseTag.OfCotl cotl ? cotl.cotl().identity().id() : null;
  }

  private void checkTags() {
    Set<TagId> software = new HashSet<>();
    for (ConciseTag tag : corim.tags()) {
      if (tag instanceof ConciseTag.OfCoswid coswid) {
        software.add(coswid.coswid().tagId());
      }
    }
    for (int i = 0; i < corim.tags().size(); i++) {
      if (corim.tags().get(i) instanceof ConciseTag.OfComid comid) {
        for (Finding finding : comid.comid().check()) {
          String path = "corim/1/" + i + finding.path().substring("comid".length());
          findings.add(new Finding(finding.code(), finding.severity(), path, finding.message()));
        }
        for (CoswidTriple triple : comid.comid().triples().coswid()) {
          if (!software.containsAll(triple.tagIds())) {
            warn(CorimCodes.COSWID_MISSING, i, "a CoSWID that is named is not in the CoRIM");
          }
        }
      }
    }
  }

  private void warn(String code, int tag, String message) {
    findings.add(new Finding(code, Severity.WARNING, "corim/1/" + tag, message));
  }
}
