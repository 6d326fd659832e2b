package org.rats4j.corim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.internal.CorimCodec;
import org.rats4j.corim.internal.Source;

/**
 * A concise reference integrity manifest without signature: tags that belong together.
 *
 * <pre>{@code
 * tagged-unsigned-corim-map = #6.501(corim-map)
 * corim-map = {
 *   &(id: 0) => $corim-id-type-choice
 *   &(tags: 1) => [ + $concise-tag-type-choice ]
 *   ? &(dependent-rims: 2) => [ + corim-locator-map ]
 *   ? &(profile: 3) => $profile-type-choice
 *   ? &(rim-validity: 4) => validity-map
 *   ? &(entities: 5) => [ + corim-entity-map ]
 *   * $$corim-map-extension
 * }
 * }</pre>
 *
 * <p>It says nothing about who made it; {@link SignedCorim} does, or the channel that it came by.
 */
public final class Corim implements CorimMessage {
  private final TagId id;
  private final List<ConciseTag> tags;
  private final List<Locator> dependentRims;
  private final @Nullable CorimProfileId profile;
  private final @Nullable Validity validity;
  private final List<Entity> entities;
  private final RawEntries extensions;

  private Corim(Builder builder) {
    id = builder.id;
    tags = List.copyOf(builder.tags);
    dependentRims = List.copyOf(builder.dependentRims);
    profile = builder.profile;
    validity = builder.validity;
    entities = List.copyOf(builder.entities);
    extensions = builder.extensions;
  }

  /**
   * Decodes exactly one unsigned CoRIM, strictly, with the profiles of {@link
   * CorimProfiles#BUILT_IN}.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static Corim decode(Bytes cbor) throws DecodingException {
    return decode(cbor, CorimOptions.STRICT);
  }

  /**
   * Decodes exactly one unsigned CoRIM, with the profiles of {@link CorimProfiles#BUILT_IN}.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static Corim decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    return decode(cbor, CorimProfiles.BUILT_IN, new Findings(options));
  }

  /**
   * Decodes exactly one unsigned CoRIM, with its tags, and remarks to {@code findings}, under whose
   * options it reads.
   *
   * @throws DecodingException if {@code cbor} is anything else; with UNSUPPORTED and the code
   *     {@link CorimCodes#UNKNOWN_PROFILE} if {@code profiles} does not know its profile; with the
   *     code {@link CorimCodes#PROFILE_RULE} if a tag breaks a rule of its profile
   */
  public static Corim decode(Bytes cbor, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    return CorimCodec.read(Source.open(cbor, "corim", profiles, findings));
  }

  /** Returns a builder of a CoRIM with this name. */
  public static Builder builder(TagId id) {
    return new Builder(id);
  }

  /** Returns the name. */
  public TagId id() {
    return id;
  }

  /** Returns the tags, at least one. */
  public List<ConciseTag> tags() {
    return tags;
  }

  /** Returns where CoRIMs may be found that this one depends on. */
  public List<Locator> dependentRims() {
    return dependentRims;
  }

  /** Returns the profile. */
  public Optional<CorimProfileId> profile() {
    return Optional.ofNullable(profile);
  }

  /** Returns when the CoRIM may be used; empty if it does not say. */
  public Optional<Validity> validity() {
    return Optional.ofNullable(validity);
  }

  /** Returns who made and signed the CoRIM. */
  public List<Entity> entities() {
    return entities;
  }

  /** Returns the entries that the specification does not define. */
  public RawEntries extensions() {
    return extensions;
  }

  /** Returns this CoRIM in deterministic CBOR, with tag 501; tags in it as they were received. */
  public Bytes encode() {
    CborWriter out = new CborWriter();
    CorimCodec.write(this, out);
    return out.toBytes();
  }

  /**
   * Returns what a reader should know: rules that the tags break and that stop no read. {@link
   * CorimCodes#SIGNER_ENTITY_MISSING} counts only for a CoRIM that travels without a signature.
   */
  public List<Finding> check() {
    return CorimRules.check(this);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Corim other
        && id.equals(other.id)
        && tags.equals(other.tags)
        && dependentRims.equals(other.dependentRims)
        && Objects.equals(profile, other.profile)
        && Objects.equals(validity, other.validity)
        && entities.equals(other.entities)
        && extensions.equals(other.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, profile, validity, entities);
  }

  @Override
  public String toString() {
    return "CoRIM " + id + " with " + tags.size() + " tags";
  }

  /** Builds a CoRIM. Not safe for use by several threads. */
  public static final class Builder {
    private final TagId id;
    private final List<ConciseTag> tags = new ArrayList<>();
    private final List<Locator> dependentRims = new ArrayList<>();
    private @Nullable CorimProfileId profile;
    private @Nullable Validity validity;
    private final List<Entity> entities = new ArrayList<>();
    private RawEntries extensions = RawEntries.EMPTY;

    private Builder(TagId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /** Adds tags. */
    public Builder tags(List<ConciseTag> values) {
      tags.addAll(values);
      return this;
    }

    /** Adds a tag. */
    public Builder tag(ConciseTag value) {
      tags.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Adds places of CoRIMs that this one depends on. */
    public Builder dependentRims(List<Locator> values) {
      dependentRims.addAll(values);
      return this;
    }

    /** Sets the profile. */
    public Builder profile(CorimProfileId value) {
      profile = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets when the CoRIM may be used. */
    public Builder validity(Validity value) {
      validity = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds entities. */
    public Builder entities(List<Entity> values) {
      entities.addAll(values);
      return this;
    }

    /** Sets the entries that the specification does not define. */
    public Builder extensions(RawEntries value) {
      extensions = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Returns the CoRIM.
     *
     * @throws IllegalArgumentException if there is no tag, or two entities signed it
     */
    public Corim build() {
      if (tags.isEmpty()) {
        throw new IllegalArgumentException("CoRIM has no tag");
      }
      if (entities.stream().filter(CorimRules::isSigner).count() > 1) {
        throw new IllegalArgumentException("two entities are manifest-signer");
      }
      return new Corim(this);
    }
  }
}
