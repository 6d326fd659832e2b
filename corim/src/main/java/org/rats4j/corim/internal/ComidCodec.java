package org.rats4j.corim.internal;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.Entity;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.ComidRole;
import org.rats4j.corim.comid.LinkedTag;
import org.rats4j.corim.comid.Triples;

/** The concise-mid-tag. */
public final class ComidCodec {
  private static final String COMID = "comid";
  private static final String LINKED_TAG = "linked-tag";

  private ComidCodec() {}

  /** Reads a CoMID. */
  public static Comid read(Source in) throws DecodingException {
    String language = null;
    TagIdentity identity = null;
    List<Entity> entities = List.of();
    List<LinkedTag> linkedTags = List.of();
    Triples triples = null;
    in.startMap(COMID);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> language = in.text();
        case 1 -> identity = CommonCodec.identity(in);
        case 2 -> entities = in.list("entities", ComidCodec::entity);
        case 3 -> linkedTags = in.list("linked-tags", ComidCodec::linkedTag);
        case 4 -> triples = TriplesCodec.read(in);
        default -> in.openMapEntry(ExtensionPlace.COMID);
      }
    }
    Comid.Builder comid =
        Comid.builder(in.required(identity, 1, COMID), in.required(triples, 4, COMID));
    if (language != null) {
      comid.language(language);
    }
    return comid.entities(entities).linkedTags(linkedTags).extensions(in.endMap()).build();
  }

  private static Entity entity(Source in) throws DecodingException {
    return CommonCodec.entity(in, ComidRole.TAG_CREATOR, ComidRole.MAINTAINER);
  }

  private static LinkedTag linkedTag(Source in) throws DecodingException {
    TagId id = null;
    Long relation = null;
    in.startMap(LINKED_TAG);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> id = TagId.read(in.cbor());
        case 1 -> relation = relation(in);
        default -> in.closedMapEntry(LINKED_TAG);
      }
    }
    TagId target = in.required(id, 0, LINKED_TAG);
    long rel = in.required(relation, 1, LINKED_TAG);
    return new LinkedTag(target, rel, in.endMap());
  }

  private static long relation(Source in) throws DecodingException {
    long relation = in.cbor().readLong();
    if (relation != LinkedTag.SUPPLEMENTS && relation != LinkedTag.REPLACES) {
      in.warn(CorimCodes.UNKNOWN_REGISTRY_VALUE, "unknown tag-rel " + relation);
    }
    return relation;
  }

  /** Writes a CoMID. */
  public static void write(Comid comid, CborWriter out) {
    out.startMap();
    comid.language().ifPresent(language -> out.writeInt(0).writeText(language));
    CommonCodec.write(comid.identity(), out.writeInt(1));
    if (!comid.entities().isEmpty()) {
      out.writeInt(2).startArray(comid.entities().size());
      comid.entities().forEach(entity -> CommonCodec.write(entity, out));
    }
    if (!comid.linkedTags().isEmpty()) {
      out.writeInt(3).startArray(comid.linkedTags().size());
      comid.linkedTags().forEach(link -> write(link, out));
    }
    TriplesCodec.write(comid.triples(), out.writeInt(4));
    comid.extensions().write(out);
    out.endMap();
  }

  private static void write(LinkedTag link, CborWriter out) {
    out.startMap().writeInt(0);
    link.id().write(out);
    out.writeInt(1).writeInt(link.relation());
    link.unknown().write(out);
    out.endMap();
  }
}
