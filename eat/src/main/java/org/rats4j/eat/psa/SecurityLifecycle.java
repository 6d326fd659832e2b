package org.rats4j.eat.psa;

import java.util.Arrays;
import java.util.Optional;

/**
 * The state of a device in its life (RFC 9783, section 4.3.1).
 *
 * <pre>{@code
 * psa-lifecycle-type = 0x0000..0x00ff / 0x1000..0x10ff / 0x2000..0x20ff / 0x3000..0x30ff /
 *                      0x4000..0x40ff / 0x5000..0x50ff / 0x6000..0x60ff
 * }</pre>
 *
 * @param value the upper byte is the state, the lower one is up to the maker
 */
public record SecurityLifecycle(int value) {

  /** The states. Arm CCA says "CCA platform" where the names say "PSA RoT". */
  public enum State {
    /** Not known; must not occur in a token. */
    UNKNOWN(0x0000),
    /** Not assembled and tested yet. */
    ASSEMBLY_AND_TEST(0x1000),
    /** The PSA RoT is being provisioned. */
    ROT_PROVISIONING(0x2000),
    /** In the field. */
    SECURED(0x3000),
    /** What is not the PSA RoT can be debugged. */
    NON_ROT_DEBUG(0x4000),
    /** The PSA RoT can be debugged, and recovers from it. */
    RECOVERABLE_ROT_DEBUG(0x5000),
    /** Out of service. */
    DECOMMISSIONED(0x6000);

    private final int first;

    State(int first) {
      this.first = first;
    }

    /** Returns the lowest value of this state. */
    public SecurityLifecycle lifecycle() {
      return new SecurityLifecycle(first);
    }
  }

  /**
   * Creates a lifecycle.
   *
   * @throws IllegalArgumentException if {@code value} belongs to no state
   */
  public SecurityLifecycle {
    if (stateOf(value).isEmpty()) {
      throw new IllegalArgumentException("lifecycle is in no range of a state");
    }
  }

  /** Returns the state. */
  public State state() {
    return stateOf(value).orElseThrow();
  }

  /**
   * Returns whether a report from this state deserves trust at all: secured, or debug of what is
   * not the PSA RoT. Whether it is good enough is the appraisal's decision.
   */
  public boolean isTrustworthyState() {
    return state() == State.SECURED || state() == State.NON_ROT_DEBUG;
  }

  private static Optional<State> stateOf(int value) {
    return Arrays.stream(State.values())
        .filter(state -> value >= state.first && value <= state.first + 0xff)
        .findFirst();
  }
}
