package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.expat.tls.TlsConnection;

/**
 * Runs attacks on attested connections, over TCP and TLS 1.3, and says by which check they fail.
 */
final class Attacks {
  static final Identity SERVER = TestSide.identity(TestSide.SERVER);
  static final Identity CLIENT = TestSide.identity(TestSide.CLIENT);
  static final AttestationProvider GENUINE = TestSide.PLATFORM.provider();

  private Attacks() {}

  static String codeAtClient(AttestationConfig config, RawPeer.Attack attack) throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      AttestedConnection client = pair.client(config);
      CompletableFuture<Void> attacker = attacker(pair.server, attack);
      String code = shut(client);
      LoopbackPair.get(attacker);
      return code;
    }
  }

  static String codeAtServer(AttestationConfig config, RawPeer.Attack attack) throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      AttestedConnection server = pair.server(config);
      CompletableFuture<Void> attacker = attacker(pair.client, attack);
      String code = shut(server);
      LoopbackPair.get(attacker);
      return code;
    }
  }

  /** Returns how a client that attests twice fails in the second exchange. */
  static String codeOfSecondExchange(RawPeer.Attack attack) throws Exception {
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

  interface Change {
    Bytes of(Bytes request) throws Exception;
  }

  /** Returns how a client fails whose request somebody changes on the way to an honest server. */
  static String codeWithTamperedRequest(Change change) throws Exception {
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

  interface Forgery {
    Bytes make(Forger forger, AuthenticatorRequest request, Bytes evidence) throws Exception;
  }

  static String codeOfForged(Forgery forgery) throws Exception {
    return codeAtClient(
        TestSide.relyingParty().build(),
        peer -> {
          AuthenticatorRequest request = peer.request();
          Forger forger = new Forger(peer.tls.exporter(), TestSide.SERVER);
          peer.send(Frame.AUTHENTICATOR, forgery.make(forger, request, genuine(peer.tls, request)));
        });
  }

  /** Runs the attack beside; that its victim hangs up is what it has to expect. */
  static CompletableFuture<Void> attacker(TlsConnection tls, RawPeer.Attack attack) {
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

  static CompletableFuture<RatsException> failure(AttestedConnection connection) {
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

  static AttestationConfig serverConfig() {
    return TestSide.attester(TestSide.SERVER).build();
  }

  static Bytes genuine(TlsConnection tls, AuthenticatorRequest request) throws Exception {
    BinderValues values =
        Binder.compute(tls.exporter(), request.context(), SERVER.leaf(), TestSide.PROFILE);
    return TestSide.PLATFORM.evidence(values.binder(), values.aikPubHash()).encode(CmwForm.CBOR);
  }

  static Bytes answerOfSomeServer() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      AuthenticatorRequest request =
          new RawPeer(pair.client).authenticators.request(RequestOptions.ATTESTED);
      ExportedAuthenticators server = new RawPeer(pair.server).authenticators;
      return server.authenticate(server.accept(request.encoded()), List.of(SERVER), GENUINE);
    }
  }

  static Bytes sha256(byte[] bytes) throws Exception {
    return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
