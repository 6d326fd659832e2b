package org.rats4j.corim.appraisal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Finding;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;

/**
 * What of a CoRIM is needed until the store is made: its triples already as relation items, so that
 * the CoRIM itself need not stay in memory.
 */
final class StagedCorim {
  private final TagId id;
  private final @Nullable CorimProfileId profile;
  private final Instant validFrom;
  private final Instant validUntil;
  private final String signer;
  private final List<Tag> tags = new ArrayList<>();
  private final List<Cotl> lists = new ArrayList<>();
  private final Set<TagIdentity> identities = new HashSet<>();
  private final Set<TagId> software = new HashSet<>();

  private StagedCorim(Corim corim, String signer, Instant validFrom, Instant validUntil) {
    this.signer = signer;
    id = corim.id();
    profile = corim.profile().orElse(null);
    this.validFrom = validFrom;
    this.validUntil = validUntil;
  }

  /**
   * A CoMID.
   *
   * @param source what its triples are known by
   * @param key what it is sorted by: names, authority, validity, hash of its content
   * @param items its triples
   * @param faults what is wrong with them
   * @param software the CoSWIDs that its triples name
   * @param linksOthers whether it replaces or supplements other tags
   */
  record Tag(
      TagSource source,
      Bytes key,
      List<RelationItem> items,
      List<Finding> faults,
      Set<TagId> software,
      boolean linksOthers) {

    String path() {
      return "CoRIM " + source.corim() + ", tag " + source.tag();
    }
  }

  static StagedCorim of(
      Corim corim,
      Authority authority,
      String signer,
      Instant from,
      Instant until,
      Transform transform) {
    StagedCorim staged = new StagedCorim(corim, signer, from, until);
    for (ConciseTag tag : corim.tags()) {
      if (tag instanceof ConciseTag.OfComid comid) {
        staged.addComid(comid, authority, transform);
      } else if (tag instanceof ConciseTag.OfCotl list) {
        staged.lists.add(list.cotl());
        staged.identities.add(plain(list.cotl().identity()));
      } else if (tag instanceof ConciseTag.OfCoswid coswid) {
        staged.software.add(coswid.coswid().tagId());
        if (coswid.coswid().tagVersion().signum() >= 0
            && coswid.coswid().tagVersion().bitLength() <= Long.SIZE) {
          staged.identities.add(
              TagIdentity.of(coswid.coswid().tagId(), coswid.coswid().tagVersion().longValue()));
        }
      }
    }
    return staged;
  }

  private void addComid(ConciseTag.OfComid tag, Authority authority, Transform transform) {
    Comid comid = tag.comid();
    TagIdentity identity = plain(comid.identity());
    identities.add(identity);
    TagSource source =
        new TagSource(id, identity, profile, authority, signer, validFrom, validUntil);
    TripleRules rules = transform.rules();
    Set<TagId> named = new HashSet<>();
    comid.triples().coswid().forEach(triple -> named.addAll(triple.tagIds()));
    String path = "CoRIM " + id + ", tag " + identity;
    List<Finding> faults = rules.check(comid.triples(), path);
    List<RelationItem> items = transform.items(comid.triples(), source);
    items.removeIf(rules::isFaulty);
    tags.add(
        new Tag(
            source,
            key(source, tag.content()),
            items,
            faults,
            named,
            !comid.linkedTags().isEmpty()));
  }

  private static Bytes key(TagSource source, Bytes content) {
    CborWriter out = new CborWriter().startArray();
    source.corim().write(out);
    source.tag().id().write(out);
    out.writeText(Long.toUnsignedString(source.tag().version()));
    source.authority().keys().forEach(key -> key.write(out));
    out.writeText(source.signer()).writeText(source.validity());
    return out.writeBytes(Digest.sha256Of(content).value()).endArray().toBytes();
  }

  /** Returns name and version, which is what tags are known by. */
  static TagIdentity plain(TagIdentity identity) {
    return TagIdentity.of(identity.id(), identity.version());
  }

  TagId id() {
    return id;
  }

  Optional<CorimProfileId> profile() {
    return Optional.ofNullable(profile);
  }

  Instant validFrom() {
    return validFrom;
  }

  Instant validUntil() {
    return validUntil;
  }

  List<Tag> tags() {
    return tags;
  }

  List<Cotl> lists() {
    return lists;
  }

  /** Returns the tags that a list may name. */
  Set<TagIdentity> identities() {
    return identities;
  }

  Set<TagId> software() {
    return software;
  }
}
