package org.rats4j.cmw;

import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.MediaType;

/**
 * The type of a wrapped message.
 *
 * <pre>{@code type = coap-content-format-type / media-type}</pre>
 *
 * <p>A media type and its content-format are two types, because which belong together is not for
 * ever; the methods translate by a registry that the caller chooses.
 */
public sealed interface CmwType permits CmwType.OfMediaType, CmwType.OfContentFormat {

  /** Returns the type {@code mediaType}. */
  static CmwType of(MediaType mediaType) {
    return new OfMediaType(mediaType);
  }

  /** Returns the type {@code contentFormat}. */
  static CmwType of(ContentFormat contentFormat) {
    return new OfContentFormat(contentFormat);
  }

  /** Returns the media type; empty if {@code formats} has none for the content-format. */
  Optional<MediaType> mediaType(ContentFormats formats);

  /** Returns the content-format; empty if {@code formats} has none for the media type. */
  Optional<ContentFormat> contentFormat(ContentFormats formats);

  /**
   * A media type; equal to another if their canonical forms are.
   *
   * @param mediaType the media type, spelled as the message does
   */
  record OfMediaType(MediaType mediaType) implements CmwType {
    /** Creates a type. */
    public OfMediaType {
      Objects.requireNonNull(mediaType, "mediaType");
    }

    @Override
    public Optional<MediaType> mediaType(ContentFormats formats) {
      return Optional.of(mediaType);
    }

    @Override
    public Optional<ContentFormat> contentFormat(ContentFormats formats) {
      return formats.contentFormat(mediaType);
    }

    @Override
    public String toString() {
      return mediaType.toString();
    }
  }

  /**
   * A content-format.
   *
   * @param contentFormat the content-format
   */
  record OfContentFormat(ContentFormat contentFormat) implements CmwType {
    /** Creates a type. */
    public OfContentFormat {
      Objects.requireNonNull(contentFormat, "contentFormat");
    }

    @Override
    public Optional<MediaType> mediaType(ContentFormats formats) {
      return formats.mediaType(contentFormat);
    }

    @Override
    public Optional<ContentFormat> contentFormat(ContentFormats formats) {
      return Optional.of(contentFormat);
    }

    @Override
    public String toString() {
      return contentFormat.toString();
    }
  }
}
