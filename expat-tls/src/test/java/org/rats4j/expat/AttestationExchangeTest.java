package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;

class AttestationExchangeTest {
  private static final Bytes OTHER = Bytes.ofHex("22".repeat(32));

  private static AttestationConfig relyingParty() {
    return TestSide.relyingParty().build();
  }

  private static AttestationConfig attester() {
    return TestSide.attester(TestSide.SERVER).build();
  }

  @Test
  void opensBothSidesByThreeFrames() throws Exception {
    InMemory sides = new InMemory(relyingParty(), attester());

    sides.start();
    assertEquals(Optional.empty(), sides.client.poll(), "nothing without its task");
    sides.client.task().orElseThrow().run();
    Bytes request = InMemory.drain(sides.client);
    InMemory.feed(sides.server, request);
    Bytes answer = InMemory.drain(sides.server);
    assertEquals(ConnectionState.EXCHANGING, sides.server.state());
    InMemory.feed(sides.client, answer);
    assertEquals(ConnectionState.OPEN, sides.client.state());
    Bytes verdict = InMemory.drain(sides.client);
    InMemory.feed(sides.server, verdict);

    assertEquals(ConnectionState.OPEN, sides.server.state());
    assertEquals(Frame.REQUEST, Frame.decode(request).type());
    assertEquals(Frame.AUTHENTICATOR, Frame.decode(answer).type());
    assertEquals(Frame.verdict(true), Frame.decode(verdict));
  }

  @ParameterizedTest
  @EnumSource
  void opensBothSidesOfMutualAttestation(MutualOrder order) throws Exception {
    InMemory sides =
        new InMemory(
            TestSide.both(TestSide.CLIENT).mutualOrder(order).build(),
            TestSide.both(TestSide.SERVER).mutualOrder(order).build());

    sides.start();
    sides.run();

    assertEquals(ConnectionState.OPEN, sides.client.state());
    assertEquals(ConnectionState.OPEN, sides.server.state());
  }

  @Test
  void keepsTheRequestOfAPeerThatAsksTooEarly() throws Exception {
    InMemory sides =
        new InMemory(
            TestSide.both(TestSide.CLIENT).mutualOrder(MutualOrder.SERVER_FIRST).build(),
            TestSide.both(TestSide.SERVER).mutualOrder(MutualOrder.TOGETHER).build());

    sides.start();
    sides.run();

    assertEquals(ConnectionState.OPEN, sides.client.state());
    assertEquals(ConnectionState.OPEN, sides.server.state());
  }

  @Test
  void waitsWhereEachWantsTheOtherToBeFirst() throws Exception {
    InMemory sides =
        new InMemory(
            TestSide.both(TestSide.CLIENT).mutualOrder(MutualOrder.SERVER_FIRST).build(),
            TestSide.both(TestSide.SERVER).mutualOrder(MutualOrder.CLIENT_FIRST).build());

    sides.start();
    sides.run();

    assertEquals(ConnectionState.EXCHANGING, sides.client.state());
    assertEquals(ConnectionState.EXCHANGING, sides.server.state());
  }

  @Test
  void takesNoByteBehindTheLastFrame() throws Exception {
    InMemory sides = new InMemory(relyingParty(), attester());
    sides.start();
    InMemory.step(sides.client, sides.server);
    InMemory.step(sides.server, sides.client);
    Bytes verdict = InMemory.drain(sides.client);

    int taken = InMemory.feed(sides.server, verdict.concat(Bytes.ofUtf8("GET / HTTP/1.1")));

    assertEquals(verdict.size(), taken);
    assertEquals(0, sides.server.wanted());
    assertEquals(ConnectionState.OPEN, sides.server.state());
  }

  @Test
  void failsWhereverTheAnswerIsCut() throws Exception {
    InMemory sample = new InMemory(relyingParty(), attester());
    sample.start();
    InMemory.step(sample.client, sample.server);
    int size = InMemory.drain(sample.server).size();
    for (int cut = 0; cut < size - 3; cut++) {
      InMemory sides = new InMemory(relyingParty(), attester());
      sides.start();
      InMemory.step(sides.client, sides.server);
      Bytes answer = InMemory.drain(sides.server);

      InMemory.feed(sides.client, answer.slice(0, cut));
      sides.client.end();

      assertEquals("FRAME_TRUNCATED", sides.client.failure().orElseThrow().code());
      assertEquals(ConnectionState.FAILED, sides.client.state());
    }
  }

  /** A single flipped bit of whatever passes opens nothing on the side that reads it. */
  @RepeatedTest(300)
  void opensNothingOnMutatedBytes(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    InMemory sides = new InMemory(relyingParty(), attester());
    sides.start();
    InMemory.step(sides.client, sides.server);
    byte[] answer = InMemory.drain(sides.server).toByteArray();
    answer[random.nextInt(answer.length)] ^= (byte) (1 << random.nextInt(8));

    InMemory.feed(sides.client, Bytes.copyOf(answer));
    sides.client.end();

    assertEquals(ConnectionState.FAILED, sides.client.state());
    assertTrue(sides.client.peer().isEmpty());
  }

  @RepeatedTest(300)
  void opensNothingForAServerOnMutatedRequests(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    InMemory sides = new InMemory(relyingParty(), attester());
    sides.start();
    sides.client.task().orElseThrow().run();
    byte[] request = InMemory.drain(sides.client).toByteArray();
    request[random.nextInt(request.length)] ^= (byte) (1 << random.nextInt(8));

    InMemory.feed(sides.server, Bytes.copyOf(request));
    InMemory.feed(sides.client, InMemory.drain(sides.server));
    sides.client.end();
    sides.server.end();

    assertEquals(ConnectionState.FAILED, sides.client.state());
    assertEquals(ConnectionState.FAILED, sides.server.state());
  }

  @Test
  void refusesInAnAuthenticatedWayWhereItHasNothingToShow() throws Exception {
    InMemory sides = new InMemory(relyingParty(), relyingParty());

    sides.start();
    sides.run();

    assertEquals("REFUSED", sides.client.failure().orElseThrow().code());
    assertEquals("REFUSED", sides.server.failure().orElseThrow().code());
  }

  @Test
  void refusesAPeerThatHadToShowACertificate() {
    AttestationConfig careful =
        TestSide.attester(TestSide.SERVER).requirePeerAuthenticated().build();
    FixedTlsExporter exporter =
        FixedTlsExporter.of(TlsRole.SERVER, TlsInfo.AES_128_GCM_SHA256, OTHER);

    VerificationException e =
        assertThrows(
            VerificationException.class, () -> new AttestationExchange(exporter, careful, false));

    assertEquals("POLICY_REJECTED", e.code());
  }

  @ParameterizedTest
  @CsvSource({
    "0303, 1301, FULL, TLS_VERSION",
    "0304, c02f, FULL, UNKNOWN_SUITE",
    "0304, 1301, RESUMED, RESUMED",
    "0304, 1301, UNKNOWN, RESUMED",
  })
  void refusesConnectionsThatCannotBeAttested(
      String version, String suite, Resumption resumption, String code) {
    TlsInfo info =
        new TlsInfo(
            TlsRole.CLIENT, Integer.parseInt(version, 16), Integer.parseInt(suite, 16), resumption);

    VerificationException e =
        assertThrows(
            VerificationException.class,
            () -> new AttestationExchange(FixedTlsExporter.of(info, OTHER), attester(), true));

    assertEquals(code, e.code());
  }

  @Test
  void handsOutEachTaskOnceAndWaitsForIt() throws Exception {
    AttestationExchange server = InMemory.server(attester());
    AttestationExchange client = InMemory.client(relyingParty());
    client.start();
    server.start();
    client.task().orElseThrow().run();
    Bytes request = InMemory.drain(client);

    server.offer(request.concat(request).asByteBuffer());

    assertEquals(0, server.wanted());
    Runnable task = server.task().orElseThrow();
    assertTrue(server.task().isEmpty());
    task.run();
    assertTrue(server.hasOutput());
  }

  @Test
  void failsAtMostOnce() throws Exception {
    AttestationExchange client = InMemory.client(relyingParty());
    client.start();
    VerificationException late = Fault.TIMEOUT.verification("late");

    client.fail(late);
    client.fail(Fault.CLOSED.verification("later"));
    client.end();
    client.close();

    assertSame(late, client.failure().orElseThrow());
    assertEquals(ConnectionState.FAILED, client.state());
    assertEquals(0, client.wanted());
  }

  @Test
  void isMisusedOnlyWithAnException() throws Exception {
    AttestationExchange client = InMemory.client(relyingParty());

    assertThrows(IllegalStateException.class, () -> client.send(OTHER));
    assertThrows(IllegalStateException.class, client::reattest);
    client.start();
    assertThrows(IllegalStateException.class, client::start);
    assertThrows(IllegalStateException.class, () -> client.send(OTHER));
    assertEquals(ConnectionState.EXCHANGING, client.state());
  }

  @Test
  void isConfiguredToAttestSomething() {
    AttestationConfig.Builder none = AttestationConfig.builder(TestSide.PROFILE);
    AttestationConfig.Builder never = TestSide.relyingParty().deadline(Duration.ZERO);

    assertThrows(IllegalArgumentException.class, none::build);
    assertThrows(IllegalArgumentException.class, never::build);
  }

  @Test
  void keepsNoMoreFramedDataThanOneFrame() throws Exception {
    InMemory sides =
        new InMemory(
            TestSide.relyingParty().framed().build(),
            TestSide.attester(TestSide.SERVER).framed().build());
    sides.start();
    sides.run();
    Bytes data = Bytes.copyOf(new byte[16_000]);
    int offered = 0;
    int taken = 0;

    for (int i = 0; i < 100; i++) {
      sides.client.send(data);
      Bytes sent = InMemory.drain(sides.client);
      offered += sent.size();
      taken += InMemory.feed(sides.server, sent);
    }

    assertNotEquals(offered, taken);
    assertTrue(taken <= 262_144 + 2 * 16_005);
    assertEquals(0, sides.server.wanted());
    assertEquals(Optional.of(data), sides.server.received());
    assertFalse(sides.server.wanted() == 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void opensNothingAfterItHasNoIdentityToShow(boolean verdicts) throws Exception {
    AttestationConfig.Builder config =
        TestSide.attester(TestSide.SERVER).attest(List.of(), TestSide.PLATFORM.provider());
    InMemory sides =
        new InMemory(
            relyingParty(), verdicts ? config.build() : config.peerSendsNoVerdict().build());
    sides.start();
    InMemory.step(sides.client, sides.server);

    Bytes answer = InMemory.drain(sides.server);

    assertEquals(Frame.AUTHENTICATOR, Frame.decode(answer).type());
    assertEquals(ConnectionState.FAILED, sides.server.state());
    assertEquals(ExpatCodes.REFUSED, sides.server.failure().orElseThrow().code());
    InMemory.feed(sides.client, answer);
    assertEquals(ExpatCodes.REFUSED, sides.client.failure().orElseThrow().code());
  }
}
