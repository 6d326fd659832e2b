package org.rats4j.eat.measured;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;

/** What was found of a component: a digest of it, or the thing itself. */
public sealed interface MeasuredValue permits MeasuredValue.Digested, MeasuredValue.Raw {

  /**
   * A digest. Its algorithm is one of the Named Information registry, not of COSE.
   *
   * @param digest the digest
   */
  record Digested(Digest digest) implements MeasuredValue {
    /** Creates a measurement. */
    public Digested {
      Objects.requireNonNull(digest, "digest");
    }
  }

  /**
   * The value as it was read.
   *
   * @param value the value
   */
  record Raw(Bytes value) implements MeasuredValue {
    /** Creates a measurement. */
    public Raw {
      Objects.requireNonNull(value, "value");
    }
  }
}
