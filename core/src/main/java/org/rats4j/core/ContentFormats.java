package org.rats4j.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which content-format stands for which media type.
 *
 * <p>{@link #IANA} is a constant snapshot of the part of the IANA registry that remote attestation
 * meets. Who has more adds it to a copy:
 *
 * <pre>{@code
 * ContentFormats formats =
 *     ContentFormats.IANA.toBuilder().register(65000, "application/vnd.example").build();
 * }</pre>
 */
public final class ContentFormats {
  /** The snapshot of November 2026, approved and temporary entries included. */
  public static final ContentFormats IANA = iana();

  private final Map<ContentFormat, MediaType> mediaTypes;
  private final Map<MediaType, ContentFormat> contentFormats;

  private ContentFormats(Builder builder) {
    mediaTypes = Map.copyOf(builder.mediaTypes);
    contentFormats = Map.copyOf(builder.contentFormats);
  }

  /** Returns a builder that holds what {@link #IANA} has. */
  public static Builder builder() {
    return IANA.toBuilder();
  }

  /** Returns a builder that holds what this registry has. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.mediaTypes.putAll(mediaTypes);
    builder.contentFormats.putAll(contentFormats);
    return builder;
  }

  /** Returns the media type that {@code contentFormat} stands for. */
  public Optional<MediaType> mediaType(ContentFormat contentFormat) {
    return Optional.ofNullable(mediaTypes.get(contentFormat));
  }

  /** Returns the content-format that stands for {@code mediaType}, parameters included. */
  public Optional<ContentFormat> contentFormat(MediaType mediaType) {
    return Optional.ofNullable(contentFormats.get(mediaType));
  }

  /** Builds {@link ContentFormats}. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<ContentFormat, MediaType> mediaTypes = new HashMap<>();
    private final Map<MediaType, ContentFormat> contentFormats = new HashMap<>();

    private Builder() {}

    /**
     * Adds an entry.
     *
     * @throws IllegalArgumentException if {@code number} is not in 0..65535, {@code mediaType} is
     *     no media type, or one of the two is registered with another partner
     */
    public Builder register(int number, String mediaType) {
      return register(ContentFormat.of(number), MediaType.of(mediaType));
    }

    /**
     * Adds an entry.
     *
     * @throws IllegalArgumentException if one of the two is registered with another partner
     */
    public Builder register(ContentFormat contentFormat, MediaType mediaType) {
      MediaType known = mediaTypes.getOrDefault(contentFormat, mediaType);
      if (!known.equals(mediaType)
          || !contentFormats.getOrDefault(mediaType, contentFormat).equals(contentFormat)) {
        throw new IllegalArgumentException(
            "registered otherwise: " + contentFormat + " or " + mediaType.canonical());
      }
      mediaTypes.put(contentFormat, known);
      contentFormats.put(mediaType, contentFormat);
      return this;
    }

    /** Returns the registry. */
    public ContentFormats build() {
      return new ContentFormats(this);
    }
  }

  private static ContentFormats iana() {
    return new Builder()
        .register(0, "text/plain; charset=utf-8")
        .register(16, "application/cose; cose-type=\"cose-encrypt0\"")
        .register(17, "application/cose; cose-type=\"cose-mac0\"")
        .register(18, "application/cose; cose-type=\"cose-sign1\"")
        .register(42, "application/octet-stream")
        .register(50, "application/json")
        .register(60, "application/cbor")
        .register(61, "application/cwt")
        .register(63, "application/cbor-seq")
        .register(96, "application/cose; cose-type=\"cose-encrypt\"")
        .register(97, "application/cose; cose-type=\"cose-mac\"")
        .register(98, "application/cose; cose-type=\"cose-sign\"")
        .register(101, "application/cose-key")
        .register(102, "application/cose-key-set")
        .register(258, "application/swid+cbor")
        .register(259, "application/pkixcmp")
        .register(263, "application/eat+cwt")
        .register(264, "application/eat+jwt")
        .register(265, "application/eat-bun+cbor")
        .register(266, "application/eat-bun+json")
        .register(267, "application/eat-ucs+cbor")
        .register(268, "application/eat-ucs+json")
        .register(270, "application/suit-report+cose")
        .register(273, "application/cmw+cbor")
        .register(274, "application/cmw+json")
        .register(275, "application/cmw+cose")
        .register(276, "application/cmw+jws")
        .register(277, "application/scitt-statement+cose")
        .register(278, "application/scitt-receipt+cose")
        .register(279, "application/statuslist+cwt")
        .register(281, "application/pkcs7-mime; smime-type=certs-only")
        .register(284, "application/pkcs8")
        .register(285, "application/csrattrs")
        .register(286, "application/pkcs10")
        .register(287, "application/pkix-cert")
        .register(293, "application/sd-cwt")
        .register(294, "application/kb+cwt")
        .register(295, "application/measured-component+cbor")
        .register(296, "application/measured-component+json")
        .register(601, "application/uccs+cbor")
        .register(10003, "application/eat+cwt; eat_profile=\"tag:psacertified.org,2023:psa#tfm\"")
        .register(
            10004, "application/eat+cwt; eat_profile=\"tag:psacertified.org,2019:psa#legacy\"")
        .register(10005, "application/eat+cwt; eat_profile=2.16.840.1.113741.1.16.1")
        .register(10570, "application/toc+cbor")
        .register(10571, "application/ce+cbor")
        .register(10572, "application/toc+cbor; profile=2.16.840.1.113741.1.16.1")
        .register(10573, "application/ce+cbor; profile=2.16.840.1.113741.1.16.1")
        .build();
  }
}
