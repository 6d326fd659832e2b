package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rats4j.expat.Attacks.GENUINE;
import static org.rats4j.expat.Attacks.SERVER;
import static org.rats4j.expat.Attacks.answerOfSomeServer;
import static org.rats4j.expat.Attacks.codeAtClient;
import static org.rats4j.expat.Attacks.codeAtServer;
import static org.rats4j.expat.Attacks.serverConfig;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.TlsConnection;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;

/**
 * Who wants data to pass before both sides have said yes, or the exchange never to end. Resumed
 * sessions and stacks without exporter are attacked in {@code ResumptionTest} and {@code
 * RefusalTest}, too, on the stacks that have them.
 */
@Timeout(120)
class GateAttackTest {
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
}
