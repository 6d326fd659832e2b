package org.rats4j.expat.stacks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rats4j.expat.AttestedClient;
import org.rats4j.expat.AttestedServer;
import org.rats4j.expat.AttestedSocket;
import org.rats4j.expat.AttestedTls;
import org.rats4j.expat.TestSide;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsServerSettings;

/** The whole road on each stack: handshake, attestation of both sides, data, end. */
@Timeout(60)
class AttestedStacksTest {
  private static final byte[] GREETING = "hello".getBytes(StandardCharsets.US_ASCII);

  static List<Stacks.Pair> pairs() {
    return Stacks.pairs();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void attestBothSidesAndThenCarryData(Stacks.Pair pair) throws Exception {
    assumeTrue(pair.isHere(), "JSSE of this JDK has no exporter");
    AttestedServer server =
        AttestedTls.server(
            pair.server().stack().acceptor(TlsServerSettings.of(TestSide.SERVER)),
            TestSide.both(TestSide.SERVER).build());
    AttestedClient client =
        AttestedTls.client(
            pair.client().stack().connector(TlsClientSettings.of(TestSide.PKI.anchors())),
            TestSide.both(TestSide.CLIENT).build());
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      CompletableFuture<byte[]> heard =
          CompletableFuture.supplyAsync(
              () -> {
                try (AttestedSocket socket = server.accept(listener.accept())) {
                  byte[] greeting = socket.getInputStream().readNBytes(GREETING.length);
                  socket.getOutputStream().write(greeting);
                  socket.getOutputStream().flush();
                  assertEquals(-1, socket.getInputStream().read());
                  return greeting;
                } catch (Exception e) {
                  throw new CompletionException(e);
                }
              },
              task -> new Thread(task, "server").start());

      try (AttestedSocket socket = client.connect("localhost", listener.getLocalPort())) {
        socket.getOutputStream().write(GREETING);
        socket.getOutputStream().flush();

        assertArrayEquals(GREETING, socket.getInputStream().readNBytes(GREETING.length));
        assertEquals(
            TestSide.SERVER.leaf(),
            socket.connection().orElseThrow().peer().orElseThrow().authenticator().leaf());
      }
      assertArrayEquals(GREETING, heard.get(30, TimeUnit.SECONDS));
    }
  }
}
