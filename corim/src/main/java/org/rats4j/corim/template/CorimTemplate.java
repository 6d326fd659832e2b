package org.rats4j.corim.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.Entity;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.Locator;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.Validity;

/**
 * A CoRIM in JSON, to which tags may yet have to be added.
 *
 * <pre>{@code
 * {"corim-id": .., "tags": [{"type": "comid", "value": {..}}, ..], "dependent-rims": [..],
 *  "profile": .., "validity": {"not-before": .., "not-after": ..}, "entities": [..]}
 * }</pre>
 */
public final class CorimTemplate {
  private static final NameTable ROLES = NameTable.of(1, "manifestCreator", "manifestSigner");
  private static final int LAST_KEY = 5;

  private final TagId id;
  private final List<ConciseTag> tags;
  private final List<Locator> dependentRims;
  private final @Nullable CorimProfileId profile;
  private final @Nullable Validity validity;
  private final List<Entity> entities;
  private final RawEntries extensions;

  private CorimTemplate(
      TagId id,
      List<ConciseTag> tags,
      List<Locator> dependentRims,
      @Nullable CorimProfileId profile,
      @Nullable Validity validity,
      List<Entity> entities,
      RawEntries extensions) {
    this.id = id;
    this.tags = List.copyOf(tags);
    this.dependentRims = List.copyOf(dependentRims);
    this.profile = profile;
    this.validity = validity;
    this.entities = List.copyOf(entities);
    this.extensions = extensions;
  }

  /** Returns the template that {@code corim} is made from. */
  public static CorimTemplate of(Corim corim) {
    return new CorimTemplate(
        corim.id(),
        corim.tags(),
        corim.dependentRims(),
        corim.profile().orElse(null),
        corim.validity().orElse(null),
        corim.entities(),
        corim.extensions());
  }

  /**
   * Decodes a template.
   *
   * @param options usually {@link org.rats4j.corim.CorimOptions#STRICT} or {@link
   *     org.rats4j.corim.CorimOptions#LENIENT}
   * @throws DecodingException if {@code json} is anything else
   */
  public static CorimTemplate decode(Bytes json, DecodeOptions options) throws DecodingException {
    return decode(json, new Findings(options));
  }

  /**
   * Decodes a template under the options of {@code findings}, and remarks to them.
   *
   * @throws DecodingException if {@code json} is anything else, with a path such as {@code
   *     corim/entities/0/name}
   */
  public static CorimTemplate decode(Bytes json, Findings findings) throws DecodingException {
    return decode(json, CorimProfiles.BUILT_IN, findings);
  }

  /**
   * Decodes a template under the options of {@code findings}, and remarks to them. If {@code
   * profiles} know its profile, extensions may have the names that the profile gives them.
   *
   * @throws DecodingException if {@code json} is anything else
   */
  public static CorimTemplate decode(Bytes json, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    TemplateReader in = TemplateReader.open(json, "corim", findings);
    CorimProfileId id = profileAhead(in.fork());
    return read(id == null ? in : profiles.get(id).map(in::withProfile).orElse(in));
  }

  /** The profile says how to read what may stand before it. */
  private static @Nullable CorimProfileId profileAhead(TemplateReader ahead)
      throws DecodingException {
    ahead.startObject();
    while (ahead.hasNext()) {
      if (ahead.name().equals("profile")) {
        return readProfile(ahead);
      }
      ahead.skip();
    }
    return null;
  }

  private static CorimTemplate read(TemplateReader in) throws DecodingException {
    TagId id = null;
    List<ConciseTag> tags = List.of();
    List<Locator> dependentRims = List.of();
    CorimProfileId profile = null;
    Validity validity = null;
    List<Entity> entities = List.of();
    RawEntries.Builder extensions = RawEntries.builder();
    in.startObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "corim-id" -> id = CommonText.readId(in);
        case "tags" -> tags = in.anyList(TagText::read);
        case "dependent-rims" -> dependentRims = in.list(LocatorText::read);
        case "profile" -> profile = readProfile(in);
        case "validity" -> validity = CommonText.readValidity(in);
        case "entities" -> entities = in.list(each -> CommonText.readEntity(each, ROLES));
        default -> ExtensionText.read(in, name, ExtensionPlace.CORIM, LAST_KEY, extensions);
      }
    }
    in.endObject();
    return new CorimTemplate(
        in.required(id, "corim-id"),
        tags,
        dependentRims,
        profile,
        validity,
        entities,
        extensions.build());
  }

  private static CorimProfileId readProfile(TemplateReader in) throws DecodingException {
    String text = in.text();
    return text.matches("[0-9.]+")
        ? CorimProfileId.of(in.build(() -> Oid.of(text)))
        : CorimProfileId.of(text);
  }

  /** Returns the tags that are there; may be empty. */
  public List<ConciseTag> tags() {
    return tags;
  }

  /** Returns the profile. */
  public Optional<CorimProfileId> profile() {
    return Optional.ofNullable(profile);
  }

  /** Returns this template with {@code more} behind the tags that are there. */
  public CorimTemplate withTags(List<? extends ConciseTag> more) {
    List<ConciseTag> all = new ArrayList<>(tags);
    all.addAll(more);
    return new CorimTemplate(id, all, dependentRims, profile, validity, entities, extensions);
  }

  /** Returns this template without its tags. */
  public CorimTemplate withoutTags() {
    return new CorimTemplate(id, List.of(), dependentRims, profile, validity, entities, extensions);
  }

  /** Returns this template with the profile {@code value}. */
  public CorimTemplate withProfile(CorimProfileId value) {
    return new CorimTemplate(id, tags, dependentRims, value, validity, entities, extensions);
  }

  /**
   * Returns the CoRIM. Rules of its profile are not checked: decode what it encodes to.
   *
   * @throws IllegalArgumentException if there is no tag, or two entities signed it
   */
  public Corim build() {
    Corim.Builder corim =
        Corim.builder(id)
            .tags(tags)
            .dependentRims(dependentRims)
            .entities(entities)
            .extensions(extensions);
    if (profile != null) {
      corim.profile(profile);
    }
    if (validity != null) {
      corim.validity(validity);
    }
    return corim.build();
  }

  /**
   * Encodes this template.
   *
   * @throws IllegalArgumentException if it has an extension with a text as key
   */
  public Bytes encode() {
    return encode(CorimProfiles.BUILT_IN);
  }

  /**
   * Encodes this template. If {@code profiles} know its profile, extensions have the names that the
   * profile gives them.
   *
   * @throws IllegalArgumentException if it has an extension with a text as key
   */
  public Bytes encode(CorimProfiles profiles) {
    TemplateWriter out =
        TemplateWriter.open(profile == null ? null : profiles.get(profile).orElse(null));
    out.startObject().writeName("corim-id");
    CommonText.write(out, id);
    TriplesText.writeAll(out, "tags", tags, TagText::write);
    TriplesText.writeAll(out, "dependent-rims", dependentRims, LocatorText::write);
    if (profile != null) {
      out.writeName("profile").writeText(profile.toString());
    }
    if (validity != null) {
      CommonText.write(out.writeName("validity"), validity);
    }
    TriplesText.writeAll(out, "entities", entities, (o, each) -> CommonText.write(o, each, ROLES));
    ExtensionText.write(out, ExtensionPlace.CORIM, extensions);
    return out.endObject().toBytes();
  }

  @Override
  public String toString() {
    return "template of CoRIM " + id + " with " + tags.size() + " tags";
  }
}
