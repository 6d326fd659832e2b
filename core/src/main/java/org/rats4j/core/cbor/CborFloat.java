package org.rats4j.core.cbor;

/**
 * A float of any width.
 *
 * @param value its value
 */
public record CborFloat(double value) implements CborItem {
  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
