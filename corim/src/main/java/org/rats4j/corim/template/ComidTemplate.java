package org.rats4j.corim.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.Entity;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.LinkedTag;
import org.rats4j.corim.comid.Triples;

/**
 * A CoMID in JSON.
 *
 * <pre>{@code
 * {"lang": .., "tag-identity": {"id": .., "version": ..}, "entities": [..],
 *  "linked-tags": [..], "triples": {"reference-values": [..], ..}}
 * }</pre>
 */
public final class ComidTemplate {
  private static final NameTable ROLES = NameTable.of(0, "tagCreator", "creator", "maintainer");
  private static final NameTable RELATIONS = NameTable.of(0, "supplements", "replaces");

  private ComidTemplate() {}

  /**
   * Decodes a template.
   *
   * @param options usually {@link org.rats4j.corim.CorimOptions#STRICT} or {@link
   *     org.rats4j.corim.CorimOptions#LENIENT}
   * @throws DecodingException if {@code json} is anything else
   */
  public static Comid decode(Bytes json, DecodeOptions options) throws DecodingException {
    return decode(json, new Findings(options));
  }

  /**
   * Decodes a template under the options of {@code findings}, and remarks to them.
   *
   * @throws DecodingException if {@code json} is anything else, with a path such as {@code
   *     comid/triples/reference-values/0/environment}
   */
  public static Comid decode(Bytes json, Findings findings) throws DecodingException {
    return read(TemplateReader.open(json, "comid", findings));
  }

  /**
   * Decodes a template of a CoRIM with this profile, in which extensions have the names that the
   * profile gives them.
   *
   * @throws DecodingException if {@code json} is anything else
   */
  public static Comid decode(Bytes json, CorimProfile profile, Findings findings)
      throws DecodingException {
    return read(TemplateReader.open(json, "comid", findings).withProfile(profile));
  }

  static Comid read(TemplateReader in) throws DecodingException {
    @Nullable String language = null;
    @Nullable TagIdentity identity = null;
    List<Entity> entities = List.of();
    List<LinkedTag> linkedTags = List.of();
    @Nullable Triples triples = null;
    RawEntries.Builder extensions = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "lang" -> language = in.text();
        case "tag-identity" -> identity = CommonText.readIdentity(in);
        case "entities" -> entities = in.list(each -> CommonText.readEntity(each, ROLES));
        case "linked-tags" -> linkedTags = in.list(ComidTemplate::readLinkedTag);
        case "triples" -> triples = TriplesText.read(in);
        default -> ExtensionText.read(in, name, ExtensionPlace.COMID, 4, extensions);
      }
    }
    in.endObject();
    Comid.Builder comid =
        Comid.builder(in.required(identity, "tag-identity"), in.required(triples, "triples"))
            .entities(entities)
            .linkedTags(linkedTags)
            .extensions(extensions.build());
    if (language != null) {
      comid.language(language);
    }
    return comid.build();
  }

  private static LinkedTag readLinkedTag(TemplateReader in) throws DecodingException {
    TagId target = null;
    Long relation = null;
    RawEntries.Builder unknown = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "target" -> target = CommonText.readId(in);
        case "rel" -> relation = RELATIONS.read(in, "relation");
        default -> ExtensionText.readInClosed(in, name, "linked-tag", 1, unknown);
      }
    }
    in.endObject();
    return new LinkedTag(
        in.required(target, "target"), in.required(relation, "rel"), unknown.build());
  }

  /**
   * Encodes a CoMID as template.
   *
   * @throws IllegalArgumentException if it has an extension with a text as key
   */
  public static Bytes encode(Comid comid) {
    return encode(comid, TemplateWriter.open(null));
  }

  /**
   * Encodes a CoMID of a CoRIM with this profile as template, in which extensions have the names
   * that the profile gives them.
   *
   * @throws IllegalArgumentException if it has an extension with a text as key
   */
  public static Bytes encode(Comid comid, CorimProfile profile) {
    return encode(comid, TemplateWriter.open(profile));
  }

  private static Bytes encode(Comid comid, TemplateWriter out) {
    write(out, comid);
    return out.toBytes();
  }

  static void write(TemplateWriter out, Comid comid) {
    out.startObject();
    comid.language().ifPresent(text -> out.writeName("lang").writeText(text));
    CommonText.write(out.writeName("tag-identity"), comid.identity());
    TriplesText.writeAll(
        out, "entities", comid.entities(), (o, each) -> CommonText.write(o, each, ROLES));
    TriplesText.writeAll(out, "linked-tags", comid.linkedTags(), ComidTemplate::write);
    TriplesText.write(out.writeName("triples"), comid.triples());
    ExtensionText.write(out, ExtensionPlace.COMID, comid.extensions());
    out.endObject();
  }

  private static void write(TemplateWriter out, LinkedTag link) {
    out.startObject().writeName("target");
    CommonText.write(out, link.id());
    RELATIONS.write(out.writeName("rel"), link.relation());
    ExtensionText.write(out, link.unknown());
    out.endObject();
  }
}
