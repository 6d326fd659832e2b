package org.rats4j.eat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

/**
 * Remembers the tokens of one process for some time, and refuses those that it remembers. Two
 * tokens are the same if nonces, id and issuer are. Safe for use by several threads.
 *
 * <p>Remember for longer than tokens are accepted, by {@code maxAge} or {@code exp} and the skew:
 * what was forgotten can be replayed. When it is full it refuses new tokens rather than forget old
 * ones, so that nobody can push a token out.
 */
public final class ReplayMemory implements ReplayCheck {
  /** The longest retention: ten years. */
  public static final Duration MAX_RETENTION = Duration.ofDays(3650);

  private final int capacity;
  private final Duration retention;
  private final Clock clock;
  private final Set<TokenIdentity> seen = new HashSet<>();
  private final Deque<Seen> bySeen = new ArrayDeque<>();

  private record Seen(TokenIdentity token, Instant forgottenAt) {}

  /**
   * Creates an empty memory.
   *
   * @param capacity how many tokens are remembered at most
   * @param retention for how long
   * @throws IllegalArgumentException if one of both is not positive, or {@code retention} is longer
   *     than {@link #MAX_RETENTION}
   */
  public ReplayMemory(int capacity, Duration retention, Clock clock) {
    if (capacity <= 0 || retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("capacity or retention is not positive");
    }
    if (retention.compareTo(MAX_RETENTION) > 0) {
      throw new IllegalArgumentException("retention is longer than " + MAX_RETENTION);
    }
    this.capacity = capacity;
    this.retention = retention;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void check(TokenIdentity token) throws VerificationException {
    if (token.isEmpty()) {
      throw VerificationException.of(
          Reason.POLICY_REJECTED,
          EatCodes.REPLAYED,
          "",
          "the token has neither nonce nor id by which it would be known again");
    }
    Instant now = clock.instant();
    synchronized (seen) {
      forget(now);
      if (seen.contains(token)) {
        throw VerificationException.of(
            Reason.POLICY_REJECTED, EatCodes.REPLAYED, "", "the token was seen before");
      }
      if (seen.size() >= capacity) {
        throw VerificationException.of(
            Reason.LIMIT_EXCEEDED, EatCodes.LIMIT_EXCEEDED, "", "no more tokens are remembered");
      }
      seen.add(token);
      bySeen.addLast(new Seen(token, now.plus(retention)));
    }
  }

  private void forget(Instant now) {
    while (!bySeen.isEmpty() && !bySeen.peekFirst().forgottenAt().isAfter(now)) {
      seen.remove(bySeen.removeFirst().token());
    }
  }
}
