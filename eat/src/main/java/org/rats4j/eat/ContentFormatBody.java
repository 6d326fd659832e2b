package org.rats4j.eat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodingException;
import org.rats4j.core.json.Base64Url;

/**
 * A manifest or a measurement: a document and what format it has. The document stays opaque here.
 *
 * <pre>{@code [ content-type: uint .le 65535, content-format: bstr / tstr ]}</pre>
 *
 * <p>In JSON every document is a text. One in a format that {@link ContentFormats#IANA} knows to be
 * binary is decoded from base64url at once; {@link #decodedText()} does so for a format that only
 * the caller knows.
 */
public final class ContentFormatBody {
  private final ContentFormat contentFormat;
  private final Bytes content;
  private final boolean text;

  private ContentFormatBody(ContentFormat contentFormat, Bytes content, boolean text) {
    this.contentFormat = Objects.requireNonNull(contentFormat, "contentFormat");
    this.content = content;
    this.text = text;
  }

  /** Returns a document of bytes. */
  public static ContentFormatBody ofBytes(ContentFormat contentFormat, Bytes bytes) {
    return new ContentFormatBody(contentFormat, bytes, false);
  }

  /** Returns a document of text, such as one in JSON. */
  public static ContentFormatBody ofText(ContentFormat contentFormat, String text) {
    return new ContentFormatBody(contentFormat, Bytes.ofUtf8(text), true);
  }

  /** Returns the format of the document. */
  public ContentFormat contentFormat() {
    return contentFormat;
  }

  /** Returns the document; empty if it is a text. */
  public Optional<Bytes> bytes() {
    return text ? Optional.empty() : Optional.of(content);
  }

  /** Returns the document; empty if it is bytes. */
  public Optional<String> text() {
    return text ? Optional.of(content.toUtf8()) : Optional.empty();
  }

  /**
   * Returns the bytes that the text of a JSON claim stands for.
   *
   * @throws DecodingException if the document is a text and not base64url
   */
  public Bytes decodedText() throws DecodingException {
    return text ? Base64Url.decode(text().orElseThrow(), "body") : content;
  }

  /** Returns whether a document of {@code contentFormat} is known to be no text. */
  static boolean isBinary(ContentFormat contentFormat) {
    return ContentFormats.IANA
        .mediaType(contentFormat)
        .filter(type -> !isText(type.name()))
        .isPresent();
  }

  /**
   * Returns what stands for the document in JSON as it is; empty if base64url does.
   *
   * @throws IllegalArgumentException if no reader of JSON would find the document again
   */
  Optional<String> jsonText() {
    boolean textFormat =
        ContentFormats.IANA.mediaType(contentFormat).filter(it -> isText(it.name())).isPresent();
    if (text && isBinary(contentFormat)) {
      throw new IllegalArgumentException("text in a format that is binary");
    }
    if (!text && !textFormat) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(content.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("bytes in a format of text are not UTF-8", e);
    }
  }

  private static boolean isText(String mediaType) {
    return mediaType.startsWith("text/")
        || mediaType.endsWith("json")
        || mediaType.endsWith("+jwt")
        || mediaType.endsWith("+jws");
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ContentFormatBody other
        && contentFormat.equals(other.contentFormat)
        && text == other.text
        && content.equals(other.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(contentFormat, content, text);
  }

  /** Returns format and size. */
  @Override
  public String toString() {
    return "ContentFormatBody[" + contentFormat + ", " + content.size() + " bytes]";
  }
}
