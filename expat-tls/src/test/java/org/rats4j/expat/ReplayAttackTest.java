package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rats4j.expat.Attacks.CLIENT;
import static org.rats4j.expat.Attacks.GENUINE;
import static org.rats4j.expat.Attacks.SERVER;
import static org.rats4j.expat.Attacks.attacker;
import static org.rats4j.expat.Attacks.codeAtClient;
import static org.rats4j.expat.Attacks.codeAtServer;
import static org.rats4j.expat.Attacks.codeOfSecondExchange;
import static org.rats4j.expat.Attacks.failure;
import static org.rats4j.expat.Attacks.genuine;
import static org.rats4j.expat.Attacks.serverConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;

/** Who sends once more, or on another connection, what was good elsewhere. */
@Timeout(120)
class ReplayAttackTest {
  private static final Bytes FIXED_CONTEXT = Bytes.ofHex("c0".repeat(32));

  @Test
  void replayAcrossConnections() throws Exception {
    AttestationConfig client = TestSide.relyingParty().nonces(() -> FIXED_CONTEXT).build();
    AtomicReference<Bytes> recorded = new AtomicReference<>();
    try (LoopbackPair pair = LoopbackPair.open()) {
      AttestedConnection connection = pair.client(client);
      CompletableFuture<Void> honest =
          attacker(
              pair.server,
              peer -> {
                recorded.set(peer.answer(SERVER, GENUINE));
                peer.receive();
                peer.send(Frame.VERDICT, Bytes.of(1));
              });
      connection.attest();
      LoopbackPair.get(honest);
    }

    String code =
        codeAtClient(
            client,
            peer -> {
              peer.receive();
              peer.send(Frame.AUTHENTICATOR, recorded.get());
            });

    assertEquals("BAD_SIGNATURE", code);
  }

  @Test
  void replayWithinOneConnection() throws Exception {
    String code =
        codeOfSecondExchange(
            peer -> {
              Bytes first = peer.answer(SERVER, GENUINE);
              peer.receive();
              peer.receive();
              peer.send(Frame.AUTHENTICATOR, first);
            });

    assertEquals("CONTEXT_MISMATCH", code);
  }

  @Test
  void relayOfFrames() throws Exception {
    try (LoopbackPair genuine = LoopbackPair.open()) {
      CompletableFuture<RatsException> machine = failure(genuine.server(serverConfig()));

      String code =
          codeAtClient(
              TestSide.relyingParty().build(),
              middle -> {
                RawPeer toMachine = new RawPeer(genuine.client);
                toMachine.send(Frame.REQUEST, middle.receive().payload());
                middle.send(Frame.AUTHENTICATOR, toMachine.receive().payload());
                Frame verdict = middle.receive();
                toMachine.send(Frame.VERDICT, verdict.payload());
              });

      assertEquals("BAD_SIGNATURE", code);
      assertEquals("PEER_REJECTED", LoopbackPair.get(machine).code());
    }
  }

  @Test
  void relayOfEvidence() throws Exception {
    try (LoopbackPair genuine = LoopbackPair.open()) {
      CompletableFuture<RatsException> machine = failure(genuine.server(serverConfig()));

      String code =
          codeAtClient(
              TestSide.relyingParty().build(),
              middle -> {
                AuthenticatorRequest request = middle.request();
                RawPeer toMachine = new RawPeer(genuine.client);
                AuthenticatorRequest same =
                    toMachine.authenticators.request(
                        RequestOptions.builder().context(request.context()).build());
                toMachine.send(Frame.REQUEST, same.encoded());
                Authenticator stolen =
                    toMachine
                        .authenticators
                        .validate(same, toMachine.receive().payload(), TestSide.chains())
                        .authenticator();
                Cmw evidence =
                    Cmw.decode(stolen.attestation().orElseThrow().toByteArray(), Encoding.CBOR);
                middle.send(
                    Frame.AUTHENTICATOR,
                    middle.authenticators.authenticate(
                        request, List.of(SERVER), ignored -> evidence));
                toMachine.send(Frame.VERDICT, Bytes.of(0));
              });

      assertEquals("BINDER_MISMATCH", code);
      LoopbackPair.get(machine);
    }
  }

  @Test
  void contextReuseByAskingTwice() throws Exception {
    String code =
        codeAtServer(
            TestSide.attester(TestSide.SERVER).framed().build(),
            peer -> {
              Bytes request = peer.authenticators.request(RequestOptions.ATTESTED).encoded();
              peer.send(Frame.REQUEST, request);
              peer.receive();
              peer.send(Frame.VERDICT, Bytes.of(1));
              peer.send(Frame.REQUEST, request);
            });

    assertEquals("CONTEXT_REUSED", code);
  }

  @Test
  void contextReuseByEcho() throws Exception {
    String code =
        codeAtClient(
            TestSide.both(TestSide.CLIENT).build(),
            peer -> {
              AuthenticatorRequest ours = peer.request();
              peer.send(
                  Frame.AUTHENTICATOR,
                  peer.authenticators.authenticate(ours, List.of(SERVER), GENUINE));
              peer.receive();
              Bytes echo = ours.encoded();
              byte[] asServer = echo.toByteArray();
              asServer[0] = 13;
              peer.send(Frame.REQUEST, Bytes.copyOf(asServer));
            });

    assertEquals("CONTEXT_REUSED", code);
  }

  @Test
  void crossRoleReflectionOfTheAuthenticator() throws Exception {
    String code =
        codeAtServer(
            TestSide.both(TestSide.SERVER).build(),
            peer -> {
              Bytes request = peer.authenticators.request(RequestOptions.ATTESTED).encoded();
              peer.send(Frame.REQUEST, request);
              Bytes ofServer = peer.receive().payload();
              peer.send(Frame.VERDICT, Bytes.of(1));
              AuthenticatorRequest theirs = peer.request();
              // The context is the one thing that the attacker has to change.
              byte[] reflected = ofServer.toByteArray();
              System.arraycopy(theirs.context().toByteArray(), 0, reflected, 5, 32);
              peer.send(Frame.AUTHENTICATOR, Bytes.copyOf(reflected));
            });

    assertEquals("BAD_SIGNATURE", code);
  }

  @Test
  void crossRoleReflectionOfTheEvidence() throws Exception {
    String code =
        codeAtServer(
            TestSide.both(TestSide.SERVER).build(),
            peer -> {
              AuthenticatorRequest request = peer.authenticators.request(RequestOptions.ATTESTED);
              peer.send(Frame.REQUEST, request.encoded());
              Bytes evidence =
                  peer.authenticators
                      .validate(request, peer.receive().payload(), TestSide.chains())
                      .authenticator()
                      .attestation()
                      .orElseThrow();
              peer.send(Frame.VERDICT, Bytes.of(1));
              Cmw reflected = Cmw.decode(evidence.toByteArray(), Encoding.CBOR);
              peer.answer(CLIENT, ignored -> reflected);
            });

    assertEquals("BINDER_MISMATCH", code);
  }

  @Test
  void staleEvidenceAfterReattestation() throws Exception {
    AtomicReference<Cmw> cache = new AtomicReference<>();
    AttestationProvider caching =
        request -> {
          cache.compareAndSet(
              null, TestSide.PLATFORM.evidence(request.binder(), request.aikPubHash()));
          return cache.get();
        };

    String code =
        codeOfSecondExchange(
            peer -> {
              peer.answer(SERVER, caching);
              peer.receive();
              peer.answer(SERVER, caching);
            });

    assertEquals("BINDER_MISMATCH", code);
  }

  @Test
  void answerByTwoThreads() throws Exception {
    for (int round = 0; round < 20; round++) {
      try (LoopbackPair pair = LoopbackPair.open()) {
        ExportedAuthenticators client = new RawPeer(pair.client).authenticators;
        ExportedAuthenticators server = new RawPeer(pair.server).authenticators;
        AuthenticatorRequest request = client.request(RequestOptions.ATTESTED);
        AuthenticatorRequest accepted = server.accept(request.encoded());
        List<CompletableFuture<Bytes>> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          answers.add(
              LoopbackPair.beside(() -> server.authenticate(accepted, List.of(SERVER), GENUINE)));
        }

        long made = 0;
        for (CompletableFuture<Bytes> answer : answers) {
          try {
            client.validate(request, LoopbackPair.get(answer), TestSide.chains());
            made++;
          } catch (IllegalStateException | RatsException e) {
            // the one that came second, or was under way when the second closed all
          }
        }
        assertTrue(made <= 1, "one request was answered twice");
      }
    }
  }
}
