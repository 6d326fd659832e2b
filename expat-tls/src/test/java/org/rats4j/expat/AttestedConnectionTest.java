package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;
import org.rats4j.core.RatsException;

@Timeout(60)
class AttestedConnectionTest {
  private static final UnaryOperator<AttestationConfig.Builder> AS_IS = UnaryOperator.identity();

  private AttestedConnection client;
  private AttestedConnection server;

  private void attest(
      LoopbackPair pair, AttestationConfig.Builder ofClient, AttestationConfig.Builder ofServer)
      throws Exception {
    client = pair.client(ofClient.build());
    server = pair.server(ofServer.build());
    CompletableFuture<Void> other =
        LoopbackPair.beside(
            () -> {
              server.attest();
              return null;
            });
    client.attest();
    LoopbackPair.get(other);
  }

  private void talk() throws Exception {
    byte[] sent = new byte[100_000];
    new Random(1).nextBytes(sent);
    CompletableFuture<byte[]> echoed =
        LoopbackPair.beside(
            () -> {
              byte[] got = server.input().readNBytes(sent.length);
              server.output().write(got);
              server.output().flush();
              return got;
            });
    client.output().write(sent);
    client.output().flush();

    assertArrayEquals(sent, client.input().readNBytes(sent.length));
    assertArrayEquals(sent, LoopbackPair.get(echoed));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void showsTheClientWhatTheServerProved(boolean framed) throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      UnaryOperator<AttestationConfig.Builder> form = framed ? b -> b.framed() : AS_IS;

      attest(
          pair,
          form.apply(TestSide.relyingParty()),
          form.apply(TestSide.attester(TestSide.SERVER)));

      assertEquals(ConnectionState.OPEN, client.state());
      assertEquals(TestSide.SERVER.leaf(), client.peer().orElseThrow().authenticator().leaf());
      assertTrue(server.peer().isEmpty());
      talk();
    }
  }

  @Test
  void showsTheServerWhatTheClientProved() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      attest(pair, TestSide.attester(TestSide.CLIENT), TestSide.relyingParty());

      assertEquals(TestSide.CLIENT.leaf(), server.peer().orElseThrow().authenticator().leaf());
      assertTrue(client.peer().isEmpty());
      talk();
    }
  }

  @ParameterizedTest
  @EnumSource
  void attestsBothSidesInEachOrder(MutualOrder order) throws Exception {
    List<String> calls = Collections.synchronizedList(new ArrayList<>());
    try (LoopbackPair pair = LoopbackPair.open()) {
      attest(
          pair,
          TestSide.both(TestSide.CLIENT)
              .mutualOrder(order)
              .attest(TestSide.identity(TestSide.CLIENT), noting(calls, "client")),
          TestSide.both(TestSide.SERVER)
              .mutualOrder(order)
              .attest(TestSide.identity(TestSide.SERVER), noting(calls, "server")));

      assertEquals(TestSide.SERVER.leaf(), client.peer().orElseThrow().authenticator().leaf());
      assertEquals(TestSide.CLIENT.leaf(), server.peer().orElseThrow().authenticator().leaf());
      if (order != MutualOrder.TOGETHER) {
        boolean clientFirst = order == MutualOrder.CLIENT_FIRST;
        assertEquals(
            clientFirst ? List.of("client", "server") : List.of("server", "client"), calls);
      }
      talk();
    }
  }

  private static AttestationProvider noting(List<String> calls, String who) {
    return request -> {
      calls.add(who);
      return TestSide.PLATFORM.provider().attest(request);
    };
  }

  @Test
  void attestsBothAtOnceHoweverLargeTheEvidenceIs() throws Exception {
    AttestationProvider large =
        request -> {
          Cmw evidence = TestSide.PLATFORM.evidence(request.binder(), request.aikPubHash());
          CmwRecord filler =
              CmwRecord.of(
                  MediaType.of("application/octet-stream"), Bytes.copyOf(new byte[60_000]));
          return CmwCollection.builder().put("evidence", evidence).put("filler", filler).build();
        };
    AttestationAppraiser first =
        (attestation, expected) ->
            TestSide.PLATFORM
                .appraiser()
                .appraise(((CmwCollection) attestation).get("evidence").orElseThrow(), expected);
    try (LoopbackPair pair = LoopbackPair.open()) {
      pair.clientSocket.setSendBufferSize(4096);
      pair.serverSocket.setSendBufferSize(4096);

      attest(
          pair,
          TestSide.both(TestSide.CLIENT)
              .mutualOrder(MutualOrder.TOGETHER)
              .attest(TestSide.identity(TestSide.CLIENT), large)
              .requireAttestation(TestSide.chains(), first),
          TestSide.both(TestSide.SERVER)
              .mutualOrder(MutualOrder.TOGETHER)
              .attest(TestSide.identity(TestSide.SERVER), large)
              .requireAttestation(TestSide.chains(), first));

      talk();
    }
  }

  @Test
  void opensWithoutVerdictsForPeersThatHaveNone() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      attest(
          pair,
          TestSide.relyingParty().peerSendsNoVerdict(),
          TestSide.attester(TestSide.SERVER).peerSendsNoVerdict());

      talk();
    }
  }

  @Test
  void attestsAgainWhileDataFlows() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      attest(pair, TestSide.relyingParty().framed(), TestSide.attester(TestSide.SERVER).framed());
      Bytes first = client.peer().orElseThrow().authenticator().context();
      CompletableFuture<Void> echo =
          LoopbackPair.beside(
              () -> {
                DataInputStream in = new DataInputStream(server.input());
                DataOutputStream out = new DataOutputStream(server.output());
                for (int i = 0; i < 3; i++) {
                  out.writeInt(in.readInt());
                  out.flush();
                }
                return null;
              });
      DataOutputStream out = new DataOutputStream(client.output());
      DataInputStream in = new DataInputStream(client.input());

      out.writeInt(1);
      assertEquals(1, in.readInt());
      out.writeInt(2);
      client.reattest();
      assertEquals(2, in.readInt());
      Bytes second = client.peer().orElseThrow().authenticator().context();
      client.reattest();
      out.writeInt(3);
      assertEquals(3, in.readInt());

      assertNotEquals(first, second);
      LoopbackPair.get(echo);
    }
  }

  @Test
  void attestsAgainWhileAnotherThreadReads() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      attest(pair, TestSide.relyingParty().framed(), TestSide.attester(TestSide.SERVER).framed());
      CompletableFuture<Integer> atClient = LoopbackPair.beside(() -> client.input().read());
      CompletableFuture<Integer> atServer = LoopbackPair.beside(() -> server.input().read());
      Thread.sleep(200); // both threads wait in their sockets by now, most likely

      for (int i = 0; i < 3; i++) {
        Bytes before = client.peer().orElseThrow().authenticator().context();
        client.reattest();
        assertNotEquals(before, client.peer().orElseThrow().authenticator().context());
      }
      client.output().write(1);
      server.output().write(2);

      assertEquals(1, LoopbackPair.get(atServer));
      assertEquals(2, LoopbackPair.get(atClient));
    }
  }

  @Test
  void closesWhateverACallbackThrows() throws Exception {
    AttestationAppraiser broken =
        (attestation, expected) -> {
          throw new AssertionError("not for catching");
        };
    ExchangeListener listener =
        new ExchangeListener() {
          @Override
          public void received(Frame frame) {
            throw new IllegalStateException("bug of the listener");
          }
        };
    for (AttestationConfig.Builder config :
        List.of(
            TestSide.relyingParty().requireAttestation(TestSide.chains(), broken),
            TestSide.relyingParty().listener(listener))) {
      try (LoopbackPair pair = LoopbackPair.open()) {
        client = pair.client(config.build());
        server = pair.server(TestSide.attester(TestSide.SERVER).build());
        CompletableFuture<RatsException> other =
            LoopbackPair.beside(() -> assertThrows(RatsException.class, server::attest));

        assertThrows(Throwable.class, client::attest);

        assertEquals(ConnectionState.FAILED, client.state());
        assertTrue(pair.clientSocket.isClosed());
        assertEquals("PEER_REJECTED", LoopbackPair.get(other).code());
      }
    }
  }

  @Test
  void keepsTheGateShutBeforeTheExchange() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      for (UnaryOperator<AttestationConfig.Builder> form :
          List.<UnaryOperator<AttestationConfig.Builder>>of(AS_IS, b -> b.framed())) {
        AttestedConnection shut = pair.client(form.apply(TestSide.relyingParty()).build());

        assertEquals(ConnectionState.NEW, shut.state());
        assertThrows(IllegalStateException.class, () -> shut.output().write(1));
        assertThrows(IllegalStateException.class, () -> shut.output().write(new byte[1]));
        assertThrows(IllegalStateException.class, () -> shut.output().flush());
        assertThrows(IllegalStateException.class, () -> shut.input().read());
        assertThrows(IllegalStateException.class, () -> shut.input().read(new byte[1]));
        assertThrows(IllegalStateException.class, () -> shut.input().available());
        assertThrows(IllegalStateException.class, shut::reattest);
        assertTrue(shut.peer().isEmpty());
      }
    }
  }

  @Test
  void passesNothingAfterItWasClosed() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      attest(pair, TestSide.relyingParty(), TestSide.attester(TestSide.SERVER));

      client.close();

      assertThrows(IOException.class, () -> client.output().write(1));
      assertThrows(IOException.class, () -> client.input().read());
      assertEquals(-1, server.input().read());
      assertEquals(ConnectionState.CLOSED, client.state());
    }
  }

  @Test
  void readsToTheEndOfFramedData() throws Exception {
    try (LoopbackPair pair = LoopbackPair.open()) {
      attest(pair, TestSide.relyingParty().framed(), TestSide.attester(TestSide.SERVER).framed());

      client.output().write(new byte[] {1, 2, 3});
      client.close();

      assertArrayEquals(new byte[] {1, 2, 3}, server.input().readAllBytes());
      assertEquals(-1, server.input().read());
    }
  }

  @Test
  void keepsTheGateShutUntilTheVerdictIsOnItsWay() throws Exception {
    List<Throwable> early = Collections.synchronizedList(new ArrayList<>());
    try (LoopbackPair pair = LoopbackPair.open()) {
      ExchangeListener hasty =
          new ExchangeListener() {
            @Override
            public void entered(ConnectionState state) {
              if (state == ConnectionState.OPEN) {
                early.add(
                    assertThrows(
                        IllegalStateException.class, () -> client.output().write(new byte[1])));
              }
            }
          };

      attest(pair, TestSide.relyingParty().listener(hasty), TestSide.attester(TestSide.SERVER));

      assertEquals(1, early.size());
      talk();
    }
  }

  @Test
  void readsFramesWhileAnotherThreadWritesMoreThanThePeerHasTaken() throws Exception {
    int size = 12 << 20;
    try (LoopbackPair pair = LoopbackPair.open()) {
      attest(pair, TestSide.relyingParty().framed(), TestSide.attester(TestSide.SERVER).framed());

      CompletableFuture<Void> clientWrites = writing(client, size);
      CompletableFuture<Void> serverWrites = writing(server, size);
      CompletableFuture<Integer> serverReads =
          LoopbackPair.beside(() -> server.input().readNBytes(size).length);

      assertEquals(size, client.input().readNBytes(size).length);
      assertEquals(size, LoopbackPair.get(serverReads));
      LoopbackPair.get(clientWrites);
      LoopbackPair.get(serverWrites);
    }
  }

  private static CompletableFuture<Void> writing(AttestedConnection connection, int size) {
    return LoopbackPair.beside(
        () -> {
          connection.output().write(new byte[size]);
          return null;
        });
  }
}
