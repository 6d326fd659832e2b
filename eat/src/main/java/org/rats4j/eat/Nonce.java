package org.rats4j.eat;

import java.util.Objects;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.json.Base64Url;

/**
 * A nonce of a token (RFC 9711, section 4.1): bytes in CBOR, text in JSON.
 *
 * <p>The text of a JSON nonce is no encoding of anything, so it is never decoded. A nonce of bytes
 * goes into JSON as base64url text. A nonce that is derived from user data needs a salt.
 *
 * <p>{@link #toString()} hides the value.
 */
public final class Nonce {
  private static final int MIN = 8;
  private static final int MAX_BYTES = 64;
  private static final int MAX_TEXT = 88;

  private final Bytes wire;
  private final boolean text;

  private Nonce(Bytes wire, boolean text) {
    this.wire = wire;
    this.text = text;
  }

  /**
   * Returns a nonce of bytes.
   *
   * @throws IllegalArgumentException if there are less than 8 or more than 64
   */
  public static Nonce ofBytes(Bytes bytes) {
    checkSize(bytes.size(), MAX_BYTES);
    return new Nonce(bytes, false);
  }

  /**
   * Returns a nonce of text, which only JSON can carry.
   *
   * @throws IllegalArgumentException if its UTF-8 encoding has less than 8 or more than 88 bytes
   */
  public static Nonce ofText(String text) {
    Bytes utf8 = Bytes.ofUtf8(text);
    checkSize(utf8.size(), MAX_TEXT);
    return new Nonce(utf8, true);
  }

  /** Returns the bytes; empty if this nonce is a text. */
  public Optional<Bytes> bytes() {
    return text ? Optional.empty() : Optional.of(wire);
  }

  /** Returns the text; empty if this nonce is bytes. */
  public Optional<String> text() {
    return text ? Optional.of(wireText()) : Optional.empty();
  }

  /** Returns the text that JSON carries: the text itself, or the bytes in base64url. */
  public String jsonText() {
    return text ? wireText() : Base64Url.encode(wire);
  }

  /**
   * Returns whether {@code received} is this nonce on the wire, where a nonce of bytes may have
   * become a text. The time does not depend on where they differ.
   */
  public boolean matches(Nonce received) {
    if (text == received.text) {
      return wire.equalsInConstantTime(received.wire);
    }
    return received.text && Bytes.ofUtf8(jsonText()).equalsInConstantTime(received.wire);
  }

  private static void checkSize(int size, int max) {
    if (size < MIN || size > max) {
      throw new IllegalArgumentException("nonce has " + size + " bytes, not 8 to " + max);
    }
  }

  private String wireText() {
    return wire.toUtf8();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Nonce other && text == other.text && wire.equalsInConstantTime(other.wire);
  }

  @Override
  public int hashCode() {
    return Objects.hash(wire, text);
  }

  /** Returns the size, not the value. */
  @Override
  public String toString() {
    return "Nonce[" + wire.size() + " bytes" + (text ? " of text]" : "]");
  }
}
