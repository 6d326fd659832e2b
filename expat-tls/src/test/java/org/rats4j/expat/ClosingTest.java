package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.expat.jsse.JsseTls;
import org.rats4j.expat.stacks.Stacks;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsServerSettings;

/** The end of a connection whose peer does not listen any more. */
@Timeout(60)
class ClosingTest {
  private final AtomicLong written = new AtomicLong();

  @ParameterizedTest
  @EnumSource
  void closesWhileAThreadIsStuckInWritingToAPeerThatReadsNothing(Stacks stack) throws Exception {
    try (LoopbackPair pair = open(stack);
        AttestedConnection client = attested(pair)) {
      CompletableFuture<IOException> writer =
          LoopbackPair.beside(() -> assertThrows(IOException.class, () -> writeForEver(client)));
      awaitStandstill();

      CompletableFuture<Boolean> closed = LoopbackPair.beside(() -> closes(client));

      assertNotNull(LoopbackPair.get(closed));
      assertNotNull(LoopbackPair.get(writer));
      assertEquals(ConnectionState.CLOSED, client.state());
      assertTrue(pair.clientSocket.isClosed());
    }
  }

  @ParameterizedTest
  @EnumSource
  void closesWithoutAPeerThatIsSilent(Stacks stack) throws Exception {
    try (LoopbackPair pair = open(stack);
        AttestedConnection client = attested(pair)) {
      CompletableFuture<Boolean> closed = LoopbackPair.beside(() -> closes(client));

      assertTrue(LoopbackPair.get(closed), "its word was sent");
      assertTrue(pair.clientSocket.isClosed());
    }
  }

  private static LoopbackPair open(Stacks stack) throws Exception {
    assumeTrue(stack != Stacks.JSSE || JsseTls.isAvailable(), "JSSE of this JDK has no exporter");
    return LoopbackPair.open(
        stack.stack().connector(TlsClientSettings.of(TestSide.PKI.anchors())),
        stack.stack().acceptor(TlsServerSettings.of(TestSide.SERVER)));
  }

  /** Returns the client of two sides that have attested; the server does nothing any more. */
  private static AttestedConnection attested(LoopbackPair pair) throws Exception {
    AttestedConnection client = pair.client(TestSide.relyingParty().build());
    AttestedConnection server = pair.server(TestSide.attester(TestSide.SERVER).build());
    CompletableFuture<Boolean> other =
        LoopbackPair.beside(
            () -> {
              server.attest();
              return true;
            });
    client.attest();
    LoopbackPair.get(other);
    return client;
  }

  private void writeForEver(AttestedConnection connection) throws IOException {
    while (true) {
      connection.output().write(new byte[1 << 14]);
      written.incrementAndGet();
    }
  }

  /** Returns when nothing goes any more, since all buffers on the way are full. */
  private void awaitStandstill() throws InterruptedException {
    long before = -1;
    while (written.get() != before || before == 0) {
      before = written.get();
      Thread.sleep(500);
    }
  }

  /** Returns whether it could tell the peer. */
  private static boolean closes(AttestedConnection connection) {
    try {
      connection.close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
