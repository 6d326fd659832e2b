package org.rats4j.core.cbor;

import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * A byte string.
 *
 * @param value its content, chunks joined
 */
public record CborBytes(Bytes value) implements CborItem {
  /** Creates a byte string. */
  public CborBytes {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return Diagnostic.print(this);
  }
}
