package org.rats4j.corim.coswid;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A process of the software (RFC 9393, section 2.9.2).
 *
 * <pre>{@code
 * process-entry = {
 *   process-name (27) => text,
 *   ? pid (28) => integer,
 *   * $$process-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class ProcessEntry extends SwidMap {
  private static final Member<String> PROCESS_NAME =
      Member.required(27, "process-name", WireValues.TEXT);
  private static final Member<BigInteger> PID = Member.optional(28, "pid", WireValues.INTEGER);

  static final Shape<ProcessEntry> SHAPE =
      new Shape<>("process-entry", ProcessEntry::new, List.of(PROCESS_NAME, PID));

  private ProcessEntry(Content content) {
    super(content);
  }

  /** Returns a builder of a process. */
  public static Builder builder(String name) {
    return new Builder().set(PROCESS_NAME, name);
  }

  /** Returns the name that the system shows ({@code process-name}). */
  public String name() {
    return require(PROCESS_NAME);
  }

  /** Returns the number that the system gave to the process ({@code pid}). */
  public Optional<BigInteger> pid() {
    return get(PID);
  }

  /** Builds {@link ProcessEntry}. Not safe for use by several threads. */
  public static final class Builder extends SwidMap.Builder<Builder> {
    private Builder() {
      super(SHAPE);
    }

    /** Sets the number that the system gave to the process. */
    public Builder pid(BigInteger value) {
      return set(PID, value);
    }

    /** Returns the process. */
    public ProcessEntry build() {
      return new ProcessEntry(content());
    }
  }
}
