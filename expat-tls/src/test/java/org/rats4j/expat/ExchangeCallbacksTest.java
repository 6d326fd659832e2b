package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;

/** What provider, appraiser and listener give, and how an exchange ends if they do not. */
class ExchangeCallbacksTest {
  private static final Bytes OTHER = Bytes.ofHex("22".repeat(32));

  private static AttestationConfig relyingParty() {
    return TestSide.relyingParty().build();
  }

  private static AttestationConfig attester() {
    return TestSide.attester(TestSide.SERVER).build();
  }

  /** C: the right value, X: another one, c and x: compared by the appraiser, -: absent. */
  @ParameterizedTest(name = "{0} {1}: binder {2}, key {3}")
  @CsvSource({
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, C, OK",
    "BACKGROUND_CHECK, NONCE_OR_KEY, c, c, OK",
    "BACKGROUND_CHECK, UNBOUND,      -, -, BINDER_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, -, C, BINDER_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, -, KEY_NOT_CONFIRMED",
    "BACKGROUND_CHECK, NONCE_OR_KEY, X, C, BINDER_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, x, c, BINDER_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, C, X, AIK_HASH_MISMATCH",
    "BACKGROUND_CHECK, NONCE_OR_KEY, c, x, AIK_HASH_MISMATCH",
    "PASSPORT,         NONCE_OR_KEY, C, -, OK",
    "PASSPORT,         NONCE_OR_KEY, -, C, OK",
    "PASSPORT,         NONCE_OR_KEY, -, -, BINDER_NOT_CONFIRMED",
    "PASSPORT,         NONCE_OR_KEY, X, C, BINDER_MISMATCH",
    "PASSPORT,         NONCE_OR_KEY, C, X, AIK_HASH_MISMATCH",
    "PASSPORT,         NONCE,        -, C, BINDER_NOT_CONFIRMED",
    "PASSPORT,         NONCE,        C, -, OK",
    "PASSPORT,         KEY,          C, -, KEY_NOT_CONFIRMED",
    "PASSPORT,         KEY,          -, C, OK",
    "PASSPORT,         UNBOUND,      -, -, OK",
    "PASSPORT,         UNBOUND,      X, -, BINDER_MISMATCH",
  })
  void demandsWhatTheModelDemands(
      AttestationModel model, PassportBinding binding, char binder, char key, String result)
      throws Exception {
    ExpatProfile profile =
        ExpatProfile.builder(TestSide.PROFILE.extensionType()).passportBinding(binding).build();
    AttestationAppraiser appraiser =
        (attestation, expected) ->
            Verdict.accepted(said(binder, expected.binder()), said(key, expected.aikPubHash()));

    assertEquals(
        result,
        resultOf(
            AttestationConfig.builder(profile)
                .requireAttestation(TestSide.chains(), appraiser)
                .model(model)
                .build(),
            attester()));
  }

  private static BoundValue said(char what, Bytes expected) {
    return switch (what) {
      case 'C' -> BoundValue.found(expected);
      case 'X' -> BoundValue.found(OTHER);
      case 'c' -> BoundValue.CONFIRMED;
      case 'x' -> BoundValue.DIFFERENT;
      default -> BoundValue.MISSING;
    };
  }

  /** Returns how an exchange ends for the client. */
  private static String resultOf(AttestationConfig client, AttestationConfig server)
      throws VerificationException {
    InMemory sides = new InMemory(client, server);
    sides.start();
    sides.run();
    boolean open = sides.client.state() == ConnectionState.OPEN;
    assertEquals(open, sides.server.state() == ConnectionState.OPEN, "both sides agree");
    return open ? "OK" : sides.client.failure().orElseThrow().code();
  }

  @Test
  void refusesWhatIsNoExplicitYes() throws Exception {
    List<AttestationAppraiser> noes =
        List.of(
            (attestation, expected) ->
                new Verdict(false, BoundValue.CONFIRMED, BoundValue.CONFIRMED, List.of()),
            (attestation, expected) -> Verdict.rejected(List.of()),
            (attestation, expected) -> {
              throw new IOException("verifier is away");
            },
            (attestation, expected) -> {
              throw new IllegalStateException("bug");
            },
            (attestation, expected) -> nothing());
    for (AttestationAppraiser no : noes) {
      AttestationConfig client =
          TestSide.relyingParty().requireAttestation(TestSide.chains(), no).build();

      assertEquals("APPRAISAL_REJECTED", resultOf(client, attester()));
    }
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  @Test
  void refusesToShowWhatTheProviderDoesNotGive() throws Exception {
    List<AttestationProvider> broken =
        List.of(
            request -> {
              throw new IOException("platform is away");
            },
            request -> {
              throw new IllegalStateException("bug");
            },
            request -> nothing());
    for (AttestationProvider provider : broken) {
      AttestationConfig server =
          TestSide.attester(TestSide.SERVER)
              .attest(TestSide.identity(TestSide.SERVER), provider)
              .build();
      InMemory sides = new InMemory(relyingParty(), server);

      sides.start();
      sides.run();

      assertEquals("PROVIDER_FAILED", sides.server.failure().orElseThrow().code());
      assertEquals("PEER_REJECTED", sides.client.failure().orElseThrow().code());
    }
  }

  @Test
  void failsEvenIfACallbackThrowsAnError() throws Exception {
    AssertionError error = new AssertionError("not for catching");
    AttestationConfig client =
        TestSide.relyingParty()
            .requireAttestation(
                TestSide.chains(),
                (attestation, expected) -> {
                  throw error;
                })
            .build();
    InMemory sides = new InMemory(client, attester());
    sides.start();
    InMemory.step(sides.client, sides.server);
    Bytes answer = InMemory.drain(sides.server);
    sides.client.offer(answer.asByteBuffer());

    Runnable task = sides.client.task().orElseThrow();

    assertSame(error, assertThrows(AssertionError.class, task::run));
    assertEquals(ConnectionState.FAILED, sides.client.state());
  }

  @Test
  void doesNotOpenWhenAnAnswerComesAfterTheDeadline() throws Exception {
    InMemory sides = new InMemory(relyingParty(), attester());
    sides.start();
    InMemory.step(sides.client, sides.server);
    Bytes answer = InMemory.drain(sides.server);
    sides.client.offer(answer.asByteBuffer());
    Runnable appraisal = sides.client.task().orElseThrow();

    sides.client.fail(Fault.TIMEOUT.verification("late"));
    appraisal.run();

    assertEquals(ConnectionState.FAILED, sides.client.state());
    assertEquals(Frame.verdict(false).encode(), InMemory.drain(sides.client));
    assertTrue(sides.client.peer().isEmpty());
  }

  @Test
  void tellsTheListenerEachStepOnce() throws Exception {
    List<String> news = new ArrayList<>();
    ExchangeListener listener =
        new ExchangeListener() {
          @Override
          public void sending(Frame frame) {
            news.add("> " + frame.type());
          }

          @Override
          public void received(Frame frame) {
            news.add("< " + frame.type());
          }

          @Override
          public void entered(ConnectionState state) {
            news.add(state.name());
          }
        };
    InMemory sides = new InMemory(TestSide.relyingParty().listener(listener).build(), attester());

    sides.start();
    sides.run();
    sides.client.close();

    assertEquals(List.of("EXCHANGING", "> 1", "< 2", "> 3", "OPEN", "CLOSED"), news);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXCHANGING", "OPEN"})
  void endsWithWhatAListenerThrows(ConnectionState when) throws Exception {
    ExchangeListener broken =
        new ExchangeListener() {
          @Override
          public void entered(ConnectionState state) {
            if (state == when) {
              throw new IllegalStateException("listener is broken");
            }
          }
        };
    InMemory sides = new InMemory(TestSide.relyingParty().listener(broken).build(), attester());

    assertThrows(
        IllegalStateException.class,
        () -> {
          sides.start();
          sides.run();
        });

    assertEquals(ConnectionState.FAILED, sides.client.state());
    assertEquals(ExpatCodes.CLOSED, sides.client.failure().orElseThrow().code());
  }
}
