package org.rats4j.eat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.core.VerificationException.Reason;

class ReplayMemoryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A clock that stands until the test moves it. */
  private static final class StandingClock extends Clock {
    private Instant now = Instant.EPOCH;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final StandingClock clock = new StandingClock();

  private static EatClaims claims(int id) {
    return EatClaims.builder()
        .put(Claims.NONCE, Nonces.of(Nonce.ofBytes(TestTokens.NONCE)))
        .put(Claims.CWT_ID, Bytes.of(id))
        .build();
  }

  private static Eat verify(EatClaims claims, ReplayCheck replay) throws Exception {
    return Eat.decode(Eat.cwt(claims).sign(TestTokens.SIGNER), EatOptions.STRICT)
        .verify(
            EatExpectations.builder()
                .key(TestTokens.KEY)
                .freshnessHandledElsewhere()
                .replay(replay)
                .build());
  }

  private static void refuses(EatClaims claims, ReplayCheck replay, Reason reason) {
    VerificationException e =
        assertThrows(VerificationException.class, () -> verify(claims, replay));

    assertEquals(reason, e.reason());
  }

  @Test
  void refusesATokenUntilItIsForgotten() throws Exception {
    ReplayMemory memory = new ReplayMemory(10, MINUTE, clock);

    verify(claims(1), memory);
    verify(claims(2), memory);
    clock.pass(MINUTE.minusMillis(1));
    refuses(claims(1), memory, Reason.POLICY_REJECTED);
    clock.pass(Duration.ofMillis(1));

    verify(claims(1), memory);
  }

  @Test
  void refusesNewTokensRatherThanForgetOldOnes() throws Exception {
    ReplayMemory memory = new ReplayMemory(2, MINUTE, clock);

    verify(claims(1), memory);
    verify(claims(2), memory);

    refuses(claims(3), memory, Reason.LIMIT_EXCEEDED);
    refuses(claims(1), memory, Reason.POLICY_REJECTED);
  }

  @Test
  void refusesATokenThatItCouldNotKnowAgain() {
    refuses(
        EatClaims.builder().put(Claims.ISSUER, "x").build(),
        new ReplayMemory(2, MINUTE, clock),
        Reason.POLICY_REJECTED);
  }

  @Test
  void isAskedOnlyForWhatWasVerified() throws Exception {
    List<TokenIdentity> seen = new ArrayList<>();
    Bytes forged = Eat.cwt(claims(1)).sign(TestTokens.OTHER_SIGNER);

    verify(claims(2), seen::add);
    assertThrows(
        VerificationException.class,
        () ->
            Eat.decode(forged, EatOptions.STRICT)
                .verify(
                    EatExpectations.builder()
                        .key(TestTokens.KEY)
                        .freshnessHandledElsewhere()
                        .replay(seen::add)
                        .build()));

    assertEquals(1, seen.size());
    assertEquals(Bytes.of(2), seen.get(0).id().orElseThrow());
    assertEquals(List.of(Nonce.ofBytes(TestTokens.NONCE)), seen.get(0).nonces());
  }

  @Test
  void letsOneOfManyThreadsPass() throws Exception {
    ReplayMemory memory = new ReplayMemory(10, MINUTE, clock);
    TokenIdentity token =
        new TokenIdentity(
            List.of(), java.util.Optional.of(Bytes.of(1)), java.util.Optional.empty());
    Callable<Boolean> attempt =
        () -> {
          try {
            memory.check(token);
            return true;
          } catch (VerificationException e) {
            return false;
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      int passed = 0;
      for (Future<Boolean> result :
          threads.invokeAll(java.util.Collections.nCopies(100, attempt))) {
        passed += result.get() ? 1 : 0;
      }

      assertEquals(1, passed);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void hasBounds() {
    assertThrows(IllegalArgumentException.class, () -> new ReplayMemory(0, MINUTE, clock));
    assertThrows(IllegalArgumentException.class, () -> new ReplayMemory(1, Duration.ZERO, clock));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReplayMemory(1, ReplayMemory.MAX_RETENTION.plusNanos(1), clock));
    assertThrows(
        IllegalArgumentException.class,
        () -> SecureChannelAssertion.integrityProtected(" ", "peer"));
  }

  @Test
  void looksForNestedTokensByTheirOwnExpectations() throws Exception {
    List<TokenIdentity> seen = new ArrayList<>();
    EatClaims outer =
        claims(1).toBuilder()
            .put(
                Claims.SUBMODULES,
                Submodules.of(
                    "TEE", NestedToken.of(Eat.cwt(claims(2)).sign(TestTokens.MAC_SIGNER))))
            .build();
    UnverifiedEat token = Eat.decode(Eat.cwt(outer).sign(TestTokens.SIGNER), EatOptions.STRICT);
    ReplayMemory memory = new ReplayMemory(10, MINUTE, clock);

    token.verify(nested(seen::add));
    token.verify(nested(memory));
    VerificationException e =
        assertThrows(VerificationException.class, () -> token.verify(nested(memory)));

    assertEquals(List.of(Bytes.of(2)), seen.stream().map(it -> it.id().orElseThrow()).toList());
    assertEquals(EatCodes.REPLAYED, e.code());
    assertEquals("submods/TEE", e.path());
  }

  private static EatExpectations nested(ReplayCheck replay) {
    EatExpectations inner =
        EatExpectations.builder()
            .key(TestTokens.MAC_KEY)
            .freshnessHandledElsewhere()
            .replay(replay)
            .build();
    return EatExpectations.builder()
        .key(TestTokens.KEY)
        .freshnessHandledElsewhere()
        .nested(NestedPolicy.VERIFY_IF_KEY.expecting("submods/TEE", inner))
        .build();
  }
}
