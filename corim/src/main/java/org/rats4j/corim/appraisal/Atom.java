package org.rats4j.corim.appraisal;

import org.rats4j.core.Bytes;

/**
 * A value that has to be equal on both sides for a condition to be met. It is compared by all of
 * its bytes, and has an order, so that who chooses values cannot make a table of them slow.
 *
 * @param name what the value is: code point, name of the element, algorithm, in CBOR
 * @param value the value
 */
record Atom(Bytes name, Bytes value) implements Comparable<Atom> {
  @Override
  public int compareTo(Atom other) {
    int order = value.compareTo(other.value);
    return order != 0 ? order : name.compareTo(other.name);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Atom other && value.equals(other.value) && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return 31 * value.hashCode() + name.hashCode();
  }
}
