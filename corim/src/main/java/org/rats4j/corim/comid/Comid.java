package org.rats4j.corim.comid;

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
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.Entity;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.internal.ComidCodec;
import org.rats4j.corim.internal.Source;

/**
 * A concise module identifier: triples, and who says so.
 *
 * <pre>{@code
 * concise-mid-tag = {
 *   ? &(language: 0) => text
 *   &(tag-identity: 1) => tag-identity-map
 *   ? &(entities: 2) => [ + comid-entity-map ]
 *   ? &(linked-tags: 3) => [ + linked-tag-map ]
 *   &(triples: 4) => triples-map
 *   * $$concise-mid-tag-extension
 * }
 * }</pre>
 */
public final class Comid {
  private final @Nullable String language;
  private final TagIdentity identity;
  private final List<Entity> entities;
  private final List<LinkedTag> linkedTags;
  private final Triples triples;
  private final RawEntries extensions;

  private Comid(Builder builder) {
    language = builder.language;
    identity = builder.identity;
    entities = List.copyOf(builder.entities);
    linkedTags = List.copyOf(builder.linkedTags);
    triples = builder.triples;
    extensions = builder.extensions;
  }

  /**
   * Decodes exactly one CoMID, which is the content of tag 506.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static Comid decode(Bytes cbor) throws DecodingException {
    return decode(cbor, CorimOptions.STRICT);
  }

  /**
   * Decodes exactly one CoMID, which is the content of tag 506.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static Comid decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    return decode(cbor, new Findings(options));
  }

  /**
   * Decodes exactly one CoMID and remarks to {@code findings}, under whose options it reads.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static Comid decode(Bytes cbor, Findings findings) throws DecodingException {
    return ComidCodec.read(Source.open(cbor, "comid", findings));
  }

  /** Returns a builder of a CoMID with this name. */
  public static Builder builder(TagIdentity identity, Triples triples) {
    return new Builder(identity, triples);
  }

  /** Returns the language of all texts in the tag (RFC 5646). */
  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /** Returns name and version of the tag. */
  public TagIdentity identity() {
    return identity;
  }

  /** Returns who made and maintains tag and module. */
  public List<Entity> entities() {
    return entities;
  }

  /** Returns the tags that this one is related to. */
  public List<LinkedTag> linkedTags() {
    return linkedTags;
  }

  /** Returns what the tag states. */
  public Triples triples() {
    return triples;
  }

  /** Returns the entries that the specification does not define. */
  public RawEntries extensions() {
    return extensions;
  }

  /** Returns this tag in deterministic CBOR, without tag 506. */
  public Bytes encode() {
    CborWriter out = new CborWriter();
    ComidCodec.write(this, out);
    return out.toBytes();
  }

  /** Returns what a reader of this tag should know: rules that it breaks and that stop no read. */
  public List<Finding> check() {
    return ComidRules.check(this);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Comid other
        && Objects.equals(language, other.language)
        && identity.equals(other.identity)
        && entities.equals(other.entities)
        && linkedTags.equals(other.linkedTags)
        && triples.equals(other.triples)
        && extensions.equals(other.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(identity, entities);
  }

  @Override
  public String toString() {
    return "CoMID " + identity + ": " + triples;
  }

  /** Builds a CoMID. Not safe for use by several threads. */
  public static final class Builder {
    private final TagIdentity identity;
    private final Triples triples;
    private @Nullable String language;
    private final List<Entity> entities = new ArrayList<>();
    private final List<LinkedTag> linkedTags = new ArrayList<>();
    private RawEntries extensions = RawEntries.EMPTY;

    private Builder(TagIdentity identity, Triples triples) {
      this.identity = Objects.requireNonNull(identity, "identity");
      this.triples = Objects.requireNonNull(triples, "triples");
    }

    /** Sets the language of all texts (RFC 5646). */
    public Builder language(String value) {
      language = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Adds entities. */
    public Builder entities(List<Entity> values) {
      entities.addAll(values);
      return this;
    }

    /** Adds related tags. */
    public Builder linkedTags(List<LinkedTag> values) {
      linkedTags.addAll(values);
      return this;
    }

    /** Sets the entries that the specification does not define. */
    public Builder extensions(RawEntries value) {
      extensions = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Returns the CoMID. */
    public Comid build() {
      return new Comid(this);
    }
  }
}
