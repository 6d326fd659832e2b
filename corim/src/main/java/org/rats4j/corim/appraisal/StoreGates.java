package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;

/** What may come into a store (phase 1): the gates of CoRIMs, lists of tags, and tags. */
final class StoreGates {
  private final AppraisalOptions options;
  private final CorimProfiles profiles;
  private final boolean requireCotl;
  private final Instant now;
  private final List<Finding> diagnostics = new ArrayList<>();
  private @Nullable Instant nextChange;

  StoreGates(
      AppraisalOptions options,
      CorimProfiles profiles,
      boolean requireCotl,
      Instant now,
      List<Finding> remarks) {
    diagnostics.addAll(remarks);
    this.options = options;
    this.profiles = profiles;
    this.requireCotl = requireCotl;
    this.now = now;
  }

  StoreContent content(List<StagedCorim> corims, int few, @Nullable StoreContent below) {
    List<StagedCorim> usable = corims.stream().filter(this::isUsable).toList();
    Map<TagIdentity, Instant> activated = activated(usable);
    Set<TagId> software = new HashSet<>();
    List<StagedCorim.Tag> tags = new ArrayList<>();
    for (StagedCorim corim : usable) {
      software.addAll(corim.software());
      tags.addAll(corim.tags());
    }
    tags.sort(Comparator.comparing(StagedCorim.Tag::key));
    List<RelationItem> items = new ArrayList<>();
    Bytes last = Bytes.EMPTY;
    for (StagedCorim.Tag tag : tags) {
      if (!last.equals(tag.key()) && isActivated(tag, activated)) {
        addItems(tag, software, items);
      }
      last = tag.key();
    }
    List<RelationItem> staged = new DomainGates(diagnostics, below).staged(items);
    diagnostics.sort(Comparator.comparing(Finding::path).thenComparing(Finding::code));
    return new StoreContent(options, few, staged, diagnostics, nextChange);
  }

  private boolean isUsable(StagedCorim corim) {
    String path = "CoRIM " + corim.id();
    if (corim.profile().isPresent() && profiles.get(corim.profile().get()).isEmpty()) {
      report(CorimCodes.UNKNOWN_PROFILE, path, "profile is not known, the CoRIM is left out");
      return false;
    }
    if (now.isAfter(corim.validUntil())) {
      report(
          AppraisalCodes.CORIM_EXPIRED,
          path,
          "counted until " + corim.validUntil() + ", the CoRIM is left out");
      return false;
    }
    if (now.isBefore(corim.validFrom())) {
      changesAt(corim.validFrom());
      report(
          AppraisalCodes.CORIM_NOT_YET_VALID,
          path,
          "counts from " + corim.validFrom() + " on, the CoRIM is left out");
      return false;
    }
    changesAt(corim.validUntil());
    return true;
  }

  private void changesAt(Instant time) {
    if (!time.equals(Instant.MAX) && (nextChange == null || time.isBefore(nextChange))) {
      nextChange = time;
    }
  }

  private void report(String code, String path, String message) {
    diagnostics.add(new Finding(code, Severity.WARNING, path, message));
  }

  /** Returns the tags that are on a list, with the time up to which the longest of these counts. */
  private Map<TagIdentity, Instant> activated(List<StagedCorim> usable) {
    Set<TagIdentity> available = new HashSet<>();
    usable.forEach(corim -> available.addAll(corim.identities()));
    Map<TagIdentity, Instant> activated = new HashMap<>();
    for (StagedCorim corim : usable) {
      for (Cotl list : corim.lists()) {
        if (isUsable(list, corim, available)) {
          Instant until = list.validity().notAfter().toInstant();
          list.tags()
              .forEach(tag -> activated.merge(StagedCorim.plain(tag), until, StoreGates::later));
        }
      }
    }
    return activated;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean isUsable(Cotl list, StagedCorim corim, Set<TagIdentity> available) {
    String path = "CoRIM " + corim.id() + ", CoTL " + list.identity();
    if (!list.validity().contains(now)) {
      if (list.validity().isBefore(now)) {
        list.validity().notBefore().ifPresent(begin -> changesAt(begin.toInstant()));
      }
      report(
          AppraisalCodes.COTL_NOT_VALID,
          path,
          "list does not count at " + now + " and is left out");
      return false;
    }
    if (!list.tags().stream().allMatch(tag -> available.contains(StagedCorim.plain(tag)))) {
      report(
          AppraisalCodes.COTL_INCOMPLETE,
          path,
          "list names a tag that is not there, and is left out");
      return false;
    }
    if (requireCotl) {
      changesAt(list.validity().notAfter().toInstant());
    }
    return true;
  }

  private boolean isActivated(StagedCorim.Tag tag, Map<TagIdentity, Instant> activated) {
    if (!requireCotl) {
      return true;
    }
    Instant until = activated.get(tag.source().tag());
    if (until == null) {
      report(AppraisalCodes.TAG_NOT_ACTIVATED, tag.path(), "tag is on no list, and is left out");
      return false;
    }
    tag.source().limitTo(until);
    return true;
  }

  private void addItems(StagedCorim.Tag tag, Set<TagId> software, List<RelationItem> items) {
    if (tag.linksOthers()) {
      report(AppraisalCodes.LINKED_TAG, tag.path(), "links to other tags are not followed");
    }
    boolean complete = software.containsAll(tag.software());
    if (!complete) {
      report(CorimCodes.COSWID_MISSING, tag.path(), "CoSWID that a triple names is not there");
    }
    diagnostics.addAll(tag.faults());
    if ((complete && tag.faults().isEmpty()) || options.has(Alternative.DROP_TRIPLE)) {
      items.addAll(tag.items());
    }
  }
}
