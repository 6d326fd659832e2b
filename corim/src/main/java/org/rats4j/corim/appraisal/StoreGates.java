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
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;

/** What may come into a store (phase 1): the gates of CoRIMs, lists of tags, and tags. */
final class StoreGates {
  private static final Comparator<Tag> ORDER =
      Comparator.<Tag, Bytes>comparing(Tag::key).thenComparing(Tag::content);

  private final AppraisalOptions options;
  private final CorimProfiles profiles;
  private final boolean requireCotl;
  private final Instant now;
  private final List<Finding> diagnostics = new ArrayList<>();
  private @Nullable Instant nextChange;

  StoreGates(AppraisalOptions options, CorimProfiles profiles, boolean requireCotl, Instant now) {
    this.options = options;
    this.profiles = profiles;
    this.requireCotl = requireCotl;
    this.now = now;
  }

  /**
   * A CoMID and where it comes from.
   *
   * @param input the CoRIM
   * @param comid the tag
   * @param content the encoding of the tag
   * @param key names and authority, to sort by
   */
  private record Tag(StoreInput input, Comid comid, Bytes content, Bytes key) {

    static Tag of(StoreInput input, ConciseTag.OfComid tag) {
      CborWriter out = new CborWriter().startArray();
      input.corim().id().write(out);
      tag.comid().identity().id().write(out);
      out.writeText(Long.toUnsignedString(tag.comid().identity().version()));
      input.authority().keys().forEach(key -> key.write(out));
      return new Tag(input, tag.comid(), tag.content(), out.endArray().toBytes());
    }

    String path() {
      return "CoRIM " + input.corim().id() + ", tag " + comid.identity();
    }
  }

  StoreContent content(List<StoreInput> inputs, int few) {
    List<StoreInput> usable = inputs.stream().filter(this::isUsable).toList();
    Map<TagIdentity, Instant> activated = activated(usable);
    Set<TagId> software = new HashSet<>();
    List<Tag> tags = new ArrayList<>();
    for (StoreInput input : usable) {
      for (ConciseTag tag : input.corim().tags()) {
        if (tag instanceof ConciseTag.OfComid comid) {
          tags.add(Tag.of(input, comid));
        } else if (tag instanceof ConciseTag.OfCoswid coswid) {
          software.add(coswid.coswid().tagId());
        }
      }
    }
    tags.sort(ORDER);
    List<RelationItem> items = new ArrayList<>();
    Transform transform = new Transform(options);
    Tag last = null;
    for (Tag tag : tags) {
      if ((last == null || ORDER.compare(last, tag) != 0) && isActivated(tag, activated)) {
        addItems(tag, activated, software, transform, items);
      }
      last = tag;
    }
    List<RelationItem> staged = new DomainGates(diagnostics).staged(items);
    diagnostics.sort(Comparator.comparing(Finding::path).thenComparing(Finding::code));
    return new StoreContent(options, few, staged, diagnostics, nextChange);
  }

  private boolean isUsable(StoreInput input) {
    String path = "CoRIM " + input.corim().id();
    if (input.corim().profile().isPresent()
        && profiles.get(input.corim().profile().get()).isEmpty()) {
      report(CorimCodes.UNKNOWN_PROFILE, path, "profile is not known");
      return false;
    }
    if (now.isAfter(input.validUntil())) {
      report(AppraisalCodes.CORIM_EXPIRED, path, "does not count any more");
      return false;
    }
    if (now.isBefore(input.validFrom())) {
      changesAt(input.validFrom());
      report(AppraisalCodes.CORIM_NOT_YET_VALID, path, "does not count yet");
      return false;
    }
    changesAt(input.validUntil());
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
  private Map<TagIdentity, Instant> activated(List<StoreInput> usable) {
    Set<TagIdentity> available = new HashSet<>();
    for (StoreInput input : usable) {
      input.corim().tags().forEach(tag -> addIdentity(tag, available));
    }
    Map<TagIdentity, Instant> activated = new HashMap<>();
    for (StoreInput input : usable) {
      for (ConciseTag tag : input.corim().tags()) {
        if (tag instanceof ConciseTag.OfCotl list && isUsable(list.cotl(), input, available)) {
          Instant until = list.cotl().validity().notAfter().toInstant();
          list.cotl()
              .tags()
              .forEach(each -> activated.merge(plain(each), until, StoreGates::later));
        }
      }
    }
    return activated;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static void addIdentity(ConciseTag tag, Set<TagIdentity> identities) {
    if (tag instanceof ConciseTag.OfComid comid) {
      identities.add(plain(comid.comid().identity()));
    } else if (tag instanceof ConciseTag.OfCotl cotl) {
      identities.add(plain(cotl.cotl().identity()));
    } else if (tag instanceof ConciseTag.OfCoswid coswid
        && coswid.coswid().tagVersion().signum() >= 0
        && coswid.coswid().tagVersion().bitLength() <= Long.SIZE) {
      identities.add(
          TagIdentity.of(coswid.coswid().tagId(), coswid.coswid().tagVersion().longValue()));
    }
  }

  /** Returns name and version, which is what tags are known by. */
  private static TagIdentity plain(TagIdentity identity) {
    return TagIdentity.of(identity.id(), identity.version());
  }

  private boolean isUsable(Cotl list, StoreInput input, Set<TagIdentity> available) {
    String path = "CoRIM " + input.corim().id() + ", CoTL " + list.identity();
    if (!list.validity().contains(now)) {
      if (list.validity().isBefore(now)) {
        list.validity().notBefore().ifPresent(begin -> changesAt(begin.toInstant()));
      }
      report(AppraisalCodes.COTL_NOT_VALID, path, "list does not count now");
      return false;
    }
    if (!list.tags().stream().allMatch(tag -> available.contains(plain(tag)))) {
      report(AppraisalCodes.COTL_INCOMPLETE, path, "list names a tag that is not there");
      return false;
    }
    if (requireCotl) {
      changesAt(list.validity().notAfter().toInstant());
    }
    return true;
  }

  private boolean isActivated(Tag tag, Map<TagIdentity, Instant> activated) {
    boolean active = !requireCotl || activated.containsKey(plain(tag.comid().identity()));
    if (!active) {
      report(AppraisalCodes.TAG_NOT_ACTIVATED, tag.path(), "tag is on no list");
    }
    return active;
  }

  private void addItems(
      Tag tag,
      Map<TagIdentity, Instant> activated,
      Set<TagId> software,
      Transform transform,
      List<RelationItem> items) {
    Instant until = tag.input().validUntil();
    Instant listed = activated.get(plain(tag.comid().identity()));
    if (requireCotl && listed != null && listed.isBefore(until)) {
      until = listed;
    }
    if (!tag.comid().linkedTags().isEmpty()) {
      report(AppraisalCodes.LINKED_TAG, tag.path(), "links to other tags are not followed");
    }
    TagSource source =
        new TagSource(
            tag.input().corim().id(),
            tag.comid().identity(),
            tag.input().corim().profile().orElse(null),
            tag.input().authority(),
            tag.input().validFrom(),
            until);
    TripleRules rules = new TripleRules(options, software);
    List<Finding> faults = rules.check(tag.comid().triples(), tag.path());
    diagnostics.addAll(faults);
    if (faults.isEmpty() || options.has(Alternative.DROP_TRIPLE)) {
      List<RelationItem> all = transform.items(tag.comid().triples(), source);
      all.removeIf(rules::isFaulty);
      items.addAll(all);
    }
  }
}
