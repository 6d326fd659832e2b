package org.rats4j.benchmarks.expat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rats4j.expat.AttestedClient;
import org.rats4j.expat.bc.BcTls;

/**
 * A load, no benchmark: opens many attested connections at a time, keeps all open, sends a byte
 * over each and back, and tells errors, time and heap. Client and server are in this process, so
 * that each connection counts twice.
 *
 * <pre>{@code
 * java -Xmx1g -cp 'benchmarks/target/classes:benchmarks/target/lib/*' \
 *     org.rats4j.benchmarks.expat.ManyConnections 1000
 * }</pre>
 */
public final class ManyConnections {
  private static final int AT_ONCE = 64;

  private ManyConnections() {}

  /** Runs the load. */
  public static void main(String[] arguments) throws Exception {
    int count = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
    ExecutorService threads = Executors.newCachedThreadPool();
    ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    Endpoints endpoints = new Endpoints(BcTls.stack());
    try (ServerSocket listener =
        endpoints
            .server()
            .serverSocketFactory(threads, AT_ONCE)
            .createServerSocket(0, count, InetAddress.getLoopbackAddress())) {
      ConcurrentLinkedQueue<Socket> accepted = new ConcurrentLinkedQueue<>();
      threads.execute(() -> acceptAll(listener, accepted));
      AttestedClient client = endpoints.client();
      client.connect("localhost", listener.getLocalPort()).close(); // loads the classes
      long heapBefore = heap();
      long begin = System.nanoTime();
      List<Socket> open = openAll(clients, client, listener.getLocalPort(), count);
      double seconds = (System.nanoTime() - begin) / 1e9;
      while (accepted.size() < open.size()) {
        Thread.sleep(10);
      }
      long perEndpoint = (heap() - heapBefore) / (2L * Math.max(open.size(), 1));
      int answered = talkOverAll(open, accepted);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%d of %d connections open after %.1f s, %d answered, %d bytes of heap per endpoint",
              open.size(),
              count,
              seconds,
              answered,
              perEndpoint));
    } finally {
      clients.shutdownNow();
      threads.shutdownNow();
    }
    System.exit(0);
  }

  private static void acceptAll(ServerSocket listener, ConcurrentLinkedQueue<Socket> accepted) {
    try {
      listener.accept().close();
      while (true) {
        accepted.add(listener.accept());
      }
    } catch (IOException e) {
      // closed at the end
    }
  }

  private static List<Socket> openAll(
      ExecutorService clients, AttestedClient client, int port, int count) throws Exception {
    Callable<Socket> connect = () -> client.connect("localhost", port);
    List<Future<Socket>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      futures.add(clients.submit(connect));
    }
    List<Socket> open = new ArrayList<>();
    for (Future<Socket> future : futures) {
      try {
        open.add(future.get());
      } catch (ExecutionException e) {
        System.out.println("failed: " + e.getCause());
      }
    }
    return open;
  }

  /** All clients write before any server reads: all connections are open at a time. */
  private static int talkOverAll(List<Socket> open, Iterable<Socket> accepted) throws IOException {
    for (Socket socket : open) {
      socket.getOutputStream().write(7);
      socket.getOutputStream().flush();
    }
    for (Socket socket : accepted) {
      socket.getOutputStream().write(socket.getInputStream().read());
      socket.getOutputStream().flush();
    }
    int answered = 0;
    for (Socket socket : open) {
      answered += socket.getInputStream().read() == 7 ? 1 : 0;
    }
    return answered;
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
