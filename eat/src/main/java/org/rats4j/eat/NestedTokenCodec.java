package org.rats4j.eat;

import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.core.json.JsonValue;
import org.rats4j.core.json.JsonWriter;

/** Reads and writes what is around nested tokens: byte strings with a tag, and JSON-Selectors. */
final class NestedTokenCodec {
  static final String DIGEST = "DIGEST";

  /** Which characters base64url has: a look at a table, since tokens are scanned by it. */
  private static final boolean[] BASE64URL = new boolean['z' + 1];

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        .chars()
        .forEach(c -> BASE64URL[c] = true);
  }

  private NestedTokenCodec() {}

  /**
   * Reads what stands in a byte string.
   *
   * @return empty if the tag is none of a token
   * @throws DecodingException if {@code content} is not exactly one tagged item
   */
  static Optional<NestedToken> readTagged(Bytes content, CborReader in) throws DecodingException {
    in.tryTag(EatTags.SELF_DESCRIBED);
    if (in.peekType() != CborType.TAG) {
      throw in.fail(
          Reason.UNEXPECTED_STRUCTURE, EatCodes.MISSING_TAG, "nested token without a tag");
    }
    long tag = in.readTag();
    if (EatTags.COSE.contains(tag)) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.MISSING_TAG, "nested CWT without tag 61");
    }
    if (tag == EatTags.CWT) {
      return Optional.of(new NestedToken(NestedToken.Form.CWT, content));
    }
    if (tag == EatTags.UCCS) {
      return Optional.of(new NestedToken(NestedToken.Form.UCCS, content));
    }
    return tag == EatTags.BUNDLE
        ? Optional.of(new NestedToken(NestedToken.Form.CBOR_BUNDLE, content))
        : Optional.empty();
  }

  /**
   * Reads what a JSON-Selector has behind the type {@code selector}.
   *
   * @return empty if the type is none of a token
   * @throws DecodingException if it is no value of that type
   */
  static Optional<NestedToken> readSelected(String selector, JsonReader in)
      throws DecodingException {
    return switch (selector) {
      case "JWT" -> Optional.of(readJwt(in));
      case "CBOR" -> readBase64(in);
      case "BUNDLE" -> Optional.of(readJson(NestedToken.Form.JSON_BUNDLE, JsonType.ARRAY, in));
      case "UJCS" -> Optional.of(readJson(NestedToken.Form.UJCS, JsonType.OBJECT, in));
      default -> {
        in.skip();
        yield Optional.empty();
      }
    };
  }

  private static NestedToken readJwt(JsonReader in) throws DecodingException {
    String compact = in.readText();
    if (!isCompact(compact)) {
      throw badSelector(in, "neither three nor five parts of base64url");
    }
    return new NestedToken(NestedToken.Form.JWT, Bytes.ofUtf8(compact));
  }

  private static Optional<NestedToken> readBase64(JsonReader in) throws DecodingException {
    Bytes content = ClaimReads.base64(in);
    return readTagged(content, CborReader.of(content, in.options(), in.path(), in.findings()));
  }

  private static NestedToken readJson(NestedToken.Form form, JsonType type, JsonReader in)
      throws DecodingException {
    if (in.peekType() != type) {
      in.skip();
      throw badSelector(in, form + " is no " + type);
    }
    return new NestedToken(form, in.readValue().encode());
  }

  static DecodingException badSelector(JsonReader in, String detail) {
    return in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.BAD_SELECTOR, detail);
  }

  static void write(NestedToken token, CborWriter out) {
    if (token.form().encoding() == Encoding.CBOR) {
      out.writeBytes(token.encoded());
      return;
    }
    JsonWriter selector = new JsonWriter();
    write(token, selector);
    out.writeText(selector.toBytes().toUtf8());
  }

  static void write(NestedToken token, JsonWriter out) {
    out.startArray().writeText(token.form().selector());
    switch (token.form()) {
      case CWT, UCCS, CBOR_BUNDLE -> out.writeBase64Url(token.encoded());
      case JWT -> out.writeText(token.encoded().toUtf8());
      case UJCS, JSON_BUNDLE -> out.writeValue(json(token.encoded()));
    }
    out.endArray();
  }

  private static JsonValue json(Bytes encoded) {
    try {
      return JsonReader.of(encoded, ClaimValues.WIDE, "").readValue();
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.detail(), e);
    }
  }

  static boolean looksLike(NestedToken.Form form, Bytes encoded) {
    return switch (form) {
      case CWT -> EatTags.isOn(encoded, EatTags.CWT);
      case UCCS -> EatTags.isOn(encoded, EatTags.UCCS);
      case CBOR_BUNDLE -> EatTags.isOn(encoded, EatTags.BUNDLE);
      case UJCS -> !encoded.isEmpty() && encoded.at(0) == '{';
      case JSON_BUNDLE -> !encoded.isEmpty() && encoded.at(0) == '[';
      case JWT -> isCompact(encoded.toUtf8());
    };
  }

  /** Returns how many parts, with dots between them, a compact message has. */
  static int parts(Bytes compact) {
    int parts = 1;
    for (int i = 0; i < compact.size(); i++) {
      parts += compact.at(i) == '.' ? 1 : 0;
    }
    return parts;
  }

  /** Returns whether a text has the three parts of a JWS or the five of a JWE. */
  static boolean isCompact(String text) {
    int parts = 1;
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        // A JWE may have an empty key or ciphertext, a JWS has no empty part.
        if (size == 0 && parts == 1) {
          return false;
        }
        parts++;
        size = 0;
      } else if (isBase64Url(c)) {
        size++;
      } else {
        return false;
      }
    }
    return parts == 5 || parts == 3 && size > 0 && !text.contains("..");
  }

  static boolean isBase64Url(int c) {
    return c < BASE64URL.length && BASE64URL[c];
  }
}
