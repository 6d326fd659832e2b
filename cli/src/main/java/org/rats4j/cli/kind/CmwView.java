package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.Meanings;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.MediaType;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.CborText;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** Shows conceptual message wrappers and what they wrap (RFC 9999). */
final class CmwView {
  private static final long FIRST_TAG = 0x63740101L;
  private static final long LAST_TAG = 0x6374ffffL;

  private static final List<String> INDICATORS =
      List.of(
          "reference values",
          "endorsements",
          "evidence",
          "attestation results",
          "appraisal policy");

  private static final DecodeOptions ANY_BASE64 =
      DecodeOptions.builder()
          .allow(
              Leniency.BASE64_PADDED,
              Leniency.BASE64_STANDARD_ALPHABET,
              Leniency.BASE64_TRAILING_BITS)
          .build();

  private CmwView() {}

  /** Shows a wrapper in a message at {@code level}. */
  static Meaning at(int level) {
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        if (item instanceof CborArray array && isRecord(array)) {
          return record(array, level);
        } else if (item instanceof CborMap) {
          return Meaning.plain(item, this::show);
        } else if (item instanceof CborTagged tagged && tagged.content() instanceof CborBytes b) {
          return contentFormat(tagged.tag()).isPresent()
              ? tag(tagged.tag(), b, level)
              : PLAIN.show(item);
        } else if (item instanceof CborTagged tagged) {
          return Meaning.plain(tagged, this::show);
        }
        return PLAIN.show(item);
      }

      @Override
      public View show(JsonValue value) {
        if (value instanceof JsonArray array && isRecord(array)) {
          return record(array, level);
        }
        return value instanceof JsonObject ? Meaning.plain(value, this::show) : PLAIN.show(value);
      }
    };
  }

  /** Returns whether {@code item} looks like a wrapper. */
  static boolean looksLikeCmw(CborItem item) {
    if (item instanceof CborArray array) {
      return isRecord(array);
    } else if (item instanceof CborTagged tagged) {
      return contentFormat(tagged.tag()).isPresent();
    }
    return item instanceof CborMap map
        && (map.get("__cmwc_t").isPresent()
            || (!map.entries().isEmpty()
                && map.entries().values().stream().allMatch(CmwView::looksLikeCmw)));
  }

  /** Returns whether {@code value} looks like a wrapper. */
  static boolean looksLikeCmw(JsonValue value) {
    if (value instanceof JsonArray array) {
      return isRecord(array);
    }
    return value instanceof JsonObject object
        && (object.get("__cmwc_t").isPresent()
            || (!object.members().isEmpty()
                && object.members().values().stream().allMatch(CmwView::looksLikeCmw)));
  }

  private static boolean isRecord(CborArray array) {
    List<CborItem> members = array.items();
    return (members.size() == 2 || members.size() == 3)
        && members.get(1) instanceof CborBytes
        && (Meanings.small(members.get(0)).isPresent()
            || (members.get(0) instanceof CborText type && type.value().contains("/")));
  }

  private static boolean isRecord(JsonArray array) {
    List<JsonValue> members = array.items();
    return (members.size() == 2 || members.size() == 3)
        && members.get(0) instanceof JsonString type
        && type.value().contains("/")
        && members.get(1) instanceof JsonString;
  }

  private static View record(CborArray array, int level) {
    CborItem type = array.items().get(0);
    Optional<MediaType> mediaType =
        type instanceof CborText text
            ? mediaType(text.value())
            : Meanings.small(type).flatMap(Nested::mediaType);
    Bytes value = ((CborBytes) array.items().get(1)).value();
    View.Builder view =
        View.Group.builder()
            .put("type", Nested.contentType().show(type))
            .put("value", Nested.message(value, mediaType, level));
    if (array.items().size() == 3) {
      CborItem indicator = array.items().get(2);
      View plain = Meaning.PLAIN.show(indicator);
      view.put("ind", Meanings.small(indicator).map(it -> indicated(plain, it)).orElse(plain));
    }
    return view.build();
  }

  private static View record(JsonArray array, int level) {
    String type = ((JsonString) array.items().get(0)).value();
    String value = ((JsonString) array.items().get(1)).value();
    View.Builder view =
        View.Group.builder().put("type", type).put("value", value(type, value, level));
    if (array.items().size() == 3) {
      JsonValue indicator = array.items().get(2);
      View plain = Meaning.PLAIN.show(indicator);
      boolean small =
          indicator instanceof JsonNumber number
              && number.isInteger()
              && number.lexeme().length() < 18;
      view.put("ind", small ? indicated(plain, Long.parseLong(lexeme(indicator))) : plain);
    }
    return view.build();
  }

  private static String lexeme(JsonValue number) {
    return ((JsonNumber) number).lexeme();
  }

  private static View value(String type, String value, int level) {
    try {
      Bytes bytes = Base64Url.decode(value, "", new Findings(ANY_BASE64));
      return Nested.message(bytes, mediaType(type), level);
    } catch (DecodingException e) {
      return View.text(value);
    }
  }

  private static View tag(long tag, CborBytes value, int level) {
    long format = contentFormat(tag).orElseThrow();
    return View.Group.builder()
        .put("tag", View.number(tag))
        .put(
            "content format",
            Nested.contentType().show(org.rats4j.core.cbor.CborInteger.of(format)))
        .put("value", Nested.message(value.value(), Nested.mediaType(format), level))
        .build();
  }

  /** Returns the content format that a tag number stands for (RFC 9277, appendix B). */
  static Optional<Long> contentFormat(long tag) {
    long d = tag - FIRST_TAG;
    return tag < FIRST_TAG || tag > LAST_TAG || d % 256 == 255
        ? Optional.empty()
        : Optional.of(d / 256 * 255 + d % 256);
  }

  private static View indicated(View plain, long indicator) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < INDICATORS.size(); i++) {
      if ((indicator >> i & 1) == 1) {
        names.add(INDICATORS.get(i));
      }
    }
    return names.isEmpty() ? plain : plain.noted(String.join(", ", names));
  }

  private static Optional<MediaType> mediaType(String text) {
    try {
      return Optional.of(MediaType.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
