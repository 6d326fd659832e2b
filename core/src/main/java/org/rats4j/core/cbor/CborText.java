package org.rats4j.core.cbor;

import java.util.Objects;

/**
 * A text string.
 *
 * @param value its content, chunks joined
 */
public record CborText(String value) implements CborItem {
  /** Creates a text string. */
  public CborText {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
