package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsCredentials;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;

/**
 * Attacks on attested connections, over TCP and TLS 1.3. Each test is one attack, named after it,
 * and says by which check it fails. Resumed sessions and stacks without exporter are attacked in
 * {@code ResumptionTest} and {@code RefusalTest}, on the stacks that have them.
 */
@Timeout(120)
class AttackCatalogueTest {
  private static final Identity SERVER = TestSide.identity(TestSide.SERVER);
  private static final Identity CLIENT = TestSide.identity(TestSide.CLIENT);
  private static final AttestationProvider GENUINE = TestSide.PLATFORM.provider();
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
  void diversionToAnotherKey() throws Exception {
    TlsCredentials other = TestSide.PKI.localhost(HandshakePki.Kind.P256);

    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer -> {
              AuthenticatorRequest request = peer.request();
              BinderValues ofMachine =
                  Binder.compute(
                      peer.tls.exporter(), request.context(), SERVER.leaf(), TestSide.PROFILE);
              Cmw evidence = TestSide.PLATFORM.evidence(ofMachine.binder(), ofMachine.aikPubHash());
              peer.send(
                  Frame.AUTHENTICATOR,
                  peer.authenticators.authenticate(
                      request, List.of(TestSide.identity(other)), ignored -> evidence));
            });

    assertEquals("BINDER_MISMATCH", code);
  }

  @Test
  void requestForgeryOfSchemes() throws Exception {
    String code =
        codeWithTamperedRequest(
            request -> {
              byte[] forged = request.toByteArray();
              int last = forged.length - 6; // in front of the offer, which is last
              assertEquals(0x0806, (forged[last] << 8 | forged[last + 1]) & 0xffff);
              forged[last + 1] = 0x04;
              return Bytes.copyOf(forged);
            });

    assertEquals("BAD_SIGNATURE", code);
  }

  @Test
  void requestForgeryOfContext() throws Exception {
    String code =
        codeWithTamperedRequest(
            request -> {
              byte[] forged = request.toByteArray();
              forged[10] ^= 1;
              return Bytes.copyOf(forged);
            });

    assertEquals("CONTEXT_MISMATCH", code);
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
  void downgradeByDroppingTheAnswer() throws Exception {
    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer ->
                peer.send(
                    Frame.AUTHENTICATOR,
                    peer.authenticators.authenticate(peer.request(), List.of(SERVER))));

    assertEquals("ATTESTATION_MISSING", code);
  }

  @Test
  void downgradeByDroppingTheOffer() throws Exception {
    String code =
        codeWithTamperedRequest(
            request -> {
              byte[] forged = request.slice(0, request.size() - 4).toByteArray();
              forged[3] -= 4;
              int block = 4 + 1 + 32;
              forged[block + 1] -= 4;
              return Bytes.copyOf(forged);
            });

    assertEquals("PEER_REJECTED", code);
  }

  @Test
  void downgradeByDroppingTheOfferWithoutTheHelpOfTheServer() throws Exception {
    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer -> {
              byte[] forged = peer.receive().payload().toByteArray();
              byte[] shorter = Arrays.copyOf(forged, forged.length - 4);
              shorter[3] -= 4;
              shorter[4 + 1 + 32 + 1] -= 4;
              AuthenticatorRequest request = peer.authenticators.accept(Bytes.copyOf(shorter));
              peer.send(
                  Frame.AUTHENTICATOR,
                  peer.authenticators.authenticate(request, List.of(SERVER), GENUINE));
            });

    assertEquals("BAD_SIGNATURE", code);
  }

  @Test
  void refusalAsSuccess() throws Exception {
    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer -> peer.send(Frame.AUTHENTICATOR, peer.authenticators.refuse(peer.request())));

    assertEquals("REFUSED", code);
  }

  @Test
  void attestationOnANonLeafEntry() throws Exception {
    String code =
        codeOfForged(
            (forger, request, evidence) ->
                forger.authenticator(
                    request, 0x0403, List.of(Bytes.EMPTY, Forger.attestation(evidence))));

    assertEquals("MISPLACED_ATTESTATION", code);
  }

  @Test
  void unsolicitedAttestation() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      ExportedAuthenticators client = new RawPeer(pair.client).authenticators;
      AuthenticatorRequest request =
          client.request(RequestOptions.builder().withoutAttestation().build());
      Forger forger = new Forger(pair.server.exporter(), TestSide.SERVER);
      Bytes forged =
          forger.authenticator(
              request, 0x0403, List.of(Forger.attestation(genuine(pair.server, request))));

      RatsException e =
          assertThrows(
              RatsException.class, () -> client.validate(request, forged, TestSide.chains()));

      assertEquals("UNSUPPORTED_EXTENSION", e.code());
    }
  }

  @Test
  void authenticatorThatNobodyAskedFor() throws Exception {
    String code =
        codeAtClient(
            TestSide.attester(TestSide.CLIENT).build(),
            peer -> peer.send(Frame.AUTHENTICATOR, Bytes.of(20, 0, 0, 0)));

    assertEquals("NOT_REQUESTED", code);
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
  void applicationDataBeforeTheVerdict() throws Exception {
    for (AttestationConfig.Builder client :
        List.of(TestSide.relyingParty(), TestSide.relyingParty().framed())) {
      String code =
          codeAtClient(
              client.build(), peer -> peer.send(Frame.DATA, Bytes.ofUtf8("GET / HTTP/1.1")));

      assertEquals("APPLICATION_DATA_EARLY", code);
    }
    assertEquals(
        "APPLICATION_DATA_EARLY",
        codeAtServer(
            TestSide.attester(TestSide.SERVER).build(),
            peer -> peer.send(Frame.DATA, Bytes.ofUtf8("GET / HTTP/1.1"))));
  }

  @Test
  void rawApplicationDataBeforeTheVerdict() throws Exception {
    RawPeer.Attack talksAtOnce = peer -> peer.sendBytes(Bytes.ofUtf8("GET / HTTP/1.1\r\n\r\n"));

    assertEquals("FRAME_TYPE", codeAtClient(TestSide.relyingParty().build(), talksAtOnce));
    assertEquals("FRAME_TYPE", codeAtServer(serverConfig(), talksAtOnce));
  }

  @Test
  void verdictBeforeTheAnswer() throws Exception {
    String code = codeAtServer(serverConfig(), peer -> peer.send(Frame.VERDICT, Bytes.of(1)));

    assertEquals("FRAME_TYPE", code);
  }

  @Test
  void truncation() throws Exception {
    int size = new Frame(Frame.AUTHENTICATOR, answerOfSomeServer()).encode().size();
    for (int cut = 0; cut < size; cut += cut < 8 ? 1 : size / 12) {
      int length = cut;
      String code =
          codeAtClient(
              TestSide.relyingParty().build(),
              peer -> {
                Bytes answer =
                    peer.authenticators.authenticate(peer.request(), List.of(SERVER), GENUINE);
                Bytes frame = new Frame(Frame.AUTHENTICATOR, answer).encode();
                peer.sendBytes(frame.slice(0, Math.min(length, frame.size() - 1)));
                peer.tls.close();
              });

      assertEquals("FRAME_TRUNCATED", code, "cut at " + cut);
    }
  }

  @Test
  void truncationInsideTheFrame() throws Exception {
    Bytes whole = answerOfSomeServer();
    for (int cut = 4; cut < whole.size(); cut += whole.size() / 12) {
      int length = cut;
      String code =
          codeAtClient(
              TestSide.relyingParty().build(),
              peer -> {
                Bytes answer =
                    peer.authenticators.authenticate(peer.request(), List.of(SERVER), GENUINE);
                peer.send(
                    Frame.AUTHENTICATOR, answer.slice(0, Math.min(length, answer.size() - 1)));
              });

      assertEquals("MALFORMED", code, "cut at " + cut);
    }
  }

  @Test
  void mismatchedAik() throws Exception {
    Bytes hash = sha256(TestSide.CLIENT.leaf().getPublicKey().getEncoded());

    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer ->
                peer.answer(SERVER, request -> TestSide.PLATFORM.evidence(request.binder(), hash)));

    assertEquals("AIK_HASH_MISMATCH", code);
  }

  @Test
  void wrongLabelFromThePeer() throws Exception {
    ExpatProfile other =
        ExpatProfile.builder(TestSide.PROFILE.extensionType())
            .binderLabel("Attestation Binding")
            .build();

    String code =
        codeAtClient(
            TestSide.relyingParty().build(),
            peer ->
                peer.answer(
                    SERVER,
                    request -> {
                      try {
                        BinderValues values =
                            Binder.compute(
                                peer.tls.exporter(), request.context(), request.leaf(), other);
                        return TestSide.PLATFORM.evidence(values.binder(), values.aikPubHash());
                      } catch (RatsException e) {
                        throw new AssertionError(e);
                      }
                    }));

    assertEquals("BINDER_MISMATCH", code);
  }

  @Test
  void unsignedBinder() throws Exception {
    AttestationAppraiser looksBeside =
        (attestation, expected) -> {
          CmwCollection both = (CmwCollection) attestation;
          CmwRecord beside = (CmwRecord) both.get("binder").orElseThrow();
          assertEquals(expected.binder(), beside.value());
          return Verdict.accepted(BoundValue.MISSING, BoundValue.CONFIRMED);
        };

    String code =
        codeAtClient(
            TestSide.relyingParty().requireAttestation(TestSide.chains(), looksBeside).build(),
            peer ->
                peer.answer(
                    SERVER,
                    request ->
                        CmwCollection.builder()
                            .put("evidence", GENUINE.attest(request))
                            .put(
                                "binder",
                                CmwRecord.of(
                                    MediaType.of("application/octet-stream"), request.binder()))
                            .build()));

    assertEquals("BINDER_NOT_CONFIRMED", code);
  }

  @Test
  void substitutedChain() throws Exception {
    TlsCredentials ofStranger = new HandshakePki("stranger").localhost(HandshakePki.Kind.P256);
    TlsCredentials ofOtherHost = TestSide.PKI.server(HandshakePki.Kind.P256, "DNS:other.example");
    for (TlsCredentials substituted : List.of(ofStranger, ofOtherHost)) {
      String code =
          codeAtClient(
              TestSide.relyingParty().build(),
              peer -> peer.answer(TestSide.identity(substituted), GENUINE));

      assertEquals("CHAIN_REJECTED", code);
    }
  }

  @Test
  void keyMix() throws Exception {
    String code =
        codeOfForged(
            (forger, request, evidence) ->
                forger.authenticator(request, 0x0503, List.of(Forger.attestation(evidence))));

    assertEquals("KEY_SCHEME_MISMATCH", code);
  }

  @Test
  void hugePeer() throws Exception {
    RawPeer.Attack announces16Mib = peer -> peer.sendBytes(Bytes.ofHex("0201000000"));

    assertEquals("FRAME_TOO_LARGE", codeAtClient(TestSide.relyingParty().build(), announces16Mib));
    assertEquals("FRAME_TOO_LARGE", codeAtServer(serverConfig(), announces16Mib));
  }

  @Test
  void slowPeer() throws Exception {
    AttestationConfig hasty = TestSide.relyingParty().deadline(Duration.ofMillis(700)).build();

    String code =
        codeAtClient(
            hasty,
            peer -> {
              Bytes frame = new Frame(Frame.AUTHENTICATOR, answerOfSomeServer()).encode();
              for (int i = 0; i < frame.size(); i++) {
                peer.sendBytes(frame.slice(i, 1));
                Thread.sleep(100);
              }
            });

    assertEquals("TIMEOUT", code);
  }

  @Test
  void silentPeer() throws Exception {
    AttestationConfig hasty = TestSide.relyingParty().deadline(Duration.ofMillis(300)).build();

    assertEquals("TIMEOUT", codeAtClient(hasty, peer -> peer.receive()));
  }

  @Test
  void passportOfAnotherDevice() throws Exception {
    Bytes otherKey = sha256(TestSide.CLIENT.leaf().getPublicKey().getEncoded());
    AttestationConfig client = TestSide.relyingParty().model(AttestationModel.PASSPORT).build();
    Bytes otherNonce = Bytes.ofHex("aa".repeat(32));

    assertEquals(
        "BINDER_MISMATCH",
        codeAtClient(
            client,
            peer ->
                peer.answer(
                    SERVER,
                    request -> TestSide.PLATFORM.evidence(otherNonce, request.aikPubHash()))));
    assertEquals(
        "AIK_HASH_MISMATCH",
        codeAtClient(
            client,
            peer ->
                peer.answer(
                    SERVER, request -> TestSide.PLATFORM.evidence(request.binder(), otherKey))));
  }

  @Test
  void exporterThatFailsOpensNothing() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      TlsExporter none =
          new TlsExporter() {
            @Override
            public byte[] export(String label, byte[] context, int length)
                throws VerificationException {
              throw TlsExporter.unavailable("this stack has none");
            }

            @Override
            public TlsInfo info() {
              return pair.client.exporter().info();
            }
          };

      assertEquals("NO_EXPORTER", codeBeforeTheFirstFrame(pair, none));
    }
  }

  @Test
  void sessionThatIsNotKnownToBeNew() throws Exception {
    for (Resumption resumption : List.of(Resumption.RESUMED, Resumption.UNKNOWN)) {
      try (LoopbackPair pair = LoopbackPair.open()) {
        TlsInfo full = pair.client.exporter().info();
        TlsExporter resumed =
            new TlsExporter() {
              @Override
              public byte[] export(String label, byte[] context, int length)
                  throws VerificationException {
                return pair.client.exporter().export(label, context, length);
              }

              @Override
              public TlsInfo info() {
                return new TlsInfo(full.role(), full.version(), full.cipherSuite(), resumption);
              }
            };

        assertEquals("RESUMED", codeBeforeTheFirstFrame(pair, resumed));
      }
    }
  }

  /** Returns why a connection is refused at once; its peer sees it closed, and not one frame. */
  private static String codeBeforeTheFirstFrame(LoopbackPair pair, TlsExporter exporter)
      throws Exception {
    TlsConnection tls = new TamperedConnection(pair.client, frame -> frame, exporter);
    RatsException e =
        assertThrows(
            RatsException.class,
            () -> new AttestedConnection(tls, pair.clientSocket, TestSide.relyingParty().build()));
    assertEquals(-1, pair.server.input().read());
    return e.code();
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

  private static AttestationConfig serverConfig() {
    return TestSide.attester(TestSide.SERVER).build();
  }

  private static Bytes sha256(byte[] bytes) throws Exception {
    return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Bytes genuine(TlsConnection tls, AuthenticatorRequest request) throws Exception {
    BinderValues values =
        Binder.compute(tls.exporter(), request.context(), SERVER.leaf(), TestSide.PROFILE);
    return TestSide.PLATFORM.evidence(values.binder(), values.aikPubHash()).encode(CmwForm.CBOR);
  }

  private static Bytes answerOfSomeServer() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      AuthenticatorRequest request =
          new RawPeer(pair.client).authenticators.request(RequestOptions.ATTESTED);
      ExportedAuthenticators server = new RawPeer(pair.server).authenticators;
      return server.authenticate(server.accept(request.encoded()), List.of(SERVER), GENUINE);
    }
  }

  private interface Forgery {
    Bytes make(Forger forger, AuthenticatorRequest request, Bytes evidence) throws Exception;
  }

  private static String codeOfForged(Forgery forgery) throws Exception {
    return codeAtClient(
        TestSide.relyingParty().build(),
        peer -> {
          AuthenticatorRequest request = peer.request();
          Forger forger = new Forger(peer.tls.exporter(), TestSide.SERVER);
          peer.send(Frame.AUTHENTICATOR, forgery.make(forger, request, genuine(peer.tls, request)));
        });
  }

  private interface Change {
    Bytes of(Bytes request) throws Exception;
  }

  /** Returns how a client fails whose request somebody changes on the way to an honest server. */
  private static String codeWithTamperedRequest(Change change) throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      TlsConnection tampered =
          new TamperedConnection(
              pair.client,
              frame -> {
                try {
                  return frame.type() == Frame.REQUEST
                      ? new Frame(Frame.REQUEST, change.of(frame.payload()))
                      : frame;
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      AttestedConnection client =
          new AttestedConnection(tampered, pair.clientSocket, TestSide.relyingParty().build());
      CompletableFuture<RatsException> server = failure(pair.server(serverConfig()));
      String code = shut(client);
      LoopbackPair.get(server);
      return code;
    }
  }

  /** Returns how a client that attests twice fails in the second exchange. */
  private static String codeOfSecondExchange(RawPeer.Attack attack) throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      AttestedConnection client = pair.client(TestSide.relyingParty().framed().build());
      CompletableFuture<Void> attacker = attacker(pair.server, attack);
      client.attest();
      RatsException e = assertThrows(RatsException.class, client::reattest);
      LoopbackPair.get(attacker);
      assertShut(client);
      return e.code();
    }
  }

  private static String codeAtClient(AttestationConfig config, RawPeer.Attack attack)
      throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      AttestedConnection client = pair.client(config);
      CompletableFuture<Void> attacker = attacker(pair.server, attack);
      String code = shut(client);
      LoopbackPair.get(attacker);
      return code;
    }
  }

  private static String codeAtServer(AttestationConfig config, RawPeer.Attack attack)
      throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      AttestedConnection server = pair.server(config);
      CompletableFuture<Void> attacker = attacker(pair.client, attack);
      String code = shut(server);
      LoopbackPair.get(attacker);
      return code;
    }
  }

  /** Runs the attack beside; that its victim hangs up is what it has to expect. */
  private static CompletableFuture<Void> attacker(TlsConnection tls, RawPeer.Attack attack) {
    return LoopbackPair.beside(
        () -> {
          try {
            attack.run(new RawPeer(tls));
          } catch (IOException expected) {
            // the victim has closed the connection
          }
          return null;
        });
  }

  private static CompletableFuture<RatsException> failure(AttestedConnection connection) {
    return LoopbackPair.beside(() -> assertThrows(RatsException.class, connection::attest));
  }

  /** Returns why the connection failed; whether in the exchange or right behind it. */
  private static String shut(AttestedConnection victim) throws Exception {
    try {
      victim.attest();
      victim.input().read();
      throw new AssertionError("the attack was not noticed");
    } catch (RatsException e) {
      assertShut(victim);
      return e.code();
    } catch (IOException e) {
      assertShut(victim);
      return ((RatsException) e.getCause()).code();
    }
  }

  private static void assertShut(AttestedConnection victim) {
    assertEquals(ConnectionState.FAILED, victim.state());
    assertThrows(IOException.class, () -> victim.output().write(1));
    assertThrows(IOException.class, () -> victim.input().read());
    assertTrue(victim.peer().isEmpty());
  }
}
