package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rats4j.expat.stacks.Stacks;
import org.rats4j.expat.tls.TlsClientSettings;
import org.rats4j.expat.tls.TlsServerSettings;

/** Many attested connections at once, each end on a virtual thread of its own. */
@Timeout(120)
@EnabledForJreRange(min = JRE.JAVA_25, disabledReason = "no virtual threads, or monitors pin them")
class VirtualThreadsTest {
  private static final int CONNECTIONS = 50;

  private final CountDownLatch allOpen = new CountDownLatch(CONNECTIONS);

  @ParameterizedTest
  @EnumSource
  void carryMoreConnectionsAtOnceThanThereAreProcessors(Stacks stack) throws Exception {
    ExecutorService threads = virtualThreads();
    AttestedServer server =
        AttestedTls.server(
            stack.stack().acceptor(TlsServerSettings.of(TestSide.SERVER)),
            TestSide.both(TestSide.SERVER).build());
    AttestedClient client =
        AttestedTls.client(
            stack.stack().connector(TlsClientSettings.of(TestSide.PKI.anchors())),
            TestSide.both(TestSide.CLIENT).build());
    try (ServerSocket listener =
        server
            .serverSocketFactory(threads, CONNECTIONS)
            .createServerSocket(0, CONNECTIONS, InetAddress.getByName("localhost"))) {
      threads.execute(() -> acceptAll(listener, threads));
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        byte[] hello = ("hello " + i).getBytes(StandardCharsets.US_ASCII);
        answers.add(threads.submit(() -> talk(client, listener.getLocalPort(), hello)));
      }

      for (int i = 0; i < CONNECTIONS; i++) {
        assertArrayEquals(
            ("hello " + i).getBytes(StandardCharsets.US_ASCII),
            answers.get(i).get(100, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Nobody talks before all are connected. */
  private byte[] talk(AttestedClient client, int port, byte[] hello) throws Exception {
    assertTrue(isVirtual(Thread.currentThread()));
    try (AttestedSocket socket = client.connect("localhost", port)) {
      allOpen.countDown();
      allOpen.await();
      socket.getOutputStream().write(hello);
      socket.getOutputStream().flush();
      return socket.getInputStream().readNBytes(hello.length);
    }
  }

  private static void acceptAll(ServerSocket listener, ExecutorService threads) {
    try {
      while (!listener.isClosed()) {
        Socket socket = listener.accept();
        threads.execute(() -> echo(socket));
      }
    } catch (SocketException e) {
      // closed
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void echo(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // the client is gone
    }
  }

  /** Tests are compiled for Java 17, which has no such threads. */
  private static ExecutorService virtualThreads() {
    try {
      return (ExecutorService)
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class))
              .invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isVirtual(Thread thread) {
    try {
      return (boolean)
          MethodHandles.publicLookup()
              .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class))
              .invokeExact(thread);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
