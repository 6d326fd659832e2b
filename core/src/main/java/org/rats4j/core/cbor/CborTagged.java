package org.rats4j.core.cbor;

import java.util.Objects;

/**
 * A tagged item. Nothing is known here of what a tag means.
 *
 * @param tag the tag number, unsigned
 * @param content what is tagged
 */
public record CborTagged(long tag, CborItem content) implements CborItem {
  /** Creates a tagged item. */
  public CborTagged {
    Objects.requireNonNull(content, "content");
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
