package org.rats4j.test.vectors;

import java.util.Set;

/**
 * The leniencies with which a check asks a reader to read.
 *
 * @param all whether every leniency of the module is meant; {@code codes} is empty then
 * @param codes the leniencies by name; empty is strict
 */
public record LeniencyChoice(boolean all, Set<String> codes) {
  /** No leniency. */
  public static final LeniencyChoice STRICT = new LeniencyChoice(false, Set.of());

  /** Every leniency that the module documents. */
  public static final LeniencyChoice ALL = new LeniencyChoice(true, Set.of());

  /** Creates a choice. */
  public LeniencyChoice {
    codes = Set.copyOf(codes);
  }

  /** Returns the choice of these alone. */
  public static LeniencyChoice of(Set<String> codes) {
    return new LeniencyChoice(false, codes);
  }
}
