package org.rats4j.eat;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How the comparison of one measurement with its reference value ended (RFC 9711, section 4.2.17).
 *
 * <pre>{@code individual-result = [ result-id: tstr / binary-data, result: result-type ]}</pre>
 *
 * @param id what was compared; bytes have no form in JSON
 * @param outcome how it ended
 */
public record MeasurementResult(TextOrBytes id, Outcome outcome) {

  /** How a comparison ended. The list is closed by the specification. */
  public enum Outcome {
    /** Both were equal. */
    SUCCESS(1),
    /** They were not. */
    FAIL(2),
    /** Nobody compared them. */
    NOT_RUN(3),
    /** There was no measurement. */
    ABSENT(4);

    static final int MAX = 4;

    private final int value;

    Outcome(int value) {
      this.value = value;
    }

    /** Returns the number in CBOR, 1 to 4. */
    public int value() {
      return value;
    }

    /** Returns the text in JSON, such as {@code not-run}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the outcome with the number {@code value}, which is 1 to 4. */
    static Outcome of(int value) {
      return values()[value - 1];
    }

    static Optional<Outcome> ofText(String text) {
      for (Outcome outcome : values()) {
        if (outcome.text().equals(text)) {
          return Optional.of(outcome);
        }
      }
      return Optional.empty();
    }
  }

  /** Creates a result. */
  public MeasurementResult {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** Returns the result for the measurement with this name. */
  public static MeasurementResult of(String id, Outcome outcome) {
    return new MeasurementResult(TextOrBytes.of(id), outcome);
  }
}
