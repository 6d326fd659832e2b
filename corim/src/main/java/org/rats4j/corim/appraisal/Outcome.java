package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Objects;

/**
 * What became of a triple.
 *
 * @param origin the triple
 * @param result what became of it
 * @param added what it added, in the order of the encodings; empty unless it matched
 * @param reasons why it did not match, by the tuple that comes nearest; empty unless that is the
 *     result
 */
public record Outcome(Origin origin, Result result, List<Ect> added, List<Mismatch> reasons) {
  /** What became of a triple. */
  public enum Result {
    /** Its conditions are met, and what it says is accepted. */
    MATCHED,
    /** Nothing accepted has its environment. */
    NO_ENVIRONMENT,
    /** Something accepted has its environment, and not its values or authority. */
    MISMATCH,
    /** It would make a domain a member or trustee of itself, or its keys were not verified. */
    CHECK_FAILED,
    /** It does not count at the time of the appraisal. */
    SKIPPED
  }

  /** Creates an outcome. */
  public Outcome {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(result, "result");
    added = List.copyOf(added);
    reasons = List.copyOf(reasons);
  }
}
