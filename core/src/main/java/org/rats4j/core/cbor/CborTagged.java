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

  // Tags on one item may outnumber the nesting of a tree by far, hence no recursion over them.
  @Override
  public boolean equals(Object o) {
    CborItem left = this;
    Object right = o;
    while (left instanceof CborTagged a && right instanceof CborTagged b) {
      if (a.tag != b.tag) {
        return false;
      }
      left = a.content;
      right = b.content;
    }
    return !(left instanceof CborTagged) && left.equals(right);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    CborItem item = this;
    while (item instanceof CborTagged tagged) {
      hash = 31 * hash + Long.hashCode(tagged.tag);
      item = tagged.content;
    }
    return 31 * hash + item.hashCode();
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
