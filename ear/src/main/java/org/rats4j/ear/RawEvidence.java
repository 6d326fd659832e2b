package org.rats4j.ear;

import java.util.Objects;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;

/**
 * The evidence that was appraised, as the verifier got it ({@code ear_raw_evidence}).
 *
 * <pre>{@code
 * raw-evidence = cmw-record   ; dialect 04
 * raw-evidence = bytes        ; the dialects before
 * }</pre>
 */
public sealed interface RawEvidence permits RawEvidence.OfBytes, RawEvidence.OfRecord {

  /** Returns evidence of a type that is not said. */
  static RawEvidence of(Bytes value) {
    return new OfBytes(value);
  }

  /** Returns evidence with its type. */
  static RawEvidence of(CmwRecord value) {
    return new OfRecord(value);
  }

  /** Returns the evidence itself. */
  Bytes value();

  /**
   * Evidence of a type that is not said.
   *
   * @param value the evidence
   */
  record OfBytes(Bytes value) implements RawEvidence {
    /** Creates evidence. */
    public OfBytes {
      Objects.requireNonNull(value, "value");
    }

    /** Returns the size, not the value. */
    @Override
    public String toString() {
      return "RawEvidence[" + value.size() + " bytes]";
    }
  }

  /**
   * Evidence with its type.
   *
   * @param message the evidence, its type and what it is for
   */
  record OfRecord(CmwRecord message) implements RawEvidence {
    /** Creates evidence. */
    public OfRecord {
      Objects.requireNonNull(message, "message");
    }

    @Override
    public Bytes value() {
      return message.value();
    }

    /** Returns type and size, not the value. */
    @Override
    public String toString() {
      return "RawEvidence[" + message + "]";
    }
  }
}
