package org.rats4j.core.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text string. */
public final class CborText implements CborItem {
  private static final byte[] NONE = {};

  // What was read stays in the input until somebody asks for it: most of a tree is passed on.
  private final byte[] utf8;
  private final int offset;
  private final int length;
  private @Nullable String value;

  /** Creates a text string. */
  public CborText(String value) {
    this.value = Objects.requireNonNull(value, "value");
    this.utf8 = NONE;
    this.offset = 0;
    this.length = 0;
  }

  /** Creates a text string of valid UTF-8 in an array that nobody will change any more. */
  CborText(byte[] utf8, int offset, int length) {
    this.utf8 = utf8;
    this.offset = offset;
    this.length = length;
  }

  /** Returns the text, chunks joined. */
  public String value() {
    String text = value;
    if (text == null) {
      // Two threads may both do this; both get the same.
      text = new String(utf8, offset, length, StandardCharsets.UTF_8);
      value = text;
    }
    return text;
  }

  @Override
  public boolean equals(Object o) {
    if (!(o instanceof CborText other)) {
      return false;
    }
    if (value == null && other.value == null) {
      return Arrays.equals(
          utf8, offset, offset + length, other.utf8, other.offset, other.offset + other.length);
    }
    return value().equals(other.value());
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
