package org.rats4j.cli.kind;

import java.util.Optional;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.Meanings;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormat;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodingException;
import org.rats4j.core.MediaType;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** Shows messages inside messages. What does not decode is shown as the bytes that it is. */
final class Nested {
  /** Deeper messages stay bytes: each level is read anew. */
  private static final int LEVELS = 8;

  private Nested() {}

  /** Returns what {@code bytes} are, as a part of a message at {@code level}. */
  static View message(Bytes bytes, int level) {
    Content content = new Content(bytes, level + 1);
    return level >= LEVELS ? View.bytes(bytes) : message(Kinds.detect(content), content);
  }

  /** Returns what {@code bytes} are, of which a content format or media type is known. */
  static View message(Bytes bytes, Optional<MediaType> type, int level) {
    Content content = new Content(bytes, level + 1);
    if (level >= LEVELS) {
      return View.bytes(bytes);
    }
    if (type.isPresent() && type.get().toString().startsWith("text/")) {
      return View.text(content.text());
    }
    return message(Kinds.detect(content), content);
  }

  private static View message(Kind kind, Content content) {
    if (kind.equals(GenericKinds.CBOR) && content.cbor().isEmpty()) {
      return opaque(content);
    }
    try {
      return shown(kind, kind.decode(content, false));
    } catch (DecodingException strict) {
      try {
        return shown(kind, kind.decode(content, true));
      } catch (DecodingException e) {
        return View.bytes(content.bytes())
            .noted(kind.name() + " that does not decode: " + e.code());
      }
    }
  }

  private static View opaque(Content content) {
    View bytes = View.bytes(content.bytes());
    boolean prints = content.bytes().size() < 200 && content.prints();
    return prints ? bytes.noted('"' + content.text() + '"') : bytes;
  }

  private static View shown(Kind kind, Decoded decoded) {
    return View.Group.builder()
        .put("kind", kind.name())
        .put("content", decoded.content())
        .build()
        .noted(decoded.signed() ? "signed, not verified" : "");
  }

  /** Shows a byte string, or the text of a compact JWS, as the message that it holds. */
  static Meaning message(int level) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        if (item instanceof CborBytes bytes) {
          return message(bytes.value(), level);
        } else if (item instanceof CborText text && text.value().startsWith("eyJ")) {
          return message(Bytes.ofUtf8(text.value()), level);
        }
        return PLAIN.show(item);
      }

      @Override
      public View show(JsonValue value) {
        return value instanceof JsonString text && text.value().startsWith("eyJ")
            ? message(Bytes.ofUtf8(text.value()), level)
            : PLAIN.show(value);
      }
    };
  }

  /** Shows {@code [content format, body]}, as in manifests and measurements. */
  static Meaning formatAndBody(int level) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        if (item instanceof CborArray pair
            && pair.items().size() == 2
            && pair.items().get(1) instanceof CborBytes body) {
          long format = Meanings.small(pair.items().get(0)).orElse(-1L);
          return pair(contentType().show(pair.items().get(0)), format, body.value(), level);
        }
        return PLAIN.show(item);
      }

      @Override
      public View show(JsonValue value) {
        if (value instanceof JsonArray pair
            && pair.items().size() == 2
            && pair.items().get(0) instanceof JsonNumber format
            && pair.items().get(1) instanceof JsonString body) {
          return pair(PLAIN.show(format), number(format), decoded(body.value()), level);
        }
        return PLAIN.show(value);
      }
    };
  }

  private static View pair(View shownFormat, long format, Bytes body, int level) {
    boolean component = format == 295 || format == 296;
    return View.Group.builder()
        .put("content format", shownFormat)
        .put(
            "body",
            component ? EatNames.measuredComponent(body) : message(body, mediaType(format), level))
        .build();
  }

  private static long number(JsonNumber number) {
    return number.isInteger() && number.lexeme().length() < 9
        ? Long.parseLong(number.lexeme())
        : -1;
  }

  /** In JSON a body is base64url, or text where the format is JSON. */
  private static Bytes decoded(String body) {
    try {
      return Base64Url.decode(body, "");
    } catch (DecodingException e) {
      return Bytes.ofUtf8(body);
    }
  }

  /** Shows a content format with the media type that it stands for. */
  static Meaning contentType() {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        View plain = PLAIN.show(item);
        return Meanings.small(item)
            .flatMap(Nested::mediaType)
            .map(type -> plain.noted(type.toString()))
            .orElse(plain);
      }
    };
  }

  static Optional<MediaType> mediaType(long format) {
    return format >= 0 && format <= 0xffff
        ? ContentFormats.IANA.mediaType(ContentFormat.of((int) format))
        : Optional.empty();
  }
}
