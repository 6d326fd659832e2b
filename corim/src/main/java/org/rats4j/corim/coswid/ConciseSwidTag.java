package org.rats4j.corim.coswid;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.TagId;
import org.rats4j.corim.internal.Source;

/**
 * A concise software identification tag (RFC 9393, section 2.3).
 *
 * <pre>{@code
 * concise-swid-tag = {
 *   tag-id (0) => text / bstr .size 16,
 *   tag-version (12) => integer,
 *   ? corpus (8) => bool,
 *   ? patch (9) => bool,
 *   ? supplemental (11) => bool,
 *   software-name (1) => text,
 *   ? software-version (13) => text,
 *   ? version-scheme (14) => $version-scheme,
 *   ? media (10) => text,
 *   ? software-meta (5) => one-or-more<software-meta-entry>,
 *   entity (2) => one-or-more<entity-entry>,
 *   ? link (4) => one-or-more<link-entry>,
 *   ? (payload (6) => payload-entry // evidence (3) => evidence-entry),
 *   * $$coswid-extension,
 *   global-attributes
 * }
 * }</pre>
 *
 * <p>A tag says nothing about who made it. A signature around a tag that stands alone is not
 * supported; a CoRIM that holds it can be signed.
 */
public final class ConciseSwidTag extends SwidMap {
  /** The CBOR tag of a tag that stands alone. */
  public static final long CBOR_TAG = 1398229316;

  private static final Member<TagId> TAG_ID = Member.required(0, "tag-id", WireValues.NAME);
  private static final Member<BigInteger> TAG_VERSION =
      Member.required(12, "tag-version", WireValues.INTEGER);
  private static final Member<Boolean> CORPUS = Member.optional(8, "corpus", WireValues.BOOLEAN);
  private static final Member<Boolean> PATCH = Member.optional(9, "patch", WireValues.BOOLEAN);
  private static final Member<Boolean> SUPPLEMENTAL =
      Member.optional(11, "supplemental", WireValues.BOOLEAN);
  private static final Member<String> SOFTWARE_NAME =
      Member.required(1, "software-name", WireValues.TEXT);
  private static final Member<String> SOFTWARE_VERSION =
      Member.optional(13, "software-version", WireValues.TEXT);
  private static final Member<Label> VERSION_SCHEME =
      Member.optional(14, "version-scheme", WireValues.INDEX);
  private static final Member<String> MEDIA = Member.optional(10, "media", WireValues.TEXT);
  private static final Member<List<SoftwareMetaEntry>> SOFTWARE_META =
      Member.oneOrMore(5, "software-meta", SoftwareMetaEntry.SHAPE.type());
  private static final Member<List<EntityEntry>> ENTITY =
      Member.oneOrMore(2, "entity", EntityEntry.SHAPE.type()).mandatory();
  private static final Member<List<LinkEntry>> LINK =
      Member.oneOrMore(4, "link", LinkEntry.SHAPE.type());
  private static final Member<PayloadEntry> PAYLOAD =
      Member.optional(6, "payload", PayloadEntry.SHAPE.type());
  private static final Member<EvidenceEntry> EVIDENCE =
      Member.optional(3, "evidence", EvidenceEntry.SHAPE.type());

  private static final Shape<ConciseSwidTag> SHAPE =
      new Shape<>(
          "concise-swid-tag",
          ConciseSwidTag::new,
          List.of(
              TAG_ID,
              TAG_VERSION,
              CORPUS,
              PATCH,
              SUPPLEMENTAL,
              SOFTWARE_NAME,
              SOFTWARE_VERSION,
              VERSION_SCHEME,
              MEDIA,
              SOFTWARE_META,
              ENTITY,
              LINK,
              PAYLOAD,
              EVIDENCE));

  private ConciseSwidTag(Content content) {
    super(content);
  }

  /**
   * Decodes exactly one tag under {@link CorimOptions#STRICT}, with or without {@link #CBOR_TAG}.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static ConciseSwidTag decode(byte[] cbor) throws DecodingException {
    return decode(Bytes.copyOf(cbor), CorimOptions.STRICT);
  }

  /**
   * Decodes exactly one tag, with or without {@link #CBOR_TAG}.
   *
   * @param options usually {@link CorimOptions#STRICT} or {@link CorimOptions#LENIENT}
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static ConciseSwidTag decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    return decode(cbor, new Findings(options));
  }

  /**
   * Decodes exactly one tag, with or without {@link #CBOR_TAG}, under the options of {@code
   * findings}, and remarks to them.
   *
   * @throws DecodingException if {@code cbor} is anything else, with a path such as {@code
   *     coswid/2/33}, which is the role of the entity; with UNSUPPORTED if it is signed
   */
  public static ConciseSwidTag decode(Bytes cbor, Findings findings) throws DecodingException {
    Source in = Source.open(cbor, "coswid", findings);
    if (in.cbor().tryTag(CBOR_TAG) && in.isTag()) {
      in.cbor().skip();
      throw in.fail(Reason.UNSUPPORTED, CoswidCodes.COSWID_SIGNED, "signed CoSWID outside a CoRIM");
    }
    return read(in);
  }

  /**
   * Reads a tag that has no {@link #CBOR_TAG}, as it stands in a CoRIM.
   *
   * @throws DecodingException if {@code in} does not stand at a valid tag
   */
  public static ConciseSwidTag read(CborReader in) throws DecodingException {
    return read(Source.of(in));
  }

  private static ConciseSwidTag read(Source in) throws DecodingException {
    ConciseSwidTag tag = SHAPE.read(in);
    CoConstraints.check(tag, in);
    return tag;
  }

  /**
   * Returns a builder of a tag of version 0.
   *
   * @param name the name of the software
   */
  public static Builder builder(TagId id, String name) {
    return new Builder(id, name);
  }

  /** Returns a builder that holds the members of this tag, for its next version. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns the name of the tag ({@code tag-id}). */
  public TagId tagId() {
    return require(TAG_ID);
  }

  /** Returns which edition of the tag this is; it says nothing about the software. */
  public BigInteger tagVersion() {
    return require(TAG_VERSION);
  }

  /** Returns whether the tag names software before it is installed. */
  public boolean isCorpus() {
    return isTrue(CORPUS);
  }

  /** Returns whether the tag names a change of other software. */
  public boolean isPatch() {
    return isTrue(PATCH);
  }

  /** Returns whether the tag adds to another one. */
  public boolean isSupplemental() {
    return isTrue(SUPPLEMENTAL);
  }

  /** Returns the kind of the tag, which the three flags make. */
  public TagKind kind() {
    if (isSupplemental()) {
      return TagKind.SUPPLEMENTAL;
    }
    if (isCorpus()) {
      return TagKind.CORPUS;
    }
    return isPatch() ? TagKind.PATCH : TagKind.PRIMARY;
  }

  /** Returns the name of the software ({@code software-name}). */
  public String softwareName() {
    return require(SOFTWARE_NAME);
  }

  /** Returns the version of the software ({@code software-version}). */
  public Optional<String> softwareVersion() {
    return get(SOFTWARE_VERSION);
  }

  /** Returns the scheme of the version, a constant of {@link VersionScheme} or any other. */
  public Optional<Label> versionScheme() {
    return get(VERSION_SCHEME);
  }

  /** Returns on which devices the tag counts, as a media query ({@code media}). */
  public Optional<String> media() {
    return get(MEDIA);
  }

  /** Returns what else there is to say about the software ({@code software-meta}). */
  public List<SoftwareMetaEntry> softwareMeta() {
    return list(SOFTWARE_META);
  }

  /** Returns who had to do with the software or its tag, one or more ({@code entity}). */
  public List<EntityEntry> entities() {
    return list(ENTITY);
  }

  /** Returns where the tag leads to ({@code link}). */
  public List<LinkEntry> links() {
    return list(LINK);
  }

  /** Returns what the software installs ({@code payload}). */
  public Optional<PayloadEntry> payload() {
    return get(PAYLOAD);
  }

  /** Returns what was found of the software ({@code evidence}). */
  public Optional<EvidenceEntry> evidence() {
    return get(EVIDENCE);
  }

  /** Encodes this tag in deterministic CBOR, without {@link #CBOR_TAG}. */
  public Bytes encode() {
    CborWriter out = new CborWriter();
    write(out);
    return out.toBytes();
  }

  /** Encodes this tag in deterministic CBOR, with {@link #CBOR_TAG}. */
  public Bytes encodeTagged() {
    CborWriter out = new CborWriter().writeTag(CBOR_TAG);
    write(out);
    return out.toBytes();
  }

  /** Builds {@link ConciseSwidTag}. Not safe for use by several threads. */
  public static final class Builder extends SwidMap.Builder<Builder> {
    private Builder(TagId id, String name) {
      super(SHAPE);
      set(TAG_ID, id);
      set(SOFTWARE_NAME, name);
      tagVersion(0);
    }

    private Builder(ConciseSwidTag tag) {
      super(tag);
    }

    /** Sets which edition of the tag this is. */
    public Builder tagVersion(long value) {
      return set(TAG_VERSION, BigInteger.valueOf(value));
    }

    /** Sets whether the tag names software before it is installed. */
    public Builder corpus(boolean value) {
      return set(CORPUS, value);
    }

    /** Sets whether the tag names a change of other software. */
    public Builder patch(boolean value) {
      return set(PATCH, value);
    }

    /** Sets whether the tag adds to another one. */
    public Builder supplemental(boolean value) {
      return set(SUPPLEMENTAL, value);
    }

    /** Sets the version of the software. */
    public Builder softwareVersion(String value) {
      return set(SOFTWARE_VERSION, value);
    }

    /**
     * Sets the version of the software and the scheme of that.
     *
     * @throws IllegalArgumentException if {@code scheme} is an integer that is not in -256..65535
     */
    public Builder softwareVersion(String value, Label scheme) {
      return set(SOFTWARE_VERSION, value).set(VERSION_SCHEME, scheme);
    }

    /** Sets on which devices the tag counts, as a media query. */
    public Builder media(String value) {
      return set(MEDIA, value);
    }

    /** Adds what else there is to say about the software. */
    public Builder addSoftwareMeta(SoftwareMetaEntry value) {
      return add(SOFTWARE_META, value);
    }

    /** Adds an entity; one of them must have the role {@link Role#TAG_CREATOR}. */
    public Builder addEntity(EntityEntry value) {
      return add(ENTITY, value);
    }

    /** Adds a link. */
    public Builder addLink(LinkEntry value) {
      return add(LINK, value);
    }

    /** Sets what the software installs; not beside evidence. */
    public Builder payload(PayloadEntry value) {
      return set(PAYLOAD, value);
    }

    /** Sets what was found of the software; not beside a payload. */
    public Builder evidence(EvidenceEntry value) {
      return set(EVIDENCE, value);
    }

    /**
     * Returns the tag.
     *
     * @throws IllegalStateException if there is no entity, or a co-constraint of RFC 9393 is broken
     */
    public ConciseSwidTag build() {
      ConciseSwidTag tag = new ConciseSwidTag(content());
      List<String> broken = CoConstraints.broken(tag);
      if (!broken.isEmpty()) {
        throw new IllegalStateException(String.join("; ", broken));
      }
      return tag;
    }
  }
}
