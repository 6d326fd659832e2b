package org.rats4j.corim.appraisal;

import java.util.List;

/**
 * A phase behind those of the draft that are appraised here: what the verifier adds of its own
 * knowledge, or what its policy concludes. May be called by several threads.
 */
@FunctionalInterface
public interface Phase {
  /** Adds nothing. */
  Phase NONE = accepted -> List.of();

  /** Returns what to add to what is accepted so far; conditions are not matched against it. */
  List<? extends Ect> add(Acs accepted);
}
