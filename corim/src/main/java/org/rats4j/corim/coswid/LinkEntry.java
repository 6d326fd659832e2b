package org.rats4j.corim.coswid;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Label;

/**
 * Leads to something else, such as another tag or a licence (RFC 9393, section 2.7).
 *
 * <pre>{@code
 * link-entry = {
 *   ? artifact (37) => text,
 *   href (38) => any-uri,
 *   ? media (10) => text,
 *   ? ownership (39) => $ownership,
 *   rel (40) => $rel,
 *   ? media-type (41) => text,
 *   ? use (42) => $use,
 *   * $$link-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class LinkEntry extends SwidMap {
  private static final Member<String> ARTIFACT = Member.optional(37, "artifact", WireValues.TEXT);
  private static final Member<String> HREF = Member.required(38, "href", WireValues.URI);
  private static final Member<String> MEDIA = Member.optional(10, "media", WireValues.TEXT);
  private static final Member<Label> OWNERSHIP =
      Member.optional(39, "ownership", WireValues.BYTE_INDEX);
  private static final Member<Label> REL = Member.required(40, "rel", WireValues.INDEX);
  private static final Member<String> MEDIA_TYPE =
      Member.optional(41, "media-type", WireValues.TEXT);
  private static final Member<Label> USE = Member.optional(42, "use", WireValues.BYTE_INDEX);

  static final Shape<LinkEntry> SHAPE =
      new Shape<>(
          "link-entry",
          LinkEntry::new,
          List.of(ARTIFACT, HREF, MEDIA, OWNERSHIP, REL, MEDIA_TYPE, USE));

  private LinkEntry(Content content) {
    super(content);
  }

  /**
   * Returns a builder of a link.
   *
   * @param rel a constant of {@link Rel} or any other
   * @throws IllegalArgumentException if {@code rel} is an integer that is not in -256..65535
   */
  public static Builder builder(String href, Label rel) {
    return new Builder().set(HREF, href).set(REL, rel);
  }

  /** Returns which file on the medium is meant ({@code artifact}). */
  public Optional<String> artifact() {
    return get(ARTIFACT);
  }

  /**
   * Returns where the link leads. {@code swid:} stands before the name of a tag, {@code swidpath:}
   * before an XPath that finds tags.
   */
  public String href() {
    return require(HREF);
  }

  /** Returns on which devices the link counts, as a media query ({@code media}). */
  public Optional<String> media() {
    return get(MEDIA);
  }

  /** Returns the ownership, a constant of {@link Ownership} or any other. */
  public Optional<Label> ownership() {
    return get(OWNERSHIP);
  }

  /** Returns the relation, a constant of {@link Rel} or any other. */
  public Label rel() {
    return require(REL);
  }

  /** Returns the media type of what the link leads to ({@code media-type}). */
  public Optional<String> mediaType() {
    return get(MEDIA_TYPE);
  }

  /** Returns the use, a constant of {@link Use} or any other. */
  public Optional<Label> use() {
    return get(USE);
  }

  /** Builds {@link LinkEntry}. Not safe for use by several threads. */
  public static final class Builder extends SwidMap.Builder<Builder> {
    private Builder() {
      super(SHAPE);
    }

    /** Sets which file on the medium is meant. */
    public Builder artifact(String value) {
      return set(ARTIFACT, value);
    }

    /** Sets on which devices the link counts, as a media query. */
    public Builder media(String value) {
      return set(MEDIA, value);
    }

    /**
     * Sets the ownership.
     *
     * @throws IllegalArgumentException if {@code value} is an integer that is not in -256..255
     */
    public Builder ownership(Label value) {
      return set(OWNERSHIP, value);
    }

    /** Sets the media type of what the link leads to. */
    public Builder mediaType(String value) {
      return set(MEDIA_TYPE, value);
    }

    /**
     * Sets the use.
     *
     * @throws IllegalArgumentException if {@code value} is an integer that is not in -256..255
     */
    public Builder use(Label value) {
      return set(USE, value);
    }

    /** Returns the link. */
    public LinkEntry build() {
      return new LinkEntry(content());
    }
  }
}
