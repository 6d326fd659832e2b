package org.rats4j.cli.kind;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.Diagnostic;
import org.rats4j.core.json.JsonValue;

/**
 * The bytes of a file, and what they look like. The looks are found on demand and remembered. Not
 * safe for use by several threads.
 */
@SuppressWarnings("NullableOptional") // null: not looked at yet
public final class Content {
  /** Wide enough for every kind; each decoder has its own limits. */
  static final DecodeOptions WIDE =
      DecodeOptions.builder()
          .inputBytes(16 << 20)
          .depth(64)
          .jsonDepth(64)
          .mapEntries(1 << 20)
          .textBytes(16 << 20)
          .build();

  private final Bytes bytes;
  private final int level;
  private @Nullable Optional<CborItem> cbor;
  private @Nullable Optional<JsonValue> json;
  private @Nullable Optional<CoseShape> cose;
  private @Nullable Optional<JwsShape> jws;

  /** Creates the content of a file. */
  public Content(Bytes bytes) {
    this(bytes, 0);
  }

  /** Creates the content of a message that is {@code level} messages deep inside a file. */
  Content(Bytes bytes, int level) {
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.level = level;
  }

  /** Returns how many messages there are around this one. */
  int level() {
    return level;
  }

  /** Returns the bytes. */
  public Bytes bytes() {
    return bytes;
  }

  /** Returns the bytes as CBOR, if they are one item of it. */
  Optional<CborItem> cbor() {
    if (cbor == null) {
      cbor = looksLikeText() ? Optional.empty() : parseCbor(bytes);
    }
    return cbor;
  }

  /** Returns the bytes as JSON, if they are one value of it. */
  Optional<JsonValue> json() {
    if (json == null) {
      json = looksLikeJson() ? parseJson(bytes) : Optional.empty();
    }
    return json;
  }

  /** Returns the bytes as COSE message, if they have the shape of one. */
  Optional<CoseShape> cose() {
    if (cose == null) {
      cose = cbor().flatMap(CoseShape::of);
    }
    return cose;
  }

  /** Returns the bytes as JWS, if they have the shape of one. */
  Optional<JwsShape> jws() {
    if (jws == null) {
      jws = JwsShape.of(this);
    }
    return jws;
  }

  /** Returns whether the first byte that is no white space is one that starts JSON. */
  boolean looksLikeJson() {
    int c = first();
    return c == '{' || c == '[';
  }

  /**
   * Returns this content, in CBOR if it is a map in diagnostic notation. Braces with anything else
   * than a quote behind them cannot be JSON.
   *
   * @throws DecodingException if it looks like diagnostic notation and is none
   */
  public Content withoutNotation() throws DecodingException {
    return text().matches("(?s)\\{\\s*[^\"}\\s].*")
        ? new Content(Diagnostic.parse(text()).encode(), level)
        : this;
  }

  /** Returns whether the bytes start like a compact JWS. */
  boolean looksLikeJws() {
    return startsWith("eyJ");
  }

  boolean startsWithByteOrderMark() {
    return bytes.size() >= 3 && bytes.slice(0, 3).equals(Bytes.of(0xef, 0xbb, 0xbf));
  }

  /** Returns whether the bytes are PEM, or text before PEM. */
  boolean looksLikePem() {
    return isPem() || (isAscii() && text().contains("\n-----BEGIN "));
  }

  /** Returns whether the bytes are PEM and nothing before it. */
  public boolean isPem() {
    return startsWith("-----BEGIN ");
  }

  /** Returns whether the bytes start like a SEQUENCE in DER. */
  boolean looksLikeDer() {
    return PemKeys.looksLikeDer(bytes);
  }

  /** Returns the bytes as text, without white space around it. */
  String text() {
    return bytes.toUtf8().strip();
  }

  /** Returns whether the bytes are ASCII characters that print, and not none. */
  boolean prints() {
    for (int i = 0; i < bytes.size(); i++) {
      if (bytes.at(i) < 0x20 || bytes.at(i) >= 0x7f) {
        return false;
      }
    }
    return !bytes.isEmpty();
  }

  private boolean looksLikeText() {
    return looksLikeJson() && parsesAsText() || looksLikeJws() || isPem();
  }

  private boolean parsesAsText() {
    return json().isPresent();
  }

  private boolean isAscii() {
    for (int i = 0; i < bytes.size(); i++) {
      if (bytes.at(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private boolean startsWith(String prefix) {
    if (bytes.size() < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (bytes.at(i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int first() {
    for (int i = 0; i < bytes.size(); i++) {
      int c = bytes.at(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c;
      }
    }
    return -1;
  }

  static Optional<CborItem> parseCbor(Bytes bytes) {
    try {
      return Optional.of(CborItem.decode(bytes, WIDE));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  static Optional<JsonValue> parseJson(Bytes bytes) {
    try {
      return Optional.of(JsonValue.decode(bytes.toByteArray(), WIDE));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }
}
